import Negotiation
import Treaty

/// `play`: for whom one speaks.
struct PlayVerb: Verb {
  static let word = "play"
  static let aliases = ["as"]
  static let usage = "play STATE, … | play all | play chair, STATE, … | play none"
  static let summary =
    "Speak for states, observers or the chair from now on; whoever is not played acts for itself."
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
    let seats = try room.seats(named: list)
    _ = try room.make(.speak(seats))
    var page = Page()
    page.say("You speak for \(room.words(for: seats)).")
    let names = seats.delegations.map { room.name(of: $0) }
    if seats.chair == .person, !names.isEmpty {
      page.say("The chair acts unless you put a name and a colon before a line.")
    } else if let first = names.first, names.count > 1 {
      page.say("\(first) acts unless you put another name and a colon before a line.")
    }
    if seats.chair == .itself, room.session.isFilled {
      page.say("The chair acts for itself when you type `next`; every state is a team.")
    } else if seats.chair == .itself {
      page.say(
        names.isEmpty && seats.observers.isEmpty
          ? "All states and the chair act for themselves when you type `next`."
          : "The chair, and every state that you do not play, acts for itself when you type `next`."
      )
    }
    if names.count == 1, let id = seats.delegations.first, let index = room.scenario.index(of: id) {
      if room.scenario.brief(of: id) != nil {
        page.say("You have secret instructions: `brief` shows them.")
      }
      room.sayConcerns(of: index, on: &page)
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// The seats that a list by commas names: states, observers, `chair`, `all`, `none`.
  func seats(named list: String) throws(Complaint) -> Seats {
    var seats = Seats(chair: .itself)
    for part in list.split(separator: ",") {
      let name = part.split(separator: " ").joined(separator: " ")
      switch name.folded {
      case "": continue
      case "none", "nobody": continue
      case "chair", "the chair": seats.chair = .person
      case "all": seats.delegations = scenario.delegations.map(\.id)
      default:
        if let observer = scenario.observers.first(where: { $0.id.text.folded == name.folded }) {
          seats.observers.append(observer.id)
        } else {
          let id = scenario.delegations[try names.delegation(name)].id
          if !seats.delegations.contains(id) { seats.delegations.append(id) }
        }
      }
    }
    return seats
  }

  /// For whom seats let people speak, in words.
  func words(for seats: Seats) -> String {
    var all = seats.chair == .person ? ["the chair"] : []
    all += seats.delegations.map { name(of: $0) }
    all += seats.observers.map { name(of: .observer($0)) }
    return all.isEmpty ? "nobody" : all.joined(separator: ", ")
  }

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
