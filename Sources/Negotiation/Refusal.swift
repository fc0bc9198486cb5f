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
  /// In a class the chair alone says how the room is run.
  case chairOnly
  /// Observers only speak.
  case observerCannot(Observer.ID)
  /// The clause is not in the text, so that it cannot be kept.
  case notInText(Clause.ID)
  /// Several proposals are open on the clause: one has to be named.
  case severalOpen(Clause.ID, [Int])
  /// The talks have ended.
  case concluded(Outcome)
  /// All stages are over.
  case over
  /// The text is to be put to the vote first.
  case voteDue
  /// Under the rules this proposal is further removed from the text and is voted on first.
  case furtherRemoved(Int, than: Int)
  /// The clause was decided by vote and is not open any more.
  case alreadyDecided(Clause.ID)
  /// The text was put to the vote and rejected, and may not be put again.
  case alreadyRejected(Clause.ID, Provision)
  /// The clause has not been decided, so there is nothing to open again.
  case notDecided(Clause.ID)
  /// No order of voting has been ruled on the clause.
  case noRuling(Clause.ID)
  /// A clause is voted on apart only where the room has divided the text.
  case divideFirst(Clause.ID)
  /// Nobody explains a vote on a proposal of one's own.
  case ownVote(Int)
  /// Somebody objects to dividing, or may, so that it is voted on.
  case divisionObjected([Clause.ID], by: [Delegation.ID])
  /// These clauses are to be voted on apart first.
  case partsFirst([Clause.ID])
  /// No offer has that number; these are open.
  case noSuchDeal(Int, open: [Int])
  /// The offer was made to somebody else.
  case notAddressed(Int, to: Delegation.ID)
  /// The offer has been answered.
  case dealClosed(Int, Deal.State)
  /// Nobody deals with oneself.
  case dealWithSelf
  /// The delegation could not do what it offers or is asked for.
  case cannotKeep(Delegation.ID, Deal.Favour)
  /// People speak for the delegation, and it answers for itself.
  case answersForItself(Delegation.ID, Deal.Favour)
  /// The delegation has no brief.
  case noBrief(Delegation.ID)
  /// It may be said only between adoption and the ceremony.
  case noCeremony
  /// The delegation has said so already.
  case alreadySaid(Delegation.ID)
  /// A played delegation was not asked.
  case ballotMissing(Delegation.ID)
  /// There is nothing to take back.
  case nothingToUndo
}
