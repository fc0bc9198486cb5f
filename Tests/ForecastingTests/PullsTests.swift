import Testing
import Treaty

@testable import Forecasting

struct PullsTests {
  @Test(arguments: SampleRooms.rules, [0.0, 0.6])
  func `pulls on adoption are its derivatives`(rule: VotingRule, discipline: Double) {
    expectDerivatives(
      in: SampleRooms.room(of: 9, discipline: discipline, rule: rule),
      on: .adoption
    )
  }

  @Test(arguments: SampleRooms.rules, [0.0, 0.6])
  func `pulls on consensus are its derivatives, shadow included`(
    rule: VotingRule,
    discipline: Double
  ) {
    expectDerivatives(
      in: SampleRooms.room(of: 9, discipline: discipline, rule: rule),
      on: .consensus
    )
  }

  @Test(arguments: [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)])
  func `pulls do without either shock`(commonShock: Double, blocShock: Double) {
    let room = SampleRooms.room(
      of: 8,
      discipline: 0.2,
      commonShock: commonShock,
      blocShock: blocShock,
      rule: .simpleMajority,
      shadowRule: .twoThirds
    )
    expectDerivatives(in: room, on: .adoption)
    expectDerivatives(in: room, on: .consensus)
  }

  @Test func `a certain absentee pulls nothing by itself`() {
    var room = SampleRooms.room(of: 7)
    room.voters[2].absence = 1
    #expect(room.pulls(on: .adoption)[2] == 0)
    #expect(room.pulls(on: .consensus)[2] == 0)
    #expect(room.pulls(on: .consensus)[3] > 0)
  }

  /// Compares with central differences, extrapolated from two steps.
  private func expectDerivatives(in room: Electorate, on aim: Electorate.Aim) {
    let pulls = room.pulls(on: aim)
    let fineness = Integration(of: room).fineness
    func chance(moving voter: Int, by step: Double) -> Double {
      var moved = room
      moved.voters[voter].leaning += step
      let integration = Integration(of: moved, atLeast: fineness, atMost: fineness)
      return aim == .adoption ? integration.adoption : integration.consensus
    }
    for voter in [0, 4, room.voters.count - 1] {
      let differences = [0.02, 0.01].map { step in
        (chance(moving: voter, by: step) - chance(moving: voter, by: -step)) / (2 * step)
      }
      let expected = (4 * differences[1] - differences[0]) / 3
      #expect(abs(pulls[voter] - expected) <= 1e-6 * abs(expected) + 1e-11)
    }
  }
}
