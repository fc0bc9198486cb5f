import Negotiation
import Treaty

/// `divide`: clauses are voted on apart before the text is put as a whole.
struct DivideVerb: Verb {
  static let word = "divide"
  static let usage = "divide CLAUSE, …"
  static let summary =
    "Have clauses of the draft voted on apart; where a state objects, the motion is voted on first (rule 129)."
  static let purpose = Purpose.procedure
  static let isMove = true
  static let slots: [Slot] = [.clause]

  private let list: String

  static func examples(in room: Room) -> [String] {
    let state = room.scenario.delegations[0].id
    return room.scenario.clauses.flatMap { ["divide \($0.id)", "\(state): divide \($0.id)"] }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    guard let list = arguments.remainder() else { throw .missing("a clause", usage: Self.usage) }
    self.list = list
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var clauses: [Clause.ID] = []
    for name in list.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let id = room.scenario.clauses[try room.names.clause(String(name))].id
      if !clauses.contains(id) { clauses.append(id) }
    }
    let motion = Move.divide(clauses)
    guard
      case .divisionObjected(_, by: let objecting) = room.session.refusal(
        of: motion,
        by: room.acting
      )
    else {
      _ = try room.make(motion)
      var page = Page()
      page.say("Nobody objects to the division.")
      room.sayParts(on: &page)
      room.hint(room.nextStep, on: &page)
      return Reply(page, document: StatusDocument(room))
    }
    let reply = try room.open(.division(clauses))
    var page = Page()
    page.say(
      "\(room.grouping.names(of: objecting)) may object: whether to divide is voted on first.",
      hang: 2
    )
    page.add(reply.blocks)
    return reply.showing(page)
  }
}

extension Room {
  /// Which clauses are voted on apart.
  func sayParts(on page: inout Page) {
    let parts = session.parts.map(\.text)
    guard !parts.isEmpty else { return }
    page.say(
      "Voted on apart: \(parts.joined(separator: ", ")). What is carried is then put as a whole.",
      indent: 2,
      hang: 2
    )
  }
}
