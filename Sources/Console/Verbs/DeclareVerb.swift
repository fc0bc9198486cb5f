import Negotiation
import Treaty

/// `declare`: where one stands on a clause, while the text passes.
struct DeclareVerb: Verb {
  static let word = "declare"
  static let usage = "declare opposition|dissociation|reservation CLAUSE"
  static let summary =
    "Be against a clause for the record, have no part in it, or announce a reservation, and let the text pass."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.words(Declaration.Kind.allCases.map { $0.rawValue }), .clause]

  private let kind: String
  private let clause: String

  static func examples(in room: Room) -> [String] {
    let state = room.scenario.delegations[0].id
    return room.scenario.clauses.prefix(3).flatMap {
      ["declare dissociation \($0.id)", "\(state): declare dissociation \($0.id)"]
    }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    kind = try arguments.next("opposition, dissociation or reservation")
    clause = try arguments.next("a clause")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    guard let kind = Declaration.Kind(rawValue: kind.folded) else {
      throw .badValue(
        kind,
        setting: "A declaration",
        allowed: "opposition, dissociation or reservation",
        example: Self.examples(in: room)[0]
      )
    }
    let id = room.scenario.clauses[try room.names.clause(clause)].id
    _ = try room.make(.declare(kind, id))
    let state = room.name(of: room.acting)
    var page = Page()
    switch kind {
    case .opposition:
      page.say("\(state) is against clause \(id), says so for the record, and does not block.")
    case .dissociation:
      page.say("\(state) dissociates itself from clause \(id). It does not block.")
    case .reservation:
      page.say(
        "\(state) will sign with a reservation to clause \(id), if it signs. It does not block."
      )
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}
