import Negotiation
import Treaty

/// `show`: a clause with its wordings, or a proposal.
struct ShowVerb: Verb {
  static let word = "show"
  static let usage = "show CLAUSE | show P1"
  static let summary = "A clause; its words, its listed wordings, and where each stands."
  static let purpose = Purpose.look
  static let slots: [Slot] = [.clause]

  private let name: String

  static func examples(in room: Room) -> [String] {
    room.scenario.clauses.prefix(1).map { "show \($0.id)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    name = try arguments.next("a clause")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    if let number = Names.proposalNumber(name) {
      guard let proposal = room.session.proposals.first(where: { $0.number == number }) else {
        throw .refused(
          .noSuchProposal(number, open: room.session.openProposals.map(\.number))
        )
      }
      return room.page(on: proposal)
    }
    return room.page(on: try room.names.clause(name))
  }
}

extension Room {
  /// A clause with all that can be said of it.
  func page(on index: Int) -> Reply {
    let clause = scenario.clauses[index]
    let now = session.text.provisions[index]
    var page = Page()
    page.say("\(clause.id.text, .strong)  \(clause.title)  \("(\(clause.kind.rawValue))", .faint)")
    let state = session.state(of: index)
    let settled = state == .open || state == .bracketed ? "" : " (\(state.words))"
    page.say(Phrase(standing(of: index) + settled), indent: 2)
    if let words = bracketedWords(of: index) {
      page.gap()
      page.say(words, indent: 2)
    } else if case .worded(let reading) = now {
      page.gap()
      page.say(Phrase(reading.text), indent: 2)
    } else if case .listed(let id) = now, let wording = clause.wording(id) {
      page.gap()
      page.say(Phrase(wording.text), indent: 2)
    }
    sayVotingOrder(on: index, on: &page)
    page.heading("It can read")
    var table = Table([.leading, .leading, .leading])
    for wording in clause.wordings {
      let mark = now == .listed(wording.id) ? "now" : ""
      let held = wording.heldBy.isEmpty ? "" : " Held by \(wording.heldBy.joined(separator: ", "))."
      table.add(
        Phrase(wording.id.text, .strong),
        Phrase(mark, .faint),
        Phrase("\(wording.title).\(held)")
      )
    }
    table.add(Phrase("strike", .strong), now == .absent ? "now" : "", "no such clause")
    page.show(table)
    page.heading("Where each stands, 0 to 100")
    page.show(placements(of: index))
    if let other = clause.wordings.first(where: { now != .listed($0.id) }) {
      hint("try \(clause.id) \(other.id)", on: &page)
    }
    return Reply(page, document: ClauseDocument(self, index))
  }

  /// In which order the proposals on a clause are put to the vote, where there are several.
  private func sayVotingOrder(on index: Int, on page: inout Page) {
    let id = scenario.clauses[index].id
    let order = session.votingOrder(on: id)
    guard order.count > 1, scenario.body.procedure.ordersAmendments else { return }
    if session.freeOrders.contains(id) {
      page.say("Voted on in any order: the chair's ruling was overturned.", indent: 2)
      return
    }
    let steps = order.map {
      "P\($0.number) (\(Figures.place(session.removal(of: $0.provision, at: index))) points from the text)"
    }
    page.say(
      "Voted on in this order, the furthest removed first (rule 130): \(steps.joined(separator: ", ")).",
      indent: 2,
      hang: 2
    )
  }

  private func placements(of index: Int) -> Table {
    let clause = scenario.clauses[index]
    let issues = clause.issues
    var table = Table(
      [.leading] + issues.map { _ in .trailing },
      headings: [""] + issues.map { scenario.issues[$0].id.text }
    )
    for provision in clause.provisions {
      let places = scenario.placements(of: provision, at: index)
      table.add([Phrase(provision.displayName)] + issues.map { Phrase(Figures.place(places[$0])) })
    }
    return table
  }

  /// A proposal and what it would change.
  func page(on proposal: Proposal) -> Reply {
    var page = Page()
    page.say(
      "\("P\(proposal.number)", .strong)  \(proposal.clause) \(proposal.provision.displayName)"
    )
    page.say("\(backing(of: proposal)). It is \(proposal.state.words).", indent: 2)
    if let index = scenario.index(of: proposal.clause) {
      page.gap()
      sayRedline(
        from: session.text.provisions[index],
        to: proposal.provision,
        of: index,
        on: &page
      )
    }
    if proposal.state == .open { hint("vote P\(proposal.number)", on: &page) }
    return Reply(page, document: StatusDocument.Proposed(proposal))
  }
}

extension Proposal.State {
  /// The state in a sentence.
  var words: String {
    switch self {
    case .open: "on the table"
    case .withdrawn: "withdrawn"
    case .agreed: "agreed without a vote"
    case .adopted: "adopted by vote"
    case .rejected: "rejected by vote"
    case .disposed: "fallen, because another one on its clause was carried"
    case .setAside: "set aside without a decision"
    case .leftOut: "left out of the chair's package"
    }
  }
}

/// A clause as data.
private struct ClauseDocument: Encodable, Sendable {
  struct Option: Encodable, Sendable {
    let id: String
    let title: String
    let text: String
    let placements: [String: Double]
    let heldBy: [String]
    let source: String
  }

  let schema = "plenary.clause/1"
  let clause: String
  let title: String
  let kind: String
  let now: String
  let wordings: [Option]

  init(_ room: Room, _ index: Int) {
    let clause = room.scenario.clauses[index]
    self.clause = clause.id.text
    title = clause.title
    kind = clause.kind.rawValue
    now = room.session.text.provisions[index].name
    wordings = clause.wordings.map { wording in
      var placements: [String: Double] = [:]
      for issue in clause.issues {
        placements[room.scenario.issues[issue].id.text] = wording.placements[issue]
      }
      return Option(
        id: wording.id.text,
        title: wording.title,
        text: wording.text,
        placements: placements,
        heldBy: wording.heldBy,
        source: wording.source
      )
    }
  }
}
