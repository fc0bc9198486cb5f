import Forecasting
import Treaty

/// `power`: how much each vote counts under a rule, apart from what anybody wants.
struct PowerVerb: Verb {
  static let word = "power"
  static let usage = "power [STATE] [RULE]"
  static let summary =
    "How much each vote counts under a rule, apart from what anybody wants; by another rule too."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.delegationOrRule, .rule]

  private let words: [String]

  init(_ arguments: inout Arguments) throws(Complaint) {
    words = arguments.rest.map(\.text)
    _ = arguments.remainder()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let (name, named) = parts
    let rule = named ?? room.scenario.body.rule
    let state: Int? = if let name { try room.voter(name) } else { nil }
    let power = VotingPower(by: rule, among: room.scenario.delegations)
    var page = Page()
    page.say(Phrase("Voting power, apart from what anybody wants", .strong))
    page.say(Phrase(Room.need(rule, in: room.scenario)), indent: 2, hang: 2)
    if let power {
      room.say(power, of: state, by: rule, on: &page)
    } else {
      page.say(
        "Nobody's vote decides anything: this rule carries everything or nothing, whoever votes how.",
        indent: 2,
        hang: 2
      )
    }
    room.hint(room.nextLine(after: power, of: state), on: &page)
    return Reply(page, document: PowerDocument(power, of: state, by: rule, in: room.scenario))
  }

  /// The state that is named, as typed, and the rule at the end: `two-thirds` or `two thirds`.
  private var parts: (state: String?, rule: VotingRule?) {
    for length in [2, 1] where words.count >= length {
      let typed = words.suffix(length).joined(separator: "-").folded
      guard let rule = VotingRule.named.first(where: { $0.name == typed })?.rule else { continue }
      let rest = words.dropLast(length)
      return (rest.isEmpty ? nil : rest.joined(separator: " "), rule)
    }
    return (words.isEmpty ? nil : words.joined(separator: " "), nil)
  }
}

extension Room {
  /// The delegation of that name, where a rule could have stood too.
  fileprivate func voter(_ typed: String) throws(Complaint) -> Int {
    do throws(Complaint) {
      return try names.delegation(typed)
    } catch {
      if case .unknownDelegation = error { throw .neitherStateNorRule(typed) }
      throw error
    }
  }

  /// What can come next: the power of who has most, or whom to talk to, which is another matter.
  fileprivate func nextLine(after power: VotingPower?, of state: Int?) -> String {
    guard let power, !power.isEqual, state == nil,
      let most = power.members.map(\.shapleyShubik).max(),
      let first = power.members.firstIndex(where: { $0.shapleyShubik == most })
    else { return "lobby" }
    return "power \(scenario.delegations[first].id)"
  }

  fileprivate func say(
    _ power: VotingPower,
    of state: Int?,
    by rule: VotingRule,
    on page: inout Page
  ) {
    let count = power.members.count
    if power.isEqual {
      page.say(
        "All \(count) states have the same power: each has 1 part of \(count), "
          + "\(share(power.members[0].shapleyShubik)) in 100.",
        indent: 2,
        hang: 2
      )
      page.say(
        "One vote decides in \(Figures.chance(power.members[0].decisive)) of the ways in which the "
          + "others can vote.",
        indent: 2,
        hang: 2
      )
    } else if let state {
      sayPower(power, of: state, on: &page)
    } else {
      page.show(table(of: power))
      page.say(
        "In 100, of the power of all: by the orders in which all can join (Shapley–Shubik), and by the "
          + "ways in which the others can vote (Banzhaf); “decides” is how many of these ways a vote "
          + "decides.",
        indent: 2,
        hang: 2
      )
    }
    page.say(
      "Everybody is taken to be present and to vote yes or no, with no abstention"
        + "\(quotaWords(of: rule, power)). Every way of voting counts alike: it says "
        + "how much a vote can decide, not who will agree.",
      indent: 2,
      hang: 2
    )
    if !power.isExact {
      page.say(
        "Weights are counted in parts of their sum, so that the last figure may be off.",
        indent: 2,
        hang: 2
      )
    }
  }

  /// The power of one state, beside an equal share.
  private func sayPower(_ power: VotingPower, of state: Int, on page: inout Page) {
    let index = power.members[state]
    let name = scenario.delegations[state].name
    let equal = share(1 / Double(power.members.count))
    guard index.decisive > 0 else {
      page.say("\(name, .strong) decides nothing: the others carry or fail without it.", indent: 2)
      return
    }
    let above = power.members.count { $0.shapleyShubik > index.shapleyShubik * (1 + 1e-9) }
    let alike = power.members.count { Room.isAlike($0, index) } - 1
    let place =
      above == 0
      ? "nobody has more" : "\(Figures.count(above, "state has", "states have")) more"
    let others =
      alike == 0 ? "" : ", \(Figures.count(alike, "other", "others")) as much"
    page.say(
      "\(name, .strong) has \(share(index.shapleyShubik)) in 100 of the power of all (Shapley–Shubik), "
        + "or \(share(index.banzhaf)) (Banzhaf): \(place)\(others). An equal share would be \(equal).",
      indent: 2,
      hang: 2
    )
    page.say(
      "Its vote decides in \(Figures.chance(index.decisive)) of the ways in which the others can vote.",
      indent: 2,
      hang: 2
    )
  }

  /// Who has how much, the most first; those who have as much together.
  private func table(of power: VotingPower) -> Table {
    let ranked = power.members.indices.sorted {
      (power.members[$1].shapleyShubik, $0) < (power.members[$0].shapleyShubik, $1)
    }
    var groups: [[Int]] = []
    for member in ranked {
      if let first = groups.last?.first, Room.isAlike(power.members[first], power.members[member]) {
        groups[groups.count - 1].append(member)
      } else {
        groups.append([member])
      }
    }
    var table = Table(
      [.leading, .trailing, .trailing, .trailing, .trailing],
      headings: ["", "states", "Shapley–Shubik", "Banzhaf", "decides"]
    )
    let shown = groups.count > Room.mostGroups ? Room.mostGroups - 1 : groups.count
    for group in groups.prefix(shown) {
      let index = power.members[group[0]]
      table.add(
        Phrase(grouping.names(group.sorted())),
        Phrase(String(group.count)),
        Phrase(share(index.shapleyShubik)),
        Phrase(share(index.banzhaf)),
        Phrase(Figures.hundredths(index.decisive))
      )
    }
    let rest = groups.dropFirst(shown).flatMap { $0 }
    if let most = rest.first, let least = rest.last {
      func range(_ figure: (VotingPower.Index) -> Double) -> Phrase {
        let (low, high) = (share(figure(power.members[least])), share(figure(power.members[most])))
        return Phrase(low == high ? "each \(low)" : "each \(low)–\(high)")
      }
      table.add(
        "the others",
        Phrase(String(rest.count)),
        range(\.shapleyShubik),
        range(\.banzhaf),
        ""
      )
    }
    return table
  }

  /// Rows that a table of powers has at most.
  private static let mostGroups = 12

  /// Whether two have the same power, but for what is lost in the last digits.
  private static func isAlike(_ one: VotingPower.Index, _ other: VotingPower.Index) -> Bool {
    (one.shapleyShubik - other.shapleyShubik).magnitude <= 1e-9 * one.shapleyShubik
      && (one.banzhaf - other.banzhaf).magnitude <= 1e-9 * one.banzhaf
  }

  /// A share in hundredths, of two figures that mean something.
  private func share(_ value: Double) -> String {
    value == 0 ? "0" : Figures.decimal(100 * value, decimals: value < 0.01 ? 2 : 1)
  }

  /// What a rule on those who vote comes to where everybody does.
  private func quotaWords(of rule: VotingRule, _ power: VotingPower) -> String {
    switch rule {
    case .simpleMajority, .twoThirds:
      ", so that \(power.needed) of \(power.members.count) are needed"
    case .absoluteMajority, .consensus, .all: ""
    }
  }
}

/// Voting power as data.
private struct PowerDocument: Encodable, Sendable {
  struct Member: Encodable, Sendable {
    let id: String
    let shapleyShubik: Double
    let banzhaf: Double
    let decisive: Double
  }

  let schema = "plenary.power/1"
  let rule: String
  let isEqual: Bool
  let isExact: Bool
  let delegations: [Member]

  init(_ power: VotingPower?, of state: Int?, by rule: VotingRule, in scenario: Scenario) {
    self.rule = rule.name
    isEqual = power?.isEqual ?? true
    isExact = power?.isExact ?? true
    let shown = state.map { [$0] } ?? Array(scenario.delegations.indices)
    delegations = shown.map { member in
      let index = power?.members[member]
      return Member(
        id: scenario.delegations[member].id.text,
        shapleyShubik: index?.shapleyShubik ?? 0,
        banzhaf: index?.banzhaf ?? 0,
        decisive: index?.decisive ?? 0
      )
    }
  }
}
