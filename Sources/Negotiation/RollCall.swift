public import Treaty

/// A vote as it was taken: who did what, and whether that was enough.
public struct RollCall: Hashable, Sendable, Codable {
  /// What was put.
  public let question: Question
  /// Counted from 1 over the session.
  public let number: Int
  /// What each delegation did, in the order of the scenario.
  public let votes: [Vote]
  /// Whether it carried.
  public let isCarried: Bool

  /// Records a vote.
  public init(question: Question, number: Int, votes: [Vote], isCarried: Bool) {
    self.question = question
    self.number = number
    self.votes = votes
    self.isCarried = isCarried
  }

  /// How many delegations did this.
  public func count(_ ballot: Ballot) -> Int {
    votes.reduce(0) { $0 + ($1.ballot == ballot ? 1 : 0) }
  }
}

extension VotingRule {
  /// Whether these votes, in the order of the scenario, carry what was put.
  public func isMet(by votes: [Vote], in scenario: Scenario) -> Bool {
    let yes = votes.reduce(0) { $0 + ($1.ballot == .yes ? 1 : 0) }
    let no = votes.reduce(0) { $0 + ($1.ballot == .no ? 1 : 0) }
    switch self {
    case .simpleMajority: return yes > no
    case .twoThirds: return yes > 0 && yes >= 2 * no
    case .absoluteMajority: return 2 * yes > scenario.delegations.count
    case .consensus: return no == 0 && yes > 0
    case .all(let conditions):
      return conditions.allSatisfy { $0.isMet(by: votes, in: scenario) }
    }
  }
}

extension VotingRule.Condition {
  fileprivate func isMet(by votes: [Vote], in scenario: Scenario) -> Bool {
    switch self {
    case .members(let least):
      return votes.reduce(0) { $0 + ($1.ballot == .yes ? 1 : 0) } >= least
    case .share(let share, let weight):
      let weights = scenario.delegations.map { $0.weights[weight] }
      let yes = votes.indices.reduce(0) { votes[$1].ballot == .yes ? $0 + weights[$1] : $0 }
      return yes >= share * weights.reduce(0, +)
    case .veto(let members):
      return members.allSatisfy { votes[$0].ballot != .no }
    }
  }
}
