import Negotiation
import Treaty

/// `start`: another draft on the table.
struct StartVerb: Verb {
  static let word = "start"
  static let usage = "start DRAFT"
  static let summary = "Put a named draft on the table; what was open on the one before ends."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.draft]

  private let draft: String

  static func examples(in room: Room) -> [String] {
    room.scenario.drafts.map { "start \($0.id)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    draft = try arguments.next("a draft")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let draft = room.scenario.drafts[try room.names.draft(draft)]
    let wasAdopted = room.session.outcome?.isAdopted == true
    _ = try room.make(.start(draft.id))
    room.focus = .text
    var page = Page()
    let clauses = draft.text.provisions.count { $0 != .absent }
    page.say(
      "“\(draft.title)” is on the table: \(clauses) of \(Figures.count(room.scenario.clauses.count, "clause")) have text."
    )
    if wasAdopted {
      page.say("The adoption of the text before is put aside; `undo` brings it back.")
    }
    if draft.isPackage { page.say("The chair has put it as a package.") }
    room.hint("forecast", on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}
