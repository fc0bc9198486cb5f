import Negotiation
import Treaty

/// `tour`: a first negotiation, step by step.
struct TourVerb: Verb {
  static let word = "tour"
  static let usage = "tour | tour next | tour off"
  static let summary = "Be shown round: a first negotiation in ten steps, each typed by you."
  static let purpose = Purpose.look
  static let slots: [Slot] = [.words(["next", "off"])]

  private let wish: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    wish = arguments.next()?.folded
    if let wish, !["next", "off"].contains(wish) { throw .surplus(wish, usage: Self.usage) }
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var page = Page()
    switch wish {
    case "off":
      page.say(
        room.tour == nil ? "No tour is under way." : "The tour is over. `tour` begins it anew."
      )
      room.tour = nil
    case "next" where room.tour != nil:
      room.tour?.advance()
      if room.tour?.step == nil {
        room.tour = nil
        Tour.sayEnd(on: &page)
      } else {
        room.tour?.say(on: &page)
      }
    default:
      if room.tour == nil { try begin(in: &room, on: &page) }
      room.tour?.say(on: &page)
    }
    return Reply(page, document: TourDocument(room.tour))
  }

  /// Plans the tour; where it cannot be had here, says where.
  private func begin(in room: inout Room, on page: inout Page) throws(Complaint) {
    guard let tour = Tour(of: room) else {
      page.say(
        "The tour is through a small invented room and not this one. Leave with `quit`, open it with `plenary play classroom`, and type `tour` there."
      )
      room.hint(room.nextStep, on: &page)
      return
    }
    if !room.session.log.isEmpty || room.openVote != nil {
      page.say(
        "Moves have been made here already; steps that they have done are passed by as you go. `tour off` ends the tour."
      )
    } else {
      page.say(
        "Ten steps, some ten minutes. Type what each step says, or something else: the tour waits. `tour next` passes a step by, `tour off` ends it."
      )
    }
    room.tour = tour
  }
}

/// Where a tour stands, as data.
private struct TourDocument: Encodable, Sendable {
  let schema = "plenary.tour/1"
  let step: Int?
  let steps: Int?
  let line: String?

  init(_ tour: Tour?) {
    step = tour.map { $0.place + 1 }
    steps = tour?.steps.count
    line = tour?.step?.line
  }
}
