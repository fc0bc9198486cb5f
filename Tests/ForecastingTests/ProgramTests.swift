import Testing
import Treaty

@testable import Forecasting

/// Tallies that are known in exact rational arithmetic.
struct ProgramTests {
  @Test func `the chances i of 194 give half of the room by half`() {
    let yes = (1...193).map { Double($0) / 194 }
    let spread = Spread(chances: distribution(yes: yes))
    #expect(abs(tail(spread, from: 97) - 0.5) < 1e-12)
    #expect(abs(tail(spread, from: 129) / 6.793516011221234e-09 - 1) < 1e-12)
    #expect(abs(spread.mean - 96.5) < 1e-12)
    #expect(abs(spread.sd * spread.sd - 12545.0 / 388) < 1e-12)
  }

  @Test func `a room of 193 alike is binomial`() {
    let spread = Spread(chances: distribution(yes: Array(repeating: 0.7, count: 193)))
    #expect(abs(tail(spread, from: 129) - 0.8499336839636206) < 1e-12)
    #expect(abs(tail(spread, from: 136) - 0.47913019503560017) < 1e-12)
  }

  @Test func `five unlike voters give exact fractions`() {
    let exact = [0.0056, 0.0822, 0.3282, 0.3962, 0.1662, 0.0216]
    for (found, wanted) in zip(distribution(yes: [0.9, 0.5, 0.3, 0.8, 0.2]), exact) {
      #expect(abs(found - wanted) < 1e-15)
    }
  }

  @Test func `yes and no together give the two thirds and the majority of 193`() {
    let yes = (1...193).map { Double($0) / 300 }
    let no = (1...193).map { Double(193 - $0) / 450 }
    #expect(abs(adoption(yes, no, under: .twoThirds) - 0.07715708290422997) < 1e-12)
    #expect(abs(adoption(yes, no, under: .simpleMajority) - 0.9884132613250594) < 1e-12)
  }

  @Test func `yes and no together give exact fractions for five`() {
    let yes = [0.6, 0.5, 0.2, 0.9, 0.3]
    let no = [0.3, 0.2, 0.7, 0, 0.3]
    // The fraction counts a vote in which nobody votes as adopted, which the rule does not.
    let silence = zip(yes, no).reduce(1) { $0 * (1 - $1.0 - $1.1) }
    #expect(abs(adoption(yes, no, under: .twoThirds) - (0.49827 - silence)) < 1e-15)
    #expect(abs(adoption(yes, no, under: .simpleMajority) - 0.6237) < 1e-15)
  }

  @Test(arguments: [VotingRule.simpleMajority, .twoThirds])
  func `the tail of a last part gives what the whole distribution gives`(rule: VotingRule) throws {
    let room = SampleRooms.room(of: 5, rule: rule)
    let reckoning = try #require(Reckoning(of: rule, among: room.voters))
    let first = Array(0..<3)
    let last = Array(3..<5)
    let parts = [first, last].map { voters in
      let moves = Program.Moves(
        up: voters.map { 0.2 + 0.1 * Double($0) },
        down: voters.map { 0.3 - 0.05 * Double($0) },
        stay: voters.map { 0.5 - 0.05 * Double($0) }
      )
      return Program(of: reckoning.count, among: voters).distribution(of: moves)
    }
    let begun = parts[0]
    let rest = parts[1]
    let total = Kernel.convolve(begun.span, rest.span)
    let expected = zip(total, reckoning.adopts).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(total.reduce(0, +) - 1) < 1e-15)
    #expect(abs(reckoning.chance(of: begun, plus: rest) - expected) < 1e-15)
    #expect(expected > 0.1 && expected < 0.9)
  }

  private func distribution(yes: [Double]) -> [Double] {
    let moves = Program.Moves(up: yes, down: yes.map { _ in 0 }, stay: yes.map { 1 - $0 })
    return Program(of: .of(.yes, among: yes.count), among: Array(yes.indices))
      .distribution(of: moves)
  }

  private func tail(_ spread: Spread, from count: Int) -> Double {
    spread.chances[count...].reduce(0, +)
  }

  private func adoption(_ yes: [Double], _ no: [Double], under rule: VotingRule) -> Double {
    let voters = yes.map { _ in Electorate.Voter(leaning: 0) }
    guard let reckoning = Reckoning(of: rule, among: voters) else { return .nan }
    let stay = zip(yes, no).map { 1 - $0 - $1 }
    let distribution = Program(of: reckoning.count, among: Array(yes.indices))
      .distribution(of: Program.Moves(up: yes, down: no, stay: stay))
    let adopted = zip(distribution, reckoning.adopts).reduce(0) { $0 + $1.0 * $1.1 }
    return reckoning.rejectsSilence ? adopted - stay.reduce(1, *) : adopted
  }
}
