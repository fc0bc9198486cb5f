/// The conference that decides, and by which rule.
public struct Body: Sendable, Equatable {
  /// What it is called.
  public let name: String
  /// What a text needs to be adopted by vote.
  public let rule: VotingRule
  /// Whether the body seeks consensus before it votes.
  public let seeksConsensus: Bool

  /// Describes a body.
  public init(name: String, rule: VotingRule, seeksConsensus: Bool) {
    self.name = name
    self.rule = rule
    self.seeksConsensus = seeksConsensus
  }
}

/// What a text needs to be adopted.
public enum VotingRule: Sendable, Equatable {
  /// More yes than no; a tie rejects.
  case simpleMajority
  /// At least twice as many yes as no, and one yes: two thirds of those present and voting.
  case twoThirds
  /// Yes from more than half of all members.
  case absoluteMajority
  /// Nobody blocks.
  case consensus
  /// All of several conditions.
  case all([Condition])

  /// One of several conditions.
  public enum Condition: Sendable, Equatable {
    /// At least so many members vote yes.
    case members(atLeast: Int)
    /// Those who vote yes hold at least this share of a weight, 0...1; the weight is a place in
    /// `Scenario.weightNames`.
    case share(Double, ofWeight: Int)
    /// None of these delegations, as places in `Scenario.delegations`, votes no.
    case veto([Int])
  }

  /// The rules that have a name of their own, as files and commands write it.
  public static let named: [(name: String, rule: VotingRule)] = [
    ("simple-majority", .simpleMajority),
    ("two-thirds", .twoThirds),
    ("absolute-majority", .absoluteMajority),
    ("consensus", .consensus),
  ]

  /// The name that files and commands use; `all` for several conditions.
  public var name: String {
    VotingRule.named.first { $0.rule == self }?.name ?? "all"
  }
}

/// What a delegation does in a vote.
public enum Ballot: String, Sendable, CaseIterable, Codable {
  /// In favour.
  case yes
  /// Against.
  case no
  /// Present and not voting for or against.
  case abstain
  /// Not in the room.
  case absent
}
