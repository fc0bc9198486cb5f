import Negotiation
import Treaty

/// `play`: for whom one speaks.
struct PlayVerb: Verb {
  static let word = "play"
  static let aliases = ["as"]
  static let usage = "play STATE, … | play all | play chair"
  static let summary =
    "Speak for states from now on; they are asked in votes, the others' are drawn."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.delegations]

  private let list: String

  static func examples(in room: Room) -> [String] {
    room.scenario.delegations.prefix(1).map { "play \($0.name)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    guard let list = arguments.remainder() else { throw .missing("a state", usage: Self.usage) }
    self.list = list
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let isNobody = ["chair", "none", "the chair"].contains(list.folded)
    let indices = isNobody ? [] : try room.names.delegations(list)
    let ids = indices.map { room.scenario.delegations[$0].id }
    _ = try room.make(.speak(ids))
    var page = Page()
    let names = ids.map { room.name(of: $0) }
    if let first = names.first {
      page.say("You speak for \(names.joined(separator: ", ")).")
      if names.count > 1 {
        page.say("\(first) acts unless you put another name and a colon before a line.")
      }
      if names.count == 1, let index = indices.first { room.sayConcerns(of: index, on: &page) }
    } else {
      page.say("You speak for the chair.")
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// Where the text is furthest from what a delegation wants: the clauses it could gain most by.
  func sayConcerns(of index: Int, on page: inout Page) {
    let delegation = scenario.delegations[index]
    let places = scenario.placements(of: session.text)
    let losses = scenario.clauses.indices.map { clause in
      scenario.clauses[clause].issues.reduce(0.0) { sum, issue in
        let distance = (places[clause][issue] - delegation.positions[issue]).magnitude
        return sum + delegation.saliences[issue] * scenario.shares[clause][issue] * distance / 100
      }
    }
    let ranked = losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }.prefix(3)
    var table = Table([.leading, .leading, .leading])
    for clause in ranked where losses[clause] > 0.01 {
      table.add(
        Phrase(scenario.clauses[clause].id.text, .strong),
        Phrase(scenario.clauses[clause].title),
        Phrase("now \(session.text.provisions[clause].displayName)")
      )
    }
    guard !table.rows.isEmpty else { return }
    page.say("The text on the table is furthest from what it wants at:")
    page.show(table)
  }
}
