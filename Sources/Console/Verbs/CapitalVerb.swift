import Negotiation
import Treaty

/// `capital`: leave from home.
struct CapitalVerb: Verb {
  static let word = "capital"
  static let usage = "capital CLAUSE CHANGE"
  static let summary =
    "Ask your capital for leave to accept a change; it answers from what you have won and what it costs."
  static let purpose = Purpose.deal
  static let isMove = true
  static let slots: [Slot] = [.clause, .wording]

  private var arguments: Arguments

  static func examples(in room: Room) -> [String] {
    let changes = room.possibleChanges.prefix(3)
    return changes.map { "capital \($0)" }
      + room.scenario.briefs.prefix(8).flatMap { brief -> [String] in
        guard case .delegation(let id) = brief.holder else { return [] }
        return changes.map { "\(id): capital \($0)" }
      }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    if room.acting.delegation != nil { _ = try room.ownBrief() }
    let change = try room.change(from: &arguments)
    let id = room.scenario.clauses[change.clause].id
    let events = try room.make(.askCapital(id, change.provision))
    var page = Page()
    for case .capitalAnswered(let answer) in events {
      let verdict = answer.isGranted ? "Your capital gives leave" : "Your capital says no"
      page.say(
        "\(verdict, .strong) to \(id) \(change.provision.displayName): \(room.words(for: answer)).",
        hang: 2
      )
    }
    room.hint(room.nextStep, on: &page)
    return Reply(
      page,
      document: CapitalDocument(events),
      audience: room.acting.delegation.map { .delegations([$0]) } ?? .chair
    )
  }
}

extension Room {
  /// Why a capital answers as it does.
  fileprivate func words(for answer: CapitalAnswer) -> String {
    let instructions = scenario.brief(of: answer.delegation)?.instructions ?? []
    func matter(_ place: Int) -> String { instructions[place].matter.lowercasedFirst }
    switch answer.reason {
    case .free: return "nothing in your instructions speaks against it"
    case .affordable: return "you have won enough to pay for it, once"
    case .ruledOut(let place): return "never \(matter(place))"
    case .tooDear: return "it costs too much"
    case .winFirst(let place): return "bring this home first: \(matter(place))"
    case .nothingLeft: return "it has given leave before, and nothing has been won since"
    }
  }
}

/// A capital's answer as data.
private struct CapitalDocument: Encodable, Sendable {
  let schema = "plenary.capital/1"
  let isGranted: Bool

  init(_ events: [Event]) {
    isGranted = events.contains {
      if case .capitalAnswered(let answer) = $0 { answer.isGranted } else { false }
    }
  }
}
