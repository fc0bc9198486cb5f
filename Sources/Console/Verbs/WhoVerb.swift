import Forecasting
import Negotiation
import Treaty

/// `who`: which states are for, against, undecided, or change sides.
struct WhoVerb: Verb {
  /// Which states are asked for.
  enum List: String, CaseIterable, Sendable {
    case `for`
    case against
    case unsure
    case changed
  }

  static let word = "who"
  static let usage = "who for|against|unsure|changed [P1]"
  static let summary = "Which states are on a side, by bloc, and how we know their positions."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.words(List.allCases.map(\.rawValue)), .proposal]

  private let list: List
  private let proposal: String?

  static func examples(in room: Room) -> [String] { ["who against", "who unsure"] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    let word = try arguments.next("for, against, unsure or changed")
    guard let list = List(rawValue: word.folded) else { throw .unknownList(word) }
    self.list = list
    proposal = arguments.next()
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let number: Int? = if let proposal { try room.names.proposal(proposal) } else { nil }
    let matter = try room.matter(number)
    if list == .changed { return room.page(changing: matter) }
    let forecast = room.estimates.of(matter, in: room.session)
    let side: Standing.Side =
      switch list {
      case .for: .favour
      case .against: .against
      case .unsure, .changed: .unsure
      }
    let members = Standing(of: forecast).on(side)
    var page = Page()
    if !forecast.isNoticeable {
      page.say(
        "On \(matter.title) nobody gains or loses enough to tell from noise: no side can be named."
      )
      return Reply(page, document: WhoDocument(room, list.rawValue, matter, []))
    }
    let label =
      switch list {
      case .for: "for it"
      case .against: "against it"
      case .unsure, .changed: "undecided, as far as can be said"
      }
    page.say(
      "On \(matter.title): \(Figures.count(members.count, "state")) \(label) (estimated)."
    )
    room.sayMembers(members, on: &page)
    if !members.isEmpty {
      page.say("Positions: \(room.grouping.bases(members)). Order means nothing.", indent: 2)
    }
    if let first = members.first {
      room.hint("why \(room.scenario.delegations[first].id)", on: &page)
    }
    return Reply(page, document: WhoDocument(room, list.rawValue, matter, members))
  }
}

extension Room {
  /// Delegations bloc by bloc, by code; by name in a small room.
  func sayMembers(_ members: [Int], on page: inout Page) {
    if grouping.isSmall {
      if !members.isEmpty { page.say(Phrase(grouping.names(members)), indent: 2) }
      return
    }
    var table = Table([.leading, .trailing, .leading])
    for (bloc, inBloc, all) in grouping.byBloc(members) {
      let codes = inBloc.map { scenario.delegations[$0].id.text }.joined(separator: " ")
      table.add(
        Phrase(bloc.id.text, .strong),
        "\(inBloc.count) of \(all)",
        Phrase(inBloc.count == all && all > 1 ? "all: \(codes)" : codes)
      )
    }
    page.show(table)
  }

  /// Who changes sides on the whole treaty if a change is made.
  mutating func page(changing matter: Matter) -> Reply {
    let before = estimates.whole(session.text, in: session)
    let after = estimates.whole(matter.carried, in: session)
    let moved = movements(from: before, to: after)
    var page = Page()
    if matter.lost == nil {
      page.say("Nothing has been tried, so nobody changes sides.")
    } else if moved.isEmpty {
      page.say("With \(matter.title) nobody changes sides on the treaty as a whole (estimated).")
      let steps = after.gains.indices.map { after.gains[$0] - before.gains[$0] }
      if let largest = steps.map(\.magnitude).max(), largest >= 0.005 {
        let most = steps.indices.filter { steps[$0].magnitude > 0.9 * largest }
        page.say(
          "Most moved, by about \(Figures.decimal(largest, decimals: 2)): \(grouping.names(most)).",
          indent: 2,
          hang: 2
        )
      }
    } else {
      page.say("With \(matter.title), on the treaty as a whole (estimated):")
      var table = Table([.leading, .trailing, .leading])
      for (label, members) in moved {
        table.add(Phrase(label), Phrase(String(members.count)), Phrase(grouping.names(members)))
      }
      page.show(table)
    }
    if matter.lost == nil, let change = possibleChanges.first {
      hint(scenario.firstMove.isEmpty ? "try \(change)" : scenario.firstMove, on: &page)
    } else if let first = moved.first?.1.first {
      hint("why \(scenario.delegations[first].id)", on: &page)
    }
    return Reply(
      page,
      document: WhoDocument(self, "changed", matter, moved.flatMap { $0.1 }.sorted())
    )
  }
}

/// States on one side as data.
private struct WhoDocument: Encodable, Sendable {
  let schema = "plenary.who/1"
  let list: String
  let matter: String
  let delegations: [String]

  init(_ room: Room, _ list: String, _ matter: Matter, _ members: [Int]) {
    self.list = list
    self.matter = matter.title
    delegations = members.map { room.scenario.delegations[$0].id.text }
  }
}
