public import Treaty

/// Something that somebody does in the room and that may change it.
public enum Move: Hashable, Sendable, Codable {
  /// Put a named draft on the table, which ends all that was open on the one before.
  case start(Draft.ID)
  /// Speak for these from now on.
  case speak(Seats)
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
  /// Go on to the next round or stage.
  case proceed
  /// Offer a delegation something, for something or for nothing.
  case offer(to: Delegation.ID, gives: Deal.Favour, wants: Deal.Favour?)
  /// Take an offer up, or refuse it.
  case answer(Int, accepts: Bool)
  /// Ask one's capital for leave to accept that a clause stands like this.
  case askCapital(Clause.ID, Provision)
  /// Set how the room is run.
  case keep(HouseRules)
  /// Ask delegations for something without a return.
  case ask([Delegation.ID], Deal.Favour)
  /// Refuse an offer and make another in its place.
  case counter(Int, gives: Deal.Favour, wants: Deal.Favour?)
  /// Say where one stands on a clause, and let the text pass.
  case declare(Declaration.Kind, Clause.ID)
  /// Say before the ceremony whether one will sign.
  case sign(Bool)
  /// Say something to the room.
  case say(String)
  /// Explain one's vote on something.
  case explain(Question, String)
  /// Have clauses voted on apart before the text is put as a whole; refused where somebody objects, so that it is voted
  /// on.
  case divide([Clause.ID])
}

/// What is put to the room.
public enum Question: Hashable, Sendable, Codable {
  /// Shall this proposal be part of the text?
  case proposal(Int)
  /// Shall this clause stay in the text?
  case retain(Clause.ID)
  /// Shall the whole text be adopted?
  case draft
  /// Shall this clause, which was decided, be opened again?
  case reconsider(Clause.ID)
  /// Shall no action be taken on this proposal?
  case noAction(Int)
  /// Shall the chair's ruling on the order of voting on this clause stand?
  case ruling(Clause.ID)
  /// Shall these clauses be voted on apart?
  case division([Clause.ID])
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
