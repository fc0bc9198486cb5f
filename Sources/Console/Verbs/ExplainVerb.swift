import Negotiation
import Treaty

/// `explain`: why one voted, or will vote, as one does.
struct ExplainVerb: Verb {
  static let word = "explain"
  static let usage = "explain P1 \"WORDS\" | explain draft \"WORDS\""
  static let summary =
    "Explain your vote, before or after it; a proposer explains none on its own text (rule 128)."
  static let purpose = Purpose.procedure
  static let isMove = true
  static let slots: [Slot] = [.question]

  private let name: String
  private let words: String

  static func examples(in room: Room) -> [String] {
    let state = room.scenario.delegations[0].id
    return [
      "explain draft \"We can live with it.\"", "\(state): explain draft \"We can live with it.\"",
    ]
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    name = try arguments.next("a proposal or `draft`")
    guard let words = arguments.remainder() else {
      throw .missing("the explanation", usage: Self.usage)
    }
    self.words = words
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let question: Question =
      Question.isDraft(name) ? .draft : .proposal(try room.names.proposal(name))
    _ = try room.make(.explain(question, words))
    var page = Page()
    let state = room.name(of: room.acting)
    page.say("\(state) on its vote on \(room.name(of: question)): “\(words)”", hang: 2)
    page.say("On the record. Nothing that is estimated follows from it.", indent: 2)
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}
