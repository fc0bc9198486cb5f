import Negotiation
import Treaty

/// `text`: the draft on the table.
struct TextVerb: Verb {
  static let word = "text"
  static let usage = "text [CLAUSE]"
  static let summary = "The draft as a table; with a clause, its words."
  static let purpose = Purpose.look
  static let slots: [Slot] = [.clause]

  private let clause: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    clause = arguments.next()
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    if let clause { return room.page(on: try room.names.clause(clause)) }
    var page = Page()
    let draft = room.scenario.drafts[room.session.base]
    page.say(Phrase(draft.title, .strong))
    let states = room.scenario.clauses.indices.map { room.session.state(of: $0) }
    // A column that says the same in every row says nothing.
    let isSettling = states.contains { $0 != .open }
    var table = Table([.leading, .leading, .leading] + (isSettling ? [.leading] : []))
    for (index, clause) in room.scenario.clauses.enumerated() {
      let cells = [
        Phrase(clause.id.text, .strong), Phrase(clause.title), Phrase(room.standing(of: index)),
      ]
      table.add(cells + (isSettling ? [Phrase(states[index].words, .faint)] : []))
    }
    page.show(table)
    page.say(Phrase(room.progress))
    if let first = room.scenario.clauses.first { room.hint("show \(first.id)", on: &page) }
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// How a clause stands: its wording, with what is proposed for it in brackets.
  func standing(of clause: Int) -> String {
    let now = session.text.provisions[clause].displayName
    let open = session.openProposals(on: scenario.clauses[clause].id)
    if open.isEmpty { return now }
    let alternatives = open.map { proposal in
      let backers =
        [proposal.proposer.delegation?.text ?? "chair"] + proposal.sponsors.map(\.text)
      return "[\(proposal.provision.displayName): \(backers.joined(separator: ", "))]"
    }
    return "[\(now)]" + alternatives.joined()
  }
}

extension Provision {
  /// The provision as it reads in a text.
  var displayName: String {
    switch self {
    case .absent: "(no text)"
    case .listed: name
    case .worded(let reading): "own words (\(reading.shortTyped))"
    }
  }

  /// The provision as it is typed in a line.
  var commandName: String {
    switch self {
    case .absent: "strike"
    case .listed: name
    case .worded(let reading): reading.typed
    }
  }

  /// How it is called in a sentence about it.
  var matterName: String {
    if case .worded(let reading) = self { return reading.shortTyped }
    return commandName
  }
}
