import Negotiation
import Treaty

/// `memo`: one page to take into a meeting.
struct MemoVerb: Verb {
  static let word = "memo"
  static let usage = "memo [FILE]"
  static let summary =
    "Write one page on what is being looked at: the change, who objects, how we know."
  static let purpose = Purpose.keep
  static let slots: [Slot] = [.file]

  private let file: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    file = arguments.remainder()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let matter = try room.matter()
    let name = file ?? MemoVerb.fileName(for: matter, in: room)
    guard SaveVerb.isFileName(name) else { throw .badFileName(name) }
    let memo = Memo(on: matter, in: &room)
    var page = Page()
    page.say(
      "Wrote \(name): \(matter.title), who objects by how we know it, what would change the answer, what the "
        + "model does not know, and the line that gives the same figures:"
    )
    let command = Memo.command(for: matter, in: room)
    page.say(Phrase(command), indent: 2, hang: 4)
    return Reply(
      page,
      document: MemoDocument(file: name, command: command, text: memo.text),
      wish: .write(memo.text, to: name, by: Self.word)
    )
  }

  /// The name of the file where none is given: `memo-24.1.md`.
  private static func fileName(for matter: Matter, in room: Room) -> String {
    matter.clause.map { "memo-\(room.scenario.clauses[$0].id).md" } ?? "memo.md"
  }
}

/// A page for a meeting as data.
private struct MemoDocument: Encodable, Sendable {
  let schema = "plenary.memo/1"
  let file: String
  let command: String
  let text: String
}
