import Negotiation
import Treaty

/// `edit`: the words of a clause in the editor of whoever sits at the terminal.
struct EditVerb: Verb {
  static let word = "edit"
  static let usage = "edit CLAUSE"
  static let summary =
    "Change the words of a clause in your own editor; what you leave there is tried."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.clause]

  private let clause: String

  static func examples(in room: Room) -> [String] {
    let clauses = room.scenario.clauses.indices.filter {
      room.session.text.provisions[$0] != .absent
    }
    return clauses.prefix(1).map { "edit \(room.scenario.clauses[$0].id)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    clause = try arguments.next("a clause")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let index = try room.names.clause(clause)
    let text = room.words(of: room.session.text.provisions[index], at: index)
    let id = room.scenario.clauses[index].id.text
    var page = Page()
    page.say("Clause \(id) as it reads, in your editor. What you leave there is tried.")
    return Reply(
      page,
      document: EditDocument(clause: id, text: text),
      wish: .edit(Reply.Manuscript(clause: id, text: text))
    )
  }
}

extension Reply.Manuscript {
  /// The line that tries other words for the clause; nil where they say the same or nothing.
  public func line(trying words: String) -> String? {
    let new = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let old = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !new.isEmpty, new != old else { return nil }
    let escaped = new.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return CanonicalLine.of("try \(clause) \"\(escaped)\"")
  }
}

/// What is edited, as data.
private struct EditDocument: Encodable, Sendable {
  let schema = "plenary.edit/1"
  let clause: String
  let text: String
}
