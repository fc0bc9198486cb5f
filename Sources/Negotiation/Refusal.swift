public import Treaty

/// Why a move was not made: what stood against it, as values and without words.
public enum Refusal: Error, Hashable, Sendable {
  /// No proposal has that number; these are open.
  case noSuchProposal(Int, open: [Int])
  /// The proposal is no longer on the table.
  case proposalClosed(Int, Proposal.State)
  /// The clause reads that way already.
  case alreadyReads(Clause.ID, Provision)
  /// That wording is on the table already, as this proposal.
  case alreadyProposed(Int)
  /// The proposer or a sponsor wants to join again.
  case alreadySponsor(Int, Delegation.ID)
  /// Somebody who has no part in a proposal wants to leave it.
  case notSponsor(Int, Role)
  /// The proposal is one's own.
  case ownProposal(Int)
  /// The delegation has objected already.
  case alreadyObjected(Question, Delegation.ID)
  /// Delegations object to agreeing it without a vote.
  case objected(Question, by: [Delegation.ID])
  /// Only delegations do that, and the chair is speaking.
  case chairCannot(Move)
  /// The clause is not in the text, so that it cannot be kept.
  case notInText(Clause.ID)
  /// Several proposals are open on the clause: one has to be named.
  case severalOpen(Clause.ID, [Int])
  /// The last round has begun already.
  case lastRound(Int)
  /// The treaty has been adopted.
  case concluded(Adoption)
  /// A played delegation was not asked.
  case ballotMissing(Delegation.ID)
  /// There is nothing to take back.
  case nothingToUndo
}
