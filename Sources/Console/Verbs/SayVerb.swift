import Negotiation

/// `say`: a statement to the room.
struct SayVerb: Verb {
  static let word = "say"
  static let aliases = ["explain"]
  static let usage = "say \"WORDS\""
  static let summary =
    "Make a statement, or explain a vote; it goes on the record and changes no figure."
  static let purpose = Purpose.act
  static let isMove = true

  private let words: String

  static func examples(in room: Room) -> [String] { ["say \"We are nearly there.\""] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    guard let words = arguments.remainder() else { throw .missing("a statement", usage: Self.usage) }
    self.words = words
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    _ = try room.make(.say(words))
    var page = Page()
    page.say("\(room.name(of: room.acting).capitalisedFirst): “\(words)”", hang: 2)
    page.say("On the record. Nothing that is estimated follows from it.", indent: 2)
    return Reply(page, document: StatusDocument(room))
  }
}
