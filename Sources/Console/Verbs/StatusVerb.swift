import Negotiation
import Treaty

/// `status`: where the negotiation stands.
struct StatusVerb: Verb {
  static let word = "status"
  static let usage = "status"
  static let summary = "Where the negotiation stands; the round, who speaks, what is on the table."
  static let purpose = Purpose.look

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) -> Reply {
    let session = room.session
    let draft = room.scenario.drafts[session.base]
    let changed = session.text.differences(from: draft.text)
    var page = Page()
    page.say(Phrase("\(room.stageWords)", .strong))
    page.say("Speaking for \(room.seated).", hang: 2)
    let ids = changed.map { room.scenario.clauses[$0].id.text }.joined(separator: ", ")
    page.say(
      changed.isEmpty
        ? "On the table: \(draft.title), unchanged."
        : "On the table: \(draft.title), with \(changed.count == 1 ? "clause" : "clauses") \(ids) changed.",
      hang: 2
    )
    if let open = room.openVote {
      let waiting = open.waiting.map { room.name(of: $0) }.joined(separator: ", ")
      page.say(
        "A vote is open on \(room.name(of: open.question)); it waits for \(waiting).",
        hang: 2
      )
    }
    page.show(room.table(of: session.openProposals))
    if session.openProposals.isEmpty { page.say("No proposal is on the table.") }
    page.say(Phrase(room.progress))
    room.sayParts(on: &page)
    if let silent = room.silence { page.say(Phrase(silent), hang: 2) }
    let open = session.outcome == nil ? session.waitingDeals : []
    for deal in open { page.say(Phrase(room.words(for: deal)), hang: 2) }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// Some proposals as rows.
  func table(of proposals: [Proposal]) -> Table {
    var table = Table([.leading, .leading, .leading])
    for proposal in proposals {
      table.add(
        Phrase("P\(proposal.number)", .strong),
        "\(proposal.clause) \(proposal.provision.name)",
        Phrase(backing(of: proposal))
      )
    }
    return table
  }

  /// Who stands behind a proposal and who objects.
  func backing(of proposal: Proposal) -> String {
    func named(_ ids: [Delegation.ID]) -> String {
      ids.count <= 6
        ? ids.map { name(of: $0) }.joined(separator: ", ")
        : grouping.names(of: ids, limit: 6)
    }
    var words = "by \(name(of: proposal.proposer))"
    if !proposal.sponsors.isEmpty { words += " with \(named(proposal.sponsors))" }
    if !proposal.objectors.isEmpty { words += "; objecting: \(named(proposal.objectors))" }
    return words
  }

  /// What a question is called in a sentence.
  func name(of question: Question) -> String {
    switch question {
    case .proposal(let number): "P\(number)"
    case .retain(let clause): "keeping clause \(clause)"
    case .draft: "the text as a whole"
    case .reconsider(let clause): "opening clause \(clause) again"
    case .noAction(let number): "taking no action on P\(number)"
    case .ruling(let clause): "the chair's order of voting on clause \(clause)"
    case .division(let clauses):
      "voting on clause \(clauses.map(\.text).joined(separator: ", ")) apart"
    }
  }

  /// What a question is called after `vote`.
  func commandName(of question: Question) -> String {
    switch question {
    case .proposal(let number): "P\(number)"
    case .retain(let clause): clause.text
    case .draft: "draft"
    case .reconsider(let clause): clause.text
    case .noAction(let number): "P\(number)"
    case .ruling(let clause): clause.text
    case .division(let clauses): clauses.first?.text ?? "draft"
    }
  }

  /// The line that makes sense next.
  var nextStep: String {
    if openVote != nil { return "yes" }
    if session.stage == .debrief { return "save" }
    if let part = session.parts.first { return "vote \(part)" }
    if session.isVoteDue || session.outcome != nil || session.stage == .package { return "next" }
    switch focus {
    case .tried(let change):
      let line = "propose \(scenario.clauses[change.clause].id) \(change.provision.commandName)"
      if firstWorking([line]) == line { return line }
    case .proposal(let number):
      if let proposal = session.openProposals.first(where: { $0.number == number }) {
        return "vote P\(firstInOrder(on: proposal.clause) ?? number)"
      }
    case .text: break
    }
    if session.seats.chair == .itself, session.played.isEmpty, session.seats.observers.isEmpty {
      return "next"
    }
    if let open = session.openProposals.first {
      return "vote P\(firstInOrder(on: open.clause) ?? open.number)"
    }
    let isUntouched = session.text == scenario.drafts[scenario.opening].text
    if session.proposals.isEmpty, isUntouched {
      return scenario.firstMove.isEmpty ? "text" : scenario.firstMove
    }
    return "forecast"
  }

  /// The proposal on a clause that is put to the vote first, where there is an order.
  private func firstInOrder(on clause: Clause.ID) -> Int? {
    guard scenario.body.procedure.ordersAmendments, !session.freeOrders.contains(clause) else {
      return nil
    }
    return session.votingOrder(on: clause).first?.number
  }

  /// Adds what can come next, unless hints are off or a tour says it.
  func hint(_ line: String, on page: inout Page) {
    if settings.showsHints, tour == nil { page.say("Next: \(Phrase(line, .strong))", hang: 6) }
  }
}

/// The state of a room as data.
struct StatusDocument: Encodable, Sendable {
  struct Proposed: Encodable, Sendable {
    let schema = "plenary.proposal/1"
    let id: String
    let clause: String
    let wording: String
    let proposer: String
    let sponsors: [String]
    let objectors: [String]
    let state: String

    init(_ proposal: Proposal) {
      id = "P\(proposal.number)"
      clause = proposal.clause.text
      wording = proposal.provision.name
      proposer = proposal.proposer.key
      sponsors = proposal.sponsors.map(\.text)
      objectors = proposal.objectors.map(\.text)
      state = proposal.state.rawValue
    }
  }

  let schema = "plenary.status/1"
  let scenario: String
  let draft: String
  let round: Int
  let rounds: Int
  let stage: String
  let outcome: String?
  let adopted: String?
  let played: [String]
  let text: [String: String]
  let states: [String: String]
  let brackets: Int
  let proposals: [Proposed]

  init(_ room: Room) {
    let session = room.session
    scenario = room.scenario.id.text
    draft = room.scenario.drafts[session.base].id.text
    round = session.round
    rounds = session.rounds
    stage = session.stage.name
    outcome = session.outcome?.line
    switch session.outcome {
    case .adoptedByConsensus: adopted = "byConsensus"
    case .adoptedByVote: adopted = "byVote"
    case .notAdopted, .noAgreement, nil: adopted = nil
    }
    played = session.played.map(\.text)
    var text: [String: String] = [:]
    for (clause, provision) in zip(room.scenario.clauses, session.text.provisions) {
      text[clause.id.text] = provision.name
    }
    self.text = text
    states = Dictionary(
      uniqueKeysWithValues: room.scenario.clauses.enumerated().map {
        ($1.id.text, session.state(of: $0).rawValue)
      }
    )
    brackets = session.bracketed.count
    proposals = session.proposals.map(Proposed.init)
  }
}
