/// How the talks ended.
public enum Outcome: Hashable, Sendable, Codable {
  /// Nobody blocked.
  case adoptedByConsensus
  /// The text had the votes that the rule asks for.
  case adoptedByVote(yes: Int, no: Int, abstaining: Int)
  /// The text was put to the vote and lost.
  case notAdopted(yes: Int, no: Int, abstaining: Int)
  /// Consensus failed, and nobody put the text to the vote.
  case noAgreement

  /// Whether there is a treaty.
  public var isAdopted: Bool {
    switch self {
    case .adoptedByConsensus, .adoptedByVote: true
    case .notAdopted, .noAgreement: false
    }
  }

  /// The one line that ends a session, the same for every program that reads it.
  public var line: String {
    switch self {
    case .adoptedByConsensus: "Outcome: adopted by consensus"
    case .adoptedByVote(let yes, let no, let abstaining):
      "Outcome: adopted by vote \(yes)–\(no)–\(abstaining)"
    case .notAdopted: "Outcome: not adopted"
    case .noAgreement: "Outcome: no agreement"
    }
  }
}

/// Where the negotiation stands.
public enum Stage: Hashable, Sendable, Codable {
  /// Delegations table, sponsor, deal and vote; rounds are counted from 1, and the first is the opening.
  case negotiating(round: Int)
  /// The chair has put a package: what is left is to adopt it or not.
  case package
  /// The talks have ended, in a treaty or without.
  case concluded
  /// The treaty has been opened for signature.
  case signature
  /// The years after.
  case ratification
  /// Everything is unsealed and told again.
  case debrief
}
