import Negotiation
import Treaty

/// `next`: on to the next round.
struct NextVerb: Verb {
  static let word = "next"
  static let usage = "next"
  static let summary = "On to the next round."
  static let purpose = Purpose.decide
  static let isMove = true

  static func examples(in room: Room) -> [String] { ["next", "vote draft"] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    _ = try room.make(.nextRound)
    var page = Page()
    let open = room.session.openProposals
    page.say(Phrase(room.stageWords, .strong))
    page.say(
      open.isEmpty
        ? "No proposal is on the table."
        : "On the table: \(open.map { "P\($0.number)" }.joined(separator: ", "))."
    )
    if room.session.round == room.scenario.rounds {
      page.say("This is the last round: what is left is to decide.")
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}
