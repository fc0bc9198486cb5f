/// `more`: the rest of a reply that a projector has cut.
struct MoreVerb: Verb {
  static let word = "more"
  static let usage = "more"
  static let summary = "The rest of a reply that was cut to fit a projector."
  static let purpose = Purpose.look

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    guard !room.unshown.isEmpty else { throw .nothingMore }
    var page = Page()
    page.show(rows: room.unshown)
    return Reply(page, document: RestDocument(rows: room.unshown.map(\.text)))
  }
}

/// The rest of a reply as data.
private struct RestDocument: Encodable, Sendable {
  let schema = "plenary.rest/1"
  let rows: [String]
}
