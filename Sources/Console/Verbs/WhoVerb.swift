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
    return room.page(of: list, on: matter)
  }
}

extension Room {
  /// The states on a side, by how their positions are known, and those that only lean that way.
  mutating func page(of list: WhoVerb.List, on matter: Matter) -> Reply {
    var page = Page()
    guard estimates.of(matter, in: session).isNoticeable else {
      page.say(
        "On \(matter.title) nobody gains or loses enough to tell from noise: no side can be named."
      )
      return Reply(page, document: WhoDocument(self, list, matter, [], nil))
    }
    let standing = estimates.standing(on: matter, in: session)
    let (members, leaning, label): ([Int], [Int], String) =
      switch list {
      case .for: (standing.surely(.favour), standing.leaning(.favour), "for it")
      case .against: (standing.surely(.against), standing.leaning(.against), "against it")
      case .unsure, .changed: (standing.on(.unsure), [], "of whom no side can be said")
      }
    let sure = scenario.spread.isNone || list == .unsure ? "" : ", in 9 of 10 re-runs"
    page.say(
      "On \(matter.title): \(Figures.count(members.count, "state")) \(label)\(sure) (what the model assumes)."
    )
    sayMembers(members, on: &page)
    if !leaning.isEmpty {
      page.heading(
        "Leaning the same way, not sure: \(leaning.count)"
      )
      sayMembers(leaning, on: &page)
    }
    if !scenario.spread.isNone, !(members + leaning).isEmpty {
      page.say(
        "Re-run with \(spreadWords). Imputed positions come from other votes: treat a single imputed "
          + "state as unknown. Order means nothing.",
        indent: 2
      )
    }
    if let first = (members + leaning).first {
      hint("why \(scenario.delegations[first].id)", on: &page)
    }
    return Reply(page, document: WhoDocument(self, list, matter, members + leaning, standing))
  }

  /// Delegations by how their positions are known, by code; by name in a small room.
  func sayMembers(_ members: [Int], on page: inout Page) {
    if grouping.isSmall {
      if !members.isEmpty { page.say(Phrase(grouping.names(members)), indent: 2) }
      return
    }
    var table = Table([.leading, .trailing, .leading])
    for (basis, word) in Grouping.bases {
      let known = members.filter { scenario.delegations[$0].basis == basis }
      guard !known.isEmpty else { continue }
      // A group that speaks with one voice is named as one; of other states each is.
      let words =
        basis == .bloc
        ? grouping.names(known, limit: known.count)
        : known.map { scenario.delegations[$0].id.text }.joined(separator: " ")
      table.add(Phrase(word, .strong), Phrase(String(known.count)), Phrase(words))
    }
    page.show(table)
    let blocs = grouping.byBloc(members).map { bloc, inBloc, all in
      inBloc.count == all && all > 1
        ? "\(bloc.id) (all \(all))" : "\(bloc.id) \(inBloc.count) of \(all)"
    }
    if !blocs.isEmpty {
      page.say("By bloc: \(blocs.joined(separator: ", ")).", indent: 2, hang: 2)
    }
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
      document: WhoDocument(self, .changed, matter, moved.flatMap { $0.1 }.sorted(), nil)
    )
  }
}

/// States on one side as data.
private struct WhoDocument: Encodable, Sendable {
  struct Member: Encodable, Sendable {
    let id: String
    let basis: String
    let source: String
    /// In how many of the reruns it is on that side; nil where nothing was run again.
    let agreeing: Int?
    let sure: Bool
  }

  let schema = "plenary.who/1"
  let list: String
  let matter: String
  let reruns: Int
  let delegations: [Member]

  init(
    _ room: Room,
    _ list: WhoVerb.List,
    _ matter: Matter,
    _ members: [Int],
    _ standing: Standing?
  ) {
    self.list = list.rawValue
    self.matter = matter.title
    reruns = standing?.agreeing == nil ? 0 : Rerun.count
    delegations = members.map { index in
      let delegation = room.scenario.delegations[index]
      return Member(
        id: delegation.id.text,
        basis: delegation.basis.rawValue,
        source: delegation.source,
        agreeing: standing?.agreeing?[index],
        sure: standing.map { $0.sides[index] != .unsure && $0.isSure(index) } ?? true
      )
    }
  }
}
