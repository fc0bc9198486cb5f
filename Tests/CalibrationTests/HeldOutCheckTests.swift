import Calibration
import Testing

@Suite struct HeldOutCheckTests {
  @Test func `answers that were not seen are told better than by the majority`() throws {
    let rolls = Simulated(states: 50, votes: 40, missing: 0.1).rolls
    let check = try HeldOutCheck(of: rolls, in: .one, groups: nil, seed: 1)
    #expect(check.fit.share > check.majority.share + 0.1)
    #expect(check.group == nil)
    #expect(check.fit.asked == check.majority.asked)
    let given = (0..<50).reduce(0) { $0 + rolls.answers(of: $1) }
    #expect(check.fit.asked.reduce(0, +) == given)
  }

  @Test func `groups that vote as one are told by their majority`() throws {
    let rows: [[Answer?]] = (0..<20).map { state in
      (0..<20).map { vote in (state < 10) == (vote % 2 == 0) ? .yes : .no }
    }
    let groups = (0..<20).map { $0 < 10 ? "A" : "B" }
    let check = try HeldOutCheck(of: RollCalls(rows), in: .one, groups: groups, seed: 1)
    #expect(check.group?.share == 1)
    #expect(check.fit.share > 0.99)
    #expect(check.fit.share(of: .abstain) == 0)
  }

  @Test func `the same seed deals the same parts and another deals others`() throws {
    let rolls = Simulated(states: 20, votes: 20).rolls
    let checks = try [1, 1, 2].map {
      try HeldOutCheck(of: rolls, in: .one, groups: nil, seed: $0)
    }
    #expect(checks[0] == checks[1])
    #expect(checks[0] != checks[2])
  }
}
