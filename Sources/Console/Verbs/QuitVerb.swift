import Negotiation

/// `quit`: the end of the session.
struct QuitVerb: Verb {
  static let word = "quit"
  static let aliases = ["exit", "q", "bye"]
  static let usage = "quit"
  static let summary = "End the session."
  static let purpose = Purpose.keep

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) -> Reply {
    var page = Page()
    page.say(Phrase("\(room.stageWords) Goodbye."))
    // The last line of a session that came to an end, the same for every program that reads it.
    if let outcome = room.session.outcome { page.say(Phrase(outcome.line)) }
    return Reply(page, document: StatusDocument(room), wish: .quit)
  }
}
