import Negotiation

/// `counter`: another offer in place of one.
struct CounterVerb: Verb {
  static let word = "counter"
  static let usage = "counter D1 GIVE for WANT"
  static let summary = "Refuse an offer and make another in its place."
  static let purpose = Purpose.deal
  static let isMove = true
  static let slots: [Slot] = [.deal]

  private var arguments: Arguments

  static func examples(in room: Room) -> [String] {
    room.session.deals.filter { $0.state == .open }.map {
      "\($0.to): counter D\($0.number) help for draft"
    } + OfferVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    let number = try Room.dealNumber(arguments.next("an offer"))
    let (gives, wants) = try room.exchange(from: &arguments)
    let events = try room.make(.counter(number, gives: gives, wants: wants))
    return room.reply(toBargain: events)
  }
}
