import Negotiation

/// `source`: the lines of a file, typed one after another.
struct SourceVerb: Verb {
  static let word = "source"
  static let usage = "source FILE"
  static let summary = "Type the lines of a file, one after another, as if by hand."
  static let purpose = Purpose.keep
  static let slots: [Slot] = [.file]

  private let file: String

  static func examples(in room: Room) -> [String] { ["source lines.txt"] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    guard let file = arguments.remainder() else { throw .missing("a file", usage: Self.usage) }
    self.file = file
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    guard SaveVerb.isFileName(file) else { throw .badFileName(file) }
    var page = Page()
    page.say("Typing the lines of \(file).")
    return Reply(page, document: SourceDocument(file: file), wish: .type(file))
  }
}

/// A file whose lines are typed, as data.
private struct SourceDocument: Encodable, Sendable {
  let schema = "plenary.source/1"
  let file: String
}
