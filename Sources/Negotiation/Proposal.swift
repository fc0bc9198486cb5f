public import Treaty

/// Another wording for a clause, put to the room as P1, P2 and so on.
public struct Proposal: Hashable, Sendable, Codable {
  /// How a proposal stands.
  public enum State: String, Sendable, Codable {
    /// On the table.
    case open
    /// Taken back by its proposer.
    case withdrawn
    /// Agreed without a vote.
    case agreed
    /// Adopted by vote.
    case adopted
    /// Rejected by vote.
    case rejected
    /// Fallen, because another one on the same clause was carried.
    case disposed
    /// Set aside without a decision.
    case setAside
    /// Left out of the chair's package.
    case leftOut
  }

  /// Counted from 1 in the order of tabling: 1 is P1.
  public let number: Int
  /// The clause that it would change.
  public let clause: Clause.ID
  /// How the clause would stand.
  public let provision: Provision
  /// Who proposed it.
  public let proposer: Role
  /// Who joined, in the order of joining, without the proposer.
  public internal(set) var sponsors: [Delegation.ID] = []
  /// Who objected to agreeing it without a vote, in the order of objecting.
  public internal(set) var objectors: [Delegation.ID] = []
  /// How it stands.
  public internal(set) var state: State = .open

  /// Tables a proposal.
  public init(number: Int, clause: Clause.ID, provision: Provision, proposer: Role) {
    self.number = number
    self.clause = clause
    self.provision = provision
    self.proposer = proposer
  }
}
