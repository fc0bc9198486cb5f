public import Treaty

/// Something that somebody does in the room and that may change it.
public enum Move: Hashable, Sendable, Codable {
  /// Put a named draft on the table, which ends all that was open on the one before.
  case start(Draft.ID)
  /// Speak for these delegations from now on; for the chair where there are none.
  case speak([Delegation.ID])
  /// Table another wording for a clause.
  case propose(Clause.ID, Provision)
  /// Join a proposal.
  case sponsor(Int)
  /// Leave a proposal, or take it back if it is one's own.
  case withdraw(Int)
  /// Ask that something be agreed without a vote.
  case agree(Question)
  /// Object to agreeing something without a vote.
  case object(Question)
  /// Put something to the vote, with the ballots of the delegations that people speak for; the
  /// others' are drawn.
  case vote(Question, ballots: [Vote])
  /// Go on to the next round.
  case nextRound
}

/// What is put to the room.
public enum Question: Hashable, Sendable, Codable {
  /// Shall this proposal be part of the text?
  case proposal(Int)
  /// Shall this clause stay in the text?
  case retain(Clause.ID)
  /// Shall the whole text be adopted?
  case draft
}

/// What one delegation did in a vote.
public struct Vote: Hashable, Sendable, Codable {
  /// Who voted.
  public let delegation: Delegation.ID
  /// How.
  public let ballot: Ballot

  /// Records a vote.
  public init(_ delegation: Delegation.ID, _ ballot: Ballot) {
    self.delegation = delegation
    self.ballot = ballot
  }
}
