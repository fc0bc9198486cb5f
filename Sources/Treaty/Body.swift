/// The conference that decides, and by which rule.
public struct Body: Sendable, Equatable {
  /// What it is called.
  public let name: String
  /// What a text needs to be adopted by vote.
  public let rule: VotingRule
  /// Whether the body seeks consensus before it votes.
  public let seeksConsensus: Bool
  /// How it goes about its votes.
  public let procedure: Procedure

  /// Describes a body.
  public init(
    name: String,
    rule: VotingRule,
    seeksConsensus: Bool,
    procedure: Procedure = .plain
  ) {
    self.name = name
    self.rule = rule
    self.seeksConsensus = seeksConsensus
    self.procedure = procedure
  }
}

/// How a body goes about its votes, besides the majority that it needs.
public struct Procedure: Sendable, Equatable {
  /// Share of the members that have to be in the room for a decision, 0...1; more than that have to.
  public var quorum: Double
  /// Whether the amendment furthest removed from the text is voted on first.
  public var ordersAmendments: Bool
  /// What it takes to open again what was decided by vote; nil where anybody may.
  public var reconsideration: VotingRule?
  /// What a decision on procedure takes.
  public var procedural: VotingRule

  /// Describes a procedure.
  public init(
    quorum: Double,
    ordersAmendments: Bool,
    reconsideration: VotingRule?,
    procedural: VotingRule
  ) {
    self.quorum = quorum
    self.ordersAmendments = ordersAmendments
    self.reconsideration = reconsideration
    self.procedural = procedural
  }

  /// Votes in any order, by whoever has come.
  public static let plain = Procedure(
    quorum: 0,
    ordersAmendments: false,
    reconsideration: nil,
    procedural: .simpleMajority
  )

  /// As main committees of the General Assembly go about it: rules 108, 113, 123, 126 and 130.
  public static let generalAssembly = Procedure(
    quorum: 0.5,
    ordersAmendments: true,
    reconsideration: .twoThirds,
    procedural: .simpleMajority
  )

  /// The procedures that have a name of their own, as files write it.
  public static let named: [(name: String, procedure: Procedure)] = [
    ("plain", .plain), ("general-assembly", .generalAssembly),
  ]
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
