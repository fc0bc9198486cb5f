public import Forecasting
public import Treaty

/// One negotiation: what is on the table, who speaks, what was decided, and the log of it all.
public struct Session: Sendable {
  /// The room as it was given.
  public let origin: Scenario
  /// The room as it is: the news has changed what delegations want.
  public internal(set) var scenario: Scenario
  /// What decides all chance.
  public let seed: UInt64
  /// The draft that lay on the table before any move, as a place in `Scenario.drafts`.
  public let opening: Int
  /// Every move so far.
  public private(set) var log: [Entry] = []
  /// The text on the table.
  public internal(set) var text: TreatyText
  /// The named draft that the text came from, as a place in `Scenario.drafts`.
  public internal(set) var base: Int
  /// Every proposal so far, in the order of tabling.
  public internal(set) var proposals: [Proposal] = []
  /// The delegations that object to adopting the text as it stands without a vote.
  public internal(set) var objectors: [Delegation.ID] = []
  /// Where the negotiation stands.
  public internal(set) var stage: Stage = .negotiating(round: 1)
  /// The round, counted from 1; after the last one it stays.
  public internal(set) var round = 1
  /// How the talks ended; nil while they go on.
  public internal(set) var outcome: Outcome?
  /// For whom people speak.
  public internal(set) var seats = Seats()
  /// How the room is run.
  public internal(set) var rules = HouseRules()
  /// Every vote so far.
  public internal(set) var votes: [RollCall] = []
  /// What delegations did that nobody plays, round by round.
  public internal(set) var acts: [(round: Int, act: Act)] = []
  /// The meetings of blocs, round by round.
  public internal(set) var meetings: [(round: Int, meeting: BlocMeeting)] = []
  /// The news so far, with the round after which it broke.
  public internal(set) var news: [(round: Int, item: NewsItem.ID)] = []
  /// Every offer so far, in the order of making.
  public internal(set) var deals: [Deal] = []
  /// What capitals answered, in order.
  public internal(set) var answers: [CapitalAnswer] = []
  /// Instructions that were breached: whose, and their place in the brief.
  public internal(set) var breaches: [(delegation: Delegation.ID, instruction: Int)] = []
  /// What delegations said of a text that they let pass.
  public internal(set) var declarations: [Declaration] = []
  /// What was said to the room.
  public internal(set) var statements: [(round: Int, role: Role, words: String)] = []
  /// The answers to requests without a return.
  public internal(set) var requests:
    [(delegation: Delegation.ID, favour: Deal.Favour, accepts: Bool)] = []
  /// Clauses whose order of voting is free.
  public internal(set) var freeOrders: [Clause.ID] = []
  /// What was decided by vote, the last decision first.
  public internal(set) var decided: [Ruling] = []
  /// Whether the text has to be put to the vote before the room can go on.
  public internal(set) var isVoteDue = false
  /// Whether agreement on the package was sought and failed.
  public internal(set) var isConsensusExhausted = false
  /// Whether played delegations will sign, as far as they have said.
  public internal(set) var announcements: [(delegation: Delegation.ID, signs: Bool)] = []
  /// Who signed at the ceremony; nil before it.
  public internal(set) var signatories: [Delegation.ID]?
  /// Who ratified, year by year; nil before.
  public internal(set) var ratifications: [[Delegation.ID]]?
  /// What delegations said of their votes.
  public internal(set) var explanations:
    [(delegation: Delegation.ID, question: Question, words: String)] = []
  /// Clauses that are to be voted on apart before the text is put as a whole.
  public internal(set) var parts: [Clause.ID] = []

  /// Opens a room with a draft on the table; the scenario's own if none is named.
  public init(scenario: Scenario, seed: UInt64, opening: Int? = nil) {
    let draft = opening ?? scenario.opening
    origin = scenario
    self.scenario = scenario
    self.seed = seed
    self.opening = draft
    base = draft
    text = scenario.drafts[draft].text
  }

  /// The same negotiation as if the text on the table were another: for a question from outside, which
  /// makes no move.
  public func supposing(_ text: TreatyText) -> Session {
    var session = self
    session.text = text
    return session
  }

  /// Makes a move, or refuses it and changes nothing.
  public mutating func make(_ move: Move, by actor: Role) throws(Refusal) -> [Event] {
    let events = try outcome(of: move, by: actor)
    let entry = Entry(number: log.count + 1, actor: actor, move: move, events: events)
    append(entry)
    return events
  }

  /// Why a move would be refused now; nil where it would be made.
  public func refusal(of move: Move, by actor: Role) -> Refusal? {
    do throws(Refusal) {
      _ = try outcome(of: move, by: actor)
      return nil
    } catch {
      return error
    }
  }

  /// Takes back the last move with all that came of it, and says which it was.
  public mutating func undo() throws(Refusal) -> Entry {
    guard let last = log.last else { throw .nothingToUndo }
    self = Session(replaying: log.dropLast(), in: origin, seed: seed, opening: opening)
    return last
  }

  /// Folds a log into a session; the events are taken as they stand, and nothing is drawn again.
  public init(
    replaying log: some Sequence<Entry>,
    in scenario: Scenario,
    seed: UInt64,
    opening: Int? = nil
  ) {
    self.init(scenario: scenario, seed: seed, opening: opening)
    for entry in log { append(entry) }
  }

  private mutating func append(_ entry: Entry) {
    for event in entry.events { record(event) }
    log.append(entry)
  }
}

extension Session {
  /// The proposals on the table, in the order of tabling.
  public var openProposals: [Proposal] {
    proposals.filter { $0.state == .open }
  }

  /// The proposals on the table for one clause.
  public func openProposals(on clause: Clause.ID) -> [Proposal] {
    openProposals.filter { $0.clause == clause }
  }

  /// The proposal of that number, if it is on the table.
  public func openProposal(_ number: Int) throws(Refusal) -> Proposal {
    guard let proposal = proposals.first(where: { $0.number == number }) else {
      throw .noSuchProposal(number, open: openProposals.map(\.number))
    }
    guard proposal.state == .open else { throw .proposalClosed(number, proposal.state) }
    return proposal
  }

  /// The delegations that people speak for, in the order given.
  public var played: [Delegation.ID] { seats.delegations }

  /// Whether every delegation is a team: a class in a room that it can fill.
  public var isFilled: Bool {
    rules.isClass && scenario.delegations.count <= HouseRules.smallRoom
  }

  /// The delegations that are asked for their votes: those that people speak for; in a class also those that have
  /// been spoken for by name, and in a small room all.
  public var asked: [Delegation.ID] {
    guard rules.isClass else { return played }
    let spoken = spokenFor
    return scenario.delegations.map(\.id).filter { spoken.contains($0) }
  }

  /// Rounds of negotiation, 1 or more.
  public var rounds: Int { rules.pace.rounds ?? scenario.rounds }

  /// What surrounds the text when it is judged: the draft it came from, the time that is left, and the deals in
  /// force.
  public var circumstances: Circumstances {
    var circumstances = Circumstances(of: scenario.drafts[base], in: scenario)
    circumstances.before = scenario.drafts[base].text
    if let place = scenario.fallback, urgency > circumstances.fallback?.chance ?? 0 {
      circumstances.fallback = Circumstances.Fallback(
        text: scenario.drafts[place].text,
        chance: urgency
      )
    }
    if case .negotiating = stage {} else { circumstances.isPackage = true }
    circumstances.deals = worthOfDeals
    circumstances.unheard = unheard
    return circumstances
  }

  /// The observers that people speak for and that have not spoken in this round, as places in the scenario.
  ///
  /// The others speak for themselves.
  private var unheard: [Int] {
    seats.observers.compactMap { id in
      let hasSpoken = statements.contains { $0.round == round && $0.role == .observer(id) }
      return hasSpoken ? nil : scenario.observers.firstIndex { $0.id == id }
    }
  }

  /// Chance that failure now leads to the worse text, as time runs out, 0...1.
  private var urgency: Double {
    guard let last = scenario.urgency.last else { return 0 }
    guard case .negotiating(let round) = stage else { return last }
    // A shorter game runs through the same time.
    let passed = Double(round - 1) / Double(rounds)
    let place = Int(passed * Double(scenario.urgency.count - 1))
    return scenario.urgency[min(place, scenario.urgency.count - 1)]
  }

  /// The text as it would stand if a question were carried, and as it would stand if not.
  public func texts(of question: Question) throws(Refusal) -> (
    carried: TreatyText, lost: TreatyText
  ) {
    switch question {
    case .proposal(let number):
      let proposal = try openProposal(number)
      guard let clause = scenario.index(of: proposal.clause) else {
        preconditionFailure("proposals name clauses of the scenario")
      }
      return (text.with(proposal.provision, at: clause), text)
    case .retain(let id):
      guard let clause = scenario.index(of: id) else {
        preconditionFailure("questions name clauses of the scenario")
      }
      guard text.provisions[clause] != .absent else { throw .notInText(id) }
      return (text, text.with(.absent, at: clause))
    case .draft:
      return (text, text)
    case .reconsider(let id):
      guard let clause = scenario.index(of: id),
        let ruling = decided.first(where: { $0.clause == id })
      else { throw .notDecided(id) }
      return (text.with(ruling.other, at: clause), text)
    case .division(let clauses):
      // Who would rather be rid of a part wants it put apart.
      let without = clauses.compactMap { scenario.index(of: $0) }.reduce(text) {
        $0.with(.absent, at: $1)
      }
      return (without, text)
    case .noAction(let number):
      let texts = try texts(of: .proposal(number))
      return (texts.lost, texts.carried)
    case .ruling(let id):
      // Who would rather have the one that is put first upholds the order.
      guard let clause = scenario.index(of: id), let first = votingOrder(on: id).first,
        let last = votingOrder(on: id).last
      else { throw .noRuling(id) }
      return (
        text.with(first.provision, at: clause), text.with(last.provision, at: clause)
      )
    }
  }
}
