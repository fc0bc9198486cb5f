public import Treaty

/// Something that happened in the room; the state is nothing but the events so far.
public enum Event: Hashable, Sendable, Codable {
  /// A named draft was put on the table.
  case draftTabled(Draft.ID)
  /// People speak for these delegations now; for the chair where there are none.
  case floorTaken([Delegation.ID])
  /// A proposal was tabled.
  case proposalTabled(Proposal)
  /// A delegation joined a proposal.
  case sponsorJoined(Int, Delegation.ID)
  /// A delegation left a proposal.
  case sponsorLeft(Int, Delegation.ID)
  /// A proposal was taken back.
  case proposalWithdrawn(Int)
  /// A delegation objected to agreeing something without a vote.
  case objectionRaised(Question, Delegation.ID)
  /// Agreement without a vote was sought, and these delegations blocked it.
  case silenceBroken(Question, by: [Delegation.ID])
  /// Nobody blocked: it was agreed without a vote.
  case agreedWithoutVote(Question)
  /// A vote was taken.
  case voteTaken(RollCall)
  /// A clause now stands like this.
  case clauseChanged(Clause.ID, Provision)
  /// The treaty was adopted.
  case treatyAdopted(Adoption)
  /// A round began.
  case roundBegan(Int)

  /// Who may see it; all that happens in the open room is everyone's.
  public var audience: Audience { .everyone }
}

/// How a treaty was adopted.
public enum Adoption: String, Sendable, Codable {
  /// Nobody blocked.
  case byConsensus
  /// It had the votes that the rule asks for.
  case byVote
}

/// One move and what came of it, as it stands in the log.
public struct Entry: Hashable, Sendable, Codable {
  /// Counted from 1.
  public let number: Int
  /// Who moved.
  public let actor: Role
  /// What was done.
  public let move: Move
  /// What came of it, chance included.
  public let events: [Event]

  /// Records a move.
  public init(number: Int, actor: Role, move: Move, events: [Event]) {
    self.number = number
    self.actor = actor
    self.move = move
    self.events = events
  }
}
