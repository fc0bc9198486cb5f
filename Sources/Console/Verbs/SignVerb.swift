import Negotiation
import Treaty

/// `sign`: whether a state goes to the ceremony with a pen.
struct SignVerb: Verb {
  static let word = "sign"
  static let usage = "sign yes | sign no"
  static let summary =
    "Say before the ceremony whether you will sign; others decide by what they gain."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.words(["yes", "no"])]

  private let answer: String

  static func examples(in room: Room) -> [String] {
    ["sign yes", "\(room.scenario.delegations[0].id): sign yes", "agree draft", "vote draft"]
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    answer = try arguments.next("yes or no")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    guard ["yes", "no"].contains(answer.folded) else {
      throw .badValue(answer, setting: "A signature", allowed: "yes or no", example: "sign yes")
    }
    let signs = answer.folded == "yes"
    _ = try room.make(.sign(signs))
    var page = Page()
    page.say("\(room.name(of: room.acting)) will \(signs ? "sign" : "not sign").")
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}
