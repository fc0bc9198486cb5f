import Forecasting
import Negotiation
import Treaty

/// `say`: a statement to the room.
struct SayVerb: Verb {
  static let word = "say"
  static let usage = "say \"WORDS\""
  static let summary =
    "Make a statement; what an observer says weighs on governments that listen, and no other words change a figure."
  static let purpose = Purpose.act
  static let isMove = true

  private let words: String

  static func examples(in room: Room) -> [String] { ["say \"We are nearly there.\""] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    guard let words = arguments.remainder() else {
      throw .missing("a statement", usage: Self.usage)
    }
    self.words = words
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    _ = try room.make(.say(words))
    var page = Page()
    page.say("\(room.name(of: room.acting).capitalisedFirst): “\(words)”", hang: 2)
    page.say(Phrase(room.weightOfWords), indent: 2, hang: 2)
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// What follows from a statement of whoever acts.
  fileprivate var weightOfWords: String {
    guard case .observer(let id) = acting, scenario.model.pressure > 0,
      let observer = scenario.judges.first(where: { $0.id == id })
    else { return "On the record. Nothing that is estimated follows from it." }
    let reaction = Reaction(of: observer, to: session.text, in: scenario)
    guard reaction.score < 0 else {
      return "On the record. It does not oppose the text, so nobody is pressed by it."
    }
    return
      "On the record. Until the round closes what the room adds to its worries weighs on governments that listen (estimated)."
  }
}
