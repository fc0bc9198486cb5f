public import Forecasting
public import Treaty

/// One negotiation: what is on the table, who speaks, what was decided, and the log of it all.
public struct Session: Sendable {
  /// Where the negotiation stands.
  public enum Stage: Hashable, Sendable {
    /// Delegations table, sponsor and vote; rounds are counted from 1.
    case negotiating(round: Int)
    /// The treaty has been adopted.
    case concluded(Adoption, round: Int)
  }

  /// The room, the text and the rule as they were given.
  public let scenario: Scenario
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
  /// The delegations that people speak for, in the order given; nobody but the chair if empty.
  public internal(set) var played: [Delegation.ID] = []
  /// Every vote so far.
  public internal(set) var votes: [RollCall] = []

  /// Opens a room with a draft on the table; the scenario's own if none is named.
  public init(scenario: Scenario, seed: UInt64, opening: Int? = nil) {
    let draft = opening ?? scenario.opening
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
    self = Session(replaying: log.dropLast(), in: scenario, seed: seed, opening: opening)
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

  /// The round, counted from 1.
  public var round: Int {
    switch stage {
    case .negotiating(let round): round
    case .concluded(_, let round): round
    }
  }

  /// What surrounds the text when it is judged: the draft it came from decides.
  public var circumstances: Circumstances {
    var circumstances = Circumstances(of: scenario.drafts[base], in: scenario)
    circumstances.before = scenario.drafts[base].text
    return circumstances
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
    }
  }
}
