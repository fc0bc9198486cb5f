import Forecasting
import Negotiation
import Treaty

/// `vote`: put something to the vote.
struct VoteVerb: Verb {
  static let word = "vote"
  static let usage = "vote P1 | vote CLAUSE | vote draft"
  static let summary =
    "Put a proposal, a clause or the draft to the vote; whoever people speak for is asked."
  static let purpose = Purpose.decide
  static let isMove = true
  static let slots: [Slot] = [.question]

  private let name: String
  private let ballots: [Ballot]

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.map { "vote P\($0.number)" } + ["vote draft"]
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    name = try arguments.next("a proposal, a clause or `draft`")
    ballots = try Answers.ballots(from: &arguments)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    try room.open(try question(in: room), given: ballots)
  }

  private func question(in room: Room) throws(Complaint) -> Question {
    if Question.isDraft(name) { return .draft }
    if let number = Names.proposalNumber(name) { return .proposal(number) }
    let clause = room.scenario.clauses[try room.names.clause(name)]
    let open = room.session.openProposals(on: clause.id)
    if open.count == 1, let only = open.first { return .proposal(only.number) }
    return .retain(clause.id)
  }
}

extension Question {
  /// Whether a word means the whole text.
  static func isDraft(_ word: String) -> Bool {
    ["draft", "text", "treaty"].contains(word.folded)
  }
}

extension Room {
  /// Opens a vote: whoever people speak for is asked, and the others' votes are drawn.
  mutating func open(_ question: Question, given ballots: [Ballot] = []) throws(Complaint) -> Reply
  {
    // What is not allowed is refused before anybody is asked.
    var trial = session
    // As many answers as there are states are those of all, in the order of the scenario.
    let all = scenario.delegations.map(\.id)
    let waiting = ballots.count == all.count ? all : session.asked
    do throws(Refusal) {
      let asked = waiting.map { Vote($0, .abstain) }
      _ = try trial.make(.vote(question, ballots: asked), by: acting)
    } catch {
      throw .refused(error)
    }
    let open = OpenVote(question: question, caller: acting, waiting: waiting)
    openVote = open
    if !ballots.isEmpty {
      guest = nil
      return try answer(ballots)
    }
    guard let first = open.waiting.first else { return try count(open) }
    var page = Page()
    page.say("\(sentence(for: question)) \(need(for: question))")
    return ask(first, on: page)
  }

  /// What is put, as a sentence.
  func sentence(for question: Question) -> String {
    switch question {
    case .proposal(let number):
      let proposal = session.proposals.first { $0.number == number }
      return "Put to the vote: P\(number), clause \(proposal?.clause.text ?? "") to read "
        + "\(proposal?.provision.displayName ?? "")."
    case .retain(let clause):
      return "Put to the vote: shall clause \(clause) stay in the text?"
    case .draft:
      let isForced = scenario.body.seeksConsensus && session.isConsensusExhausted
      let bureau =
        "The Chair, on a decision of the Bureau, declares efforts at consensus exhausted. "
      return (isForced ? bureau : "") + "Put to the vote: the text as a whole."
    case .reconsider(let clause):
      return "Put to the vote: shall clause \(clause), which was decided, be opened again?"
    case .noAction(let number):
      return "Put to the vote: shall no action be taken on P\(number)?"
    case .ruling(let clause):
      return "Put to the vote: shall the chair's ruling on clause \(clause) stand?"
    case .division(let clauses):
      let list = clauses.map(\.text).joined(separator: ", ")
      return
        "Put to the vote: shall \(clauses.count == 1 ? "clause" : "clauses") \(list) be voted on apart?"
    }
  }

  /// What a question takes, as a sentence.
  func need(for question: Question) -> String {
    Room.need(session.rule(for: question), in: scenario)
  }

  /// Counts a vote that everybody asked has answered.
  mutating func count(_ open: OpenVote) throws(Complaint) -> Reply {
    openVote = nil
    let estimate = try chanceOfCarrying(open.question)
    let pledged = session.pledged(to: open.question).filter { id in
      !open.ballots.contains { $0.delegation == id }
    }
    guest = open.caller
    let events = try make(.vote(open.question, ballots: open.ballots))
    focus = .text
    var page = Page()
    var document: (any Encodable & Sendable)?
    for event in events {
      switch event {
      case .voteTaken(let rollCall):
        sayRollCall(rollCall, on: &page)
        sayEstimate(estimate, given: open.ballots, pledged: pledged.count, on: &page)
        document = RollCallDocument(rollCall)
      case .clauseChanged(let clause, let provision):
        page.say("Clause \(clause) reads \(provision.displayName) now.", indent: 2)
      case .proposalDisposed(let number, by: let other):
        page.say(
          "P\(number) falls with it: who adopts P\(other) has rejected P\(number).",
          indent: 2
        )
      case .quorumMissed(_, let present):
        page.say(
          "No vote: only \(present) of \(scenario.delegations.count) are in the room, and a decision needs more than half."
        )
      case .clauseReopened(let clause): page.say("Clause \(clause) is open again.", indent: 2)
      case .proposalSetAside(let number):
        page.say("P\(number) is set aside without a decision.", indent: 2)
      case .rulingOverturned(let clause):
        page.say("The proposals on clause \(clause) are voted on in any order.", indent: 2)
      case .divided: sayParts(on: &page)
      default: break
      }
    }
    sayEnd(events, on: &page)
    guest = nil
    hint(nextStep, on: &page)
    return Reply(page, document: document ?? StatusDocument(self))
  }

  private func chanceOfCarrying(_ question: Question) throws(Complaint) -> Double {
    do throws(Refusal) {
      return try session.forecast(of: question).adoption
    } catch {
      throw .refused(error)
    }
  }

  /// Who voted how, and what came of it.
  func sayRollCall(_ rollCall: RollCall, on page: inout Page) {
    var table = Table([.leading, .trailing, .leading])
    let rows: [(Ballot, String, Style)] = [
      (.yes, "yes", .favourable), (.no, "no", .adverse), (.abstain, "abstaining", .plain),
      (.absent, "away", .faint),
    ]
    for (ballot, label, style) in rows {
      let members = rollCall.votes.indices.filter { rollCall.votes[$0].ballot == ballot }
      let words = members.isEmpty ? "" : grouping.names(members)
      table.add(Phrase(label, style), Phrase(String(members.count)), Phrase(words))
    }
    page.show(table)
    let what: String
    switch rollCall.question {
    case .proposal(let number):
      what = "P\(number) is \(rollCall.isCarried ? "ADOPTED" : "REJECTED")"
    case .retain(let clause):
      what =
        "Asked whether it shall stay: clause \(clause) \(rollCall.isCarried ? "STAYS" : "is STRUCK")"
    case .draft: what = rollCall.isCarried ? "ADOPTED by vote" : "NOT ADOPTED"
    case .ruling(let clause):
      what = "The chair's ruling on clause \(clause) \(rollCall.isCarried ? "STANDS" : "FALLS")"
    case .reconsider, .noAction, .division:
      what =
        "\(name(of: rollCall.question)) \(rollCall.isCarried ? "CARRIED" : "LOST")".capitalisedFirst
    }
    page.say(
      "\(what, .strong): \(rollCall.count(.yes)) yes, \(rollCall.count(.no)) no, "
        + "\(rollCall.count(.abstain)) abstaining. \(need(for: rollCall.question))"
    )
  }

  /// How a vote compares with what was estimated before it, and whose votes were drawn.
  private func sayEstimate(_ estimate: Double, given: [Vote], pledged: Int, on page: inout Page) {
    let drawn = scenario.delegations.count - given.count - pledged
    let asked = grouping.names(of: given.map(\.delegation))
    let others = given.isEmpty && pledged == 0 ? "All votes" : "The other \(drawn)"
    let sentences = [
      "The estimate gave it \(Figures.chance(estimate)).",
      given.count == scenario.delegations.count
        ? "Every state was asked." : given.isEmpty ? "" : "You voted for \(asked).",
      pledged == 0
        ? ""
        : "\(Figures.count(pledged, "state")) voted for what \(pledged == 1 ? "it stands" : "they stand") behind.",
      drawn == 0 ? "" : "\(others) were drawn from the estimate.",
    ]
    page.say(Phrase(sentences.filter { !$0.isEmpty }.joined(separator: " ")), indent: 2)
  }
}

/// A vote as data.
private struct RollCallDocument: Encodable, Sendable {
  let schema = "plenary.vote/1"
  let carried: Bool
  let counts: [String: Int]
  let votes: [String: String]

  init(_ rollCall: RollCall) {
    carried = rollCall.isCarried
    var counts: [String: Int] = [:]
    for ballot in Ballot.allCases { counts[ballot.rawValue] = rollCall.count(ballot) }
    self.counts = counts
    var votes: [String: String] = [:]
    for vote in rollCall.votes { votes[vote.delegation.text] = vote.ballot.rawValue }
    self.votes = votes
  }
}
