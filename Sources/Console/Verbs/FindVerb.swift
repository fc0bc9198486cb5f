import Treaty

/// `find`: where a word stands.
struct FindVerb: Verb {
  static let word = "find"
  static let usage = "find WORD"
  static let summary = "The clauses whose title, number, words or issues have a word."
  static let purpose = Purpose.look

  private let word: String

  static func examples(in room: Room) -> [String] {
    room.scenario.issues.map { "find \($0.id)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    guard let word = arguments.remainder() else { throw .missing("a word", usage: Self.usage) }
    self.word = word
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let sought = word.folded
    var page = Page()
    var table = Table([.leading, .leading, .leading])
    var found: [String] = []
    for (index, clause) in room.scenario.clauses.enumerated() {
      let issues = clause.issues.map { room.scenario.issues[$0] }
      let wordings = clause.wordings.filter { "\($0.title) \($0.text)".folded.contains(sought) }
      let isNamed =
        clause.title.folded.contains(sought) || clause.id.text.folded == sought
        || issues.contains { "\($0.id) \($0.title)".folded.contains(sought) }
      guard isNamed || !wordings.isEmpty else { continue }
      found.append(clause.id.text)
      table.add(
        Phrase(clause.id.text, .strong),
        Phrase(clause.title),
        Phrase(room.standing(of: index))
      )
    }
    guard let first = found.first else { throw .nothingFound(word) }
    page.show(table)
    room.hint("show \(first)", on: &page)
    return Reply(page, document: FoundDocument(word: word, clauses: found))
  }
}

/// Where a word stands, as data.
private struct FoundDocument: Encodable, Sendable {
  let schema = "plenary.found/1"
  let word: String
  let clauses: [String]
}
