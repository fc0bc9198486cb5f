public import Treaty

/// Something that happened in the room; the state is nothing but the events so far.
public enum Event: Hashable, Sendable, Codable {
  /// A named draft was put on the table.
  case draftTabled(Draft.ID)
  /// People speak for these now.
  case floorTaken(Seats)
  /// A proposal was tabled.
  case proposalTabled(Proposal)
  /// A delegation joined a proposal.
  case sponsorJoined(Int, Delegation.ID)
  /// A delegation left a proposal.
  case sponsorLeft(Int, Delegation.ID)
  /// A proposal was taken back.
  case proposalWithdrawn(Int)
  /// A proposal fell because another one on the same clause was carried.
  case proposalDisposed(Int, by: Int)
  /// A proposal was set aside without a decision.
  case proposalSetAside(Int)
  /// A delegation objected to agreeing something without a vote.
  case objectionRaised(Question, Delegation.ID)
  /// A delegation took its objection back.
  case objectionDropped(Question, Delegation.ID)
  /// Agreement without a vote was sought, and these delegations blocked it.
  case silenceBroken(Question, by: [Delegation.ID])
  /// Nobody blocked: it was agreed without a vote.
  case agreedWithoutVote(Question)
  /// A vote was taken.
  case voteTaken(RollCall)
  /// A vote could not be taken, because too few were in the room.
  case quorumMissed(Question, present: Int)
  /// A clause now stands like this.
  case clauseChanged(Clause.ID, Provision)
  /// A clause that was decided is open again.
  case clauseReopened(Clause.ID)
  /// The chair's order of voting on a clause no longer binds.
  case rulingOverturned(Clause.ID)
  /// A delegation said where it stands on a text that it lets pass.
  case declared(Declaration)
  /// Somebody said something to the room.
  case said(Role, String)
  /// A delegation explained its vote.
  case explained(Delegation.ID, Question, String)
  /// These clauses are voted on apart before the text is put as a whole.
  case divided([Clause.ID])
  /// A delegation answered a request.
  case requestAnswered(Delegation.ID, Deal.Favour, accepts: Bool)
  /// The bureau decided that the text is put to the vote.
  case voteCalled
  /// The talks ended.
  case talksEnded(Outcome)
  /// A round began.
  case roundBegan(Int)
  /// A bloc met.
  case blocMet(BlocMeeting)
  /// A delegation acted that nobody plays.
  case acted(Act)
  /// News broke.
  case newsBroke(NewsItem.ID)
  /// The chair put a package, which takes these proposals up.
  case packagePut([Int])
  /// A deal was offered.
  case dealOffered(Deal)
  /// An offer was answered.
  case dealAnswered(Int, accepts: Bool)
  /// A capital answered its delegation.
  case capitalAnswered(CapitalAnswer)
  /// A delegation did what its instructions do not allow: the place of the instruction in its brief.
  case instructionBreached(Delegation.ID, Int)
  /// The room is run like this now.
  case rulesKept(HouseRules)
  /// A delegation said whether it will sign.
  case signatureAnnounced(Delegation.ID, Bool)
  /// The treaty was opened for signature, and these signed.
  case signed([Delegation.ID])
  /// These ratified, year by year from the first after the ceremony.
  case ratified([[Delegation.ID]])
  /// All was unsealed.
  case debriefBegan

  /// Who may see it.
  public var audience: Audience {
    switch self {
    case .capitalAnswered(let answer): .delegations([answer.delegation])
    case .instructionBreached(let delegation, _): .delegations([delegation])
    default: .everyone
    }
  }
}

/// What a capital says to a request for leave.
public struct CapitalAnswer: Hashable, Sendable, Codable {
  /// Why a capital answers as it does.
  public enum Reason: Hashable, Sendable, Codable {
    /// Nothing in the instructions speaks against it, and nothing is lost.
    case free
    /// It costs little beside what has been won.
    case affordable
    /// The instructions rule it out: their place in the brief.
    case ruledOut(Int)
    /// It costs too much.
    case tooDear
    /// This has to be won first: its place in the brief.
    case winFirst(Int)
    /// Leave was given before, and nothing has been won since.
    case nothingLeft
  }

  /// Who asked.
  public let delegation: Delegation.ID
  /// The clause.
  public let clause: Clause.ID
  /// How it would stand.
  public let provision: Provision
  /// Whether leave is given.
  public let isGranted: Bool
  /// Why.
  public let reason: Reason

  /// Records an answer.
  public init(
    delegation: Delegation.ID,
    clause: Clause.ID,
    provision: Provision,
    isGranted: Bool,
    reason: Reason
  ) {
    self.delegation = delegation
    self.clause = clause
    self.provision = provision
    self.isGranted = isGranted
    self.reason = reason
  }
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

  /// Who may know of it: a question to one's capital is nobody else's.
  public var audience: Audience {
    if case .askCapital = move, let delegation = actor.delegation {
      return .delegations([delegation])
    }
    return .everyone
  }
}
