import Foundation
import Testing
import Treaty

@testable import Forecasting

struct VotingPowerTests {
  @Test func `the Security Council has the power that textbooks give it`() throws {
    let rule = VotingRule.all([.members(atLeast: 9), .veto([0, 1, 2, 3, 4])])
    let power = try #require(VotingPower(by: rule, among: Array(repeating: [], count: 15)))
    for (place, index) in power.members.enumerated() {
      let isPermanent = place < 5
      let swings: Double = isPermanent ? 848 : 84
      #expect(near(index.shapleyShubik, (isPermanent ? 421 : 4) / 2145))
      #expect(near(index.decisive, swings / 16384))
      #expect(near(index.banzhaf, swings / (5 * 848 + 10 * 84)))
    }
    #expect(!power.isEqual)
  }

  @Test func `the Council of the EU has the power that another program counts`() throws {
    let states = try Values.table("eu-council")
    let people = try states.map { try [#require(Double($0["people"] ?? ""))] }
    let rule = VotingRule.all([.members(atLeast: 16), .share(0.65, ofWeight: 0)])
    let power = try #require(VotingPower(by: rule, among: people))
    #expect(power.isExact)
    for (index, state) in zip(power.members, states) {
      let swings = try #require(Double(state["swings"] ?? ""))
      #expect(near(index.decisive, swings / 67_108_864))
      #expect(near(index.banzhaf, try #require(Double(state["banzhaf"] ?? ""))))
      #expect(near(index.shapleyShubik, try #require(Double(state["shapleyShubik"] ?? ""))))
    }
  }

  @Test func `small rooms have the power that going through every coalition counts`() throws {
    var numbers = SampleRooms.Sequence(seed: 11)
    var decided = 0
    for trial in 0..<120 {
      let count = 1 + Int(numbers.next() * 12)
      let weights = (0..<count).map { _ in
        [(9 * numbers.next()).rounded(.down), (40 * numbers.next()).rounded(.down) / 4]
      }
      let rule = rules(for: count, numbers: &numbers)[trial % 10]
      let expected = Swings(of: rule, among: weights)
      guard let power = VotingPower(by: rule, among: weights) else {
        #expect(expected.total == 0, "\(rule)")
        continue
      }
      decided += 1
      #expect(power.isExact)
      for (place, index) in power.members.enumerated() {
        #expect(near(index.decisive, expected.decisive[place]), "\(rule) \(weights)")
        #expect(near(index.banzhaf, expected.decisive[place] / expected.total), "\(rule)")
        #expect(near(index.shapleyShubik, expected.orders[place]), "\(rule) \(weights)")
        if expected.decisive[place] == 0 { #expect(index.shapleyShubik == 0, "a dummy") }
      }
      #expect(near(power.members.reduce(0) { $0 + $1.shapleyShubik }, 1))
      #expect(near(power.members.reduce(0) { $0 + $1.banzhaf }, 1))
    }
    #expect(decided > 80)
  }

  @Test(arguments: [193, 1000])
  func `equal members have equal power in a room of any size`(count: Int) throws {
    for rule in [VotingRule.simpleMajority, .twoThirds, .absoluteMajority, .consensus] {
      let power = try #require(VotingPower(by: rule, among: Array(repeating: [], count: count)))
      #expect(power.isEqual)
      #expect(near(power.members[0].shapleyShubik, 1 / Double(count)))
      #expect(near(power.members[0].banzhaf, 1 / Double(count)))
      #expect((0...1).contains(power.members[0].decisive))
    }
  }

  @Test func `what hardly ever happens is shared out all the same`() throws {
    // 2 to the power of minus 1499 is no number any more.
    let power = try #require(VotingPower(by: .consensus, among: Array(repeating: [], count: 1500)))
    #expect(power.members[0].decisive == 0)
    #expect(near(power.members[0].banzhaf, 1 / 1500))
  }

  @Test func `members with the same weights have the same power, and who has none decides nothing`()
    throws
  {
    let weights = [[5.0], [3], [3], [0], [1], [0]]
    let rule = VotingRule.all([.share(0.75, ofWeight: 0)])
    let power = try #require(VotingPower(by: rule, among: weights))
    #expect(power.members[1] == power.members[2])
    #expect(power.members[3] == VotingPower.Index(decisive: 0, banzhaf: 0, shapleyShubik: 0))
    // 11 of 12 are needed: the three large ones have them, and two of them with the 1 have 9.
    let dummy = try #require(VotingPower(by: .all([.share(0.9, ofWeight: 0)]), among: weights))
    #expect(dummy.members[4] == VotingPower.Index(decisive: 0, banzhaf: 0, shapleyShubik: 0))
  }

  @Test func `a rule that carries everything or nothing gives nobody power`() {
    let three = [[1.0], [1], [1]]
    #expect(VotingPower(by: .all([]), among: three) == nil)
    #expect(VotingPower(by: .all([.members(atLeast: 4)]), among: three) == nil)
    #expect(VotingPower(by: .simpleMajority, among: [] as [[Double]]) == nil)
    #expect(VotingPower(by: .all([.share(0.5, ofWeight: 0)]), among: [[0], [0]]) == nil)
  }

  @Test func `two thirds of those voting is a number of members where everybody votes`() {
    for count in 1...40 {
      let needed = SimpleGame(.twoThirds, among: Array(repeating: [], count: count)).needed
      #expect(needed >= 2 * (count - needed))
      #expect(needed - 1 < 2 * (count - needed + 1) || needed == 1)
    }
  }

  @Test func `weights in many parts come near to those in few`() throws {
    var numbers = SampleRooms.Sequence(seed: 5)
    let weights = (0..<40).map { _ in [1 + 1e6 * numbers.next() * numbers.next() * numbers.next()] }
    let thousandths = Units.of(weights.map { $0[0] }, atMost: 1000).map { [Double($0)] }
    #expect(thousandths.reduce(0) { $0 + $1[0] } == 1000)
    let rule = VotingRule.all([.members(atLeast: 22), .share(0.65, ofWeight: 0)])
    let fine = try #require(VotingPower(by: rule, among: weights))
    let rough = try #require(VotingPower(by: rule, among: thousandths))
    #expect(!fine.isExact && rough.isExact)
    for (one, other) in zip(fine.members, rough.members) {
      #expect((one.shapleyShubik - other.shapleyShubik).magnitude < 0.001)
    }
  }

  private func near(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 1e-12 * max(expected.magnitude, 1e-3)
  }

  /// Rules of every kind for so many members.
  private func rules(for count: Int, numbers: inout SampleRooms.Sequence) -> [VotingRule] {
    let need = Int(numbers.next() * Double(count + 1))
    let share = (numbers.next() * 20).rounded(.down) / 20
    let holders = (0..<count).filter { _ in numbers.next() < 0.25 }
    return [
      .simpleMajority, .twoThirds, .absoluteMajority, .consensus,
      .all([.members(atLeast: need)]),
      .all([.share(share, ofWeight: 0)]),
      .all([.share(share, ofWeight: 1), .members(atLeast: need)]),
      .all([.share(share, ofWeight: 0), .share(0.5, ofWeight: 1)]),
      .all([.veto(holders), .members(atLeast: need), .share(share, ofWeight: 1)]),
      .all([.veto(holders)]),
    ]
  }
}

/// Who decides how often, counted by going through every coalition.
private struct Swings {
  private(set) var decisive: [Double]
  private(set) var orders: [Double]
  var total: Double { decisive.reduce(0, +) }

  init(of rule: VotingRule, among weights: [[Double]]) {
    let count = weights.count
    decisive = weights.map { _ in 0 }
    orders = decisive
    var factorials = [1.0]
    for number in 1...count { factorials.append(factorials[number - 1] * Double(number)) }
    for coalition in 0..<(1 << count) where Swings.carries(coalition, rule, weights) {
      let size = coalition.nonzeroBitCount
      for member in weights.indices where coalition >> member & 1 == 1 {
        guard !Swings.carries(coalition & ~(1 << member), rule, weights) else { continue }
        decisive[member] += 1 / Double(1 << (count - 1))
        orders[member] += factorials[size - 1] * factorials[count - size] / factorials[count]
      }
    }
  }

  private static func carries(_ coalition: Int, _ rule: VotingRule, _ weights: [[Double]]) -> Bool {
    let yes = coalition.nonzeroBitCount
    let no = weights.count - yes
    switch rule {
    case .simpleMajority: return yes > no
    case .twoThirds: return yes > 0 && yes >= 2 * no
    case .absoluteMajority: return 2 * yes > weights.count
    case .consensus: return no == 0
    case .all(let conditions):
      return conditions.allSatisfy { condition in
        switch condition {
        case .members(let need): return yes >= need
        case .share(let share, let weight):
          let total = weights.reduce(0) { $0 + $1[weight] }
          let inFavour = weights.indices.reduce(0) {
            $0 + (coalition >> $1 & 1 == 1 ? weights[$1][weight] : 0)
          }
          return inFavour >= share * total - 1e-9
        case .veto(let members): return members.allSatisfy { coalition >> $0 & 1 == 1 }
        }
      }
    }
  }
}
