import Negotiation
import Treaty

extension Room {
  /// A provision with the title of its wording.
  func title(of provision: Provision, at clause: Int) -> String {
    switch provision {
    case .absent: "(no text)"
    case .listed(let id):
      "\(id): \(scenario.clauses[clause].wording(id)?.title ?? "")"
    case .worded(let reading): "own words: \(reading.shortTyped)"
    }
  }

  /// What sets a provision apart, without its name.
  func shortTitle(of provision: Provision, at clause: Int) -> String {
    switch provision {
    case .absent: "no such clause"
    case .listed(let id): scenario.clauses[clause].wording(id)?.title ?? ""
    case .worded(let reading): reading.shortTyped
    }
  }

  /// What the body's rule asks for, as a sentence.
  var need: String { Room.need(scenario.body.rule, in: scenario) }

  /// What a rule asks for, as a sentence.
  static func need(_ rule: VotingRule, in scenario: Scenario) -> String {
    switch rule {
    case .simpleMajority: "It needs more yes than no."
    case .twoThirds: "It needs two thirds of those voting."
    case .absoluteMajority: "It needs yes from more than half of the members."
    case .consensus: "It needs that nobody objects."
    case .all(let conditions):
      "It needs " + conditions.map { words(for: $0, in: scenario) }.joined(separator: " and ") + "."
    }
  }

  private static func words(for condition: VotingRule.Condition, in scenario: Scenario) -> String {
    switch condition {
    case .members(let least): "yes from \(least) of \(scenario.delegations.count)"
    case .share(let share, let weight):
      "yes from \(Figures.rounded(share * 100)) % of the \(scenario.weightNames[weight])"
    case .veto(let members):
      "no veto from \(members.map { scenario.delegations[$0].name }.joined(separator: ", "))"
    }
  }
}

extension Reading {
  /// How the change was asked for, in a few words.
  var shortTyped: String {
    guard typed.count > 60 else { return typed }
    return "\(typed.prefix(56))…" + (typed.hasPrefix("\"") ? "\"" : "")
  }
}
