import Negotiation
import Treaty

/// `next`: on to the next round or stage.
struct NextVerb: Verb {
  static let word = "next"
  static let usage = "next"
  static let summary = "On to the next round or stage; the states that nobody plays act before."
  static let purpose = Purpose.decide
  static let isMove = true

  static func examples(in room: Room) -> [String] { ["next", "vote draft"] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    if room.session.isVoteDue { return try room.openDueVote(on: Page()) }
    let closing = room.session.stage
    let events = try room.make(.proceed)
    room.focus = .text
    var page = Page()
    if case .negotiating(let round) = closing { room.tellRound(round, events, on: &page) }
    switch room.session.stage {
    case .negotiating: room.tellStage(on: &page)
    case .package:
      room.tellPackage(events, on: &page)
      if room.session.isVoteDue { return try room.openDueVote(on: page) }
    case .concluded:
      room.tellPackage(events, on: &page)
      room.sayEnd(events, on: &page)
    case .signature: room.tellCeremony(on: &page)
    case .ratification: room.tellYears(on: &page)
    case .debrief: room.tellDebrief(on: &page)
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: CourseDocument(room, events))
  }
}

extension Room {
  /// Puts the text to the vote that is due; those whom people speak for are asked.
  mutating func openDueVote(on page: Page) throws(Complaint) -> Reply {
    guest = .chair
    let reply = try open(.draft)
    guest = nil
    var page = page
    page.add(reply.blocks)
    return reply.showing(page)
  }
}

/// What happened on the way to the next stage, as data.
private struct CourseDocument: Encodable, Sendable {
  struct Deed: Encodable, Sendable {
    let delegation: String
    let deed: String
    let proposal: String?
    let clause: String
    let wording: String
    let gain: Double
    let chance: Double
  }

  let schema = "plenary.course/1"
  let status: StatusDocument
  let acts: [Deed]
  let news: [String]

  init(_ room: Room, _ events: [Event]) {
    status = StatusDocument(room)
    news = events.compactMap { if case .newsBroke(let id) = $0 { id.text } else { nil } }
    acts = events.compactMap { event in
      guard case .acted(let act) = event, let taken = act.weighed.first else { return nil }
      return Deed(
        delegation: act.delegation.text,
        deed: act.deed.name,
        proposal: act.deed.proposal.map { "P\($0)" },
        clause: taken.clause.text,
        wording: taken.provision.name,
        gain: taken.gain,
        chance: taken.chance
      )
    }
  }
}

extension Act.Deed {
  /// The name that data uses.
  fileprivate var name: String {
    switch self {
    case .tabled: "tabled"
    case .sponsored: "sponsored"
    case .objected: "objected"
    case .withdrew: "withdrew"
    case .dealt: "dealt"
    case .silent: "silent"
    }
  }

  /// The proposal that it was about.
  var proposal: Int? {
    switch self {
    case .tabled(let number), .sponsored(let number), .objected(let number),
      .withdrew(let number, infavourOf: _):
      number
    case .dealt, .silent: nil
    }
  }
}
