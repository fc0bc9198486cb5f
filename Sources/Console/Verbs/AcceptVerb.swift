import Negotiation

/// `accept`: an answer to an offer.
struct AcceptVerb: Verb {
  static let word = "accept"
  static let usage = "accept D1"
  static let summary = "Take an offer up; what can be done at once is done."
  static let purpose = Purpose.deal
  static let isMove = true
  static let slots: [Slot] = [.deal]

  private let number: Int

  static func examples(in room: Room) -> [String] {
    room.session.deals.filter { $0.state == .open }.map { "\($0.to): accept D\($0.number)" }
      + OfferVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    number = try Room.dealNumber(arguments.next("an offer"))
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let events = try room.make(.answer(number, accepts: true))
    return room.reply(toBargain: events)
  }
}
