/// `complete`: what TAB would offer, without a terminal.
struct CompleteVerb: Verb {
  static let word = "complete"
  static let usage = "complete LINE"
  static let summary = "What could follow an unfinished line, as TAB shows it."
  static let purpose = Purpose.keep

  private let line: String

  static func examples(in room: Room) -> [String] { ["complete \"try \""] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    // Quotation marks keep a space at the end of the line.
    line = arguments.remainder() ?? ""
  }

  func run(in room: inout Room) -> Reply {
    let completion = room.completion(of: line, at: line.utf8.count)
    var page = Page()
    var table = Table([.leading, .leading])
    for candidate in completion.candidates {
      table.add(Phrase(candidate.text, .strong), Phrase(candidate.note))
    }
    page.show(table)
    if completion.candidates.isEmpty { page.say("Nothing can follow there.") }
    return Reply(page, document: CompletionDocument(line: line, candidates: completion.candidates))
  }
}

/// Candidates as data.
private struct CompletionDocument: Encodable, Sendable {
  let schema = "plenary.completion/1"
  let line: String
  let candidates: [Candidate]
}
