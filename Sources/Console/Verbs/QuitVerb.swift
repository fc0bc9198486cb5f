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
    return Reply(page, document: StatusDocument(room), wish: .quit)
  }
}
