import Forecasting
import Negotiation
import Treaty

/// `expect`: a condition that has to hold, for lesson plans and tests.
struct ExpectVerb: Verb {
  static let word = "expect"
  static let usage = "expect CONDITION"
  static let summary =
    "Check a condition; such as 6.2 = WORDING, adopted, refused, CRI yes, adoption > 0.6."
  static let purpose = Purpose.keep
  static let slots: [Slot] = [
    .words(["adopted", "refused", "adoption", "consensus", "passes", "round"])
  ]

  private let words: [Arguments.Word]

  static func examples(in room: Room) -> [String] {
    zip(room.scenario.clauses, room.session.text.provisions).prefix(1).map {
      "expect \($0.id) = \($1.name)"
    }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    words = arguments.rest
    guard arguments.remainder() != nil else { throw .missing("a condition", usage: Self.usage) }
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let condition = words.map(\.text).joined(separator: " ")
    if let found = try room.contradiction(to: words.map(\.text), condition) {
      throw .expectation(condition, found: found)
    }
    var page = Page()
    page.say("ok")
    return Reply(page, document: ExpectationDocument(condition: condition, holds: true))
  }
}

extension Room {
  /// What is so instead of a condition; nil where it holds.
  mutating func contradiction(to words: [String], _ typed: String) throws(Complaint) -> String? {
    let folded = words.map(\.folded)
    switch folded {
    case ["refused"]: return wasRefused ? nil : "the line before was done"
    case ["adopted"]:
      return session.outcome?.isAdopted == true ? nil : "nothing has been adopted"
    case ["not", "adopted"]:
      return session.outcome?.isAdopted == true ? "the treaty was adopted" : nil
    case ["stage", "=", session.stage.name]: return nil
    case _ where folded.count == 3 && folded[0] == "stage" && folded[1] == "=":
      return "the stage is \(session.stage.name)"
    default: break
    }
    if folded.count == 3, let bound = Double(folded[2]), bound.isFinite {
      let value: (name: String, value: Double)? =
        switch folded[0] {
        case "adoption": ("adoption", estimates.whole(session.text, in: session).adoption)
        case "consensus": ("consensus", estimates.whole(session.text, in: session).consensus)
        case "passes": ("the chance of passing", estimates.of(try matter(), in: session).adoption)
        case "round": ("the round", Double(session.round))
        default: nil
        }
      if let value { return try comparison(of: value, folded[1], bound, typed) }
    }
    if folded.count >= 2, folded[1] != "=", let ballot = Ballot(rawValue: folded[folded.count - 1])
    {
      return try contradiction(to: ballot, of: words.dropLast().joined(separator: " "))
    }
    return try contradictionOnClause(words, typed)
  }

  private func comparison(
    of value: (name: String, value: Double),
    _ sign: String,
    _ bound: Double,
    _ typed: String
  ) throws(Complaint) -> String? {
    let holds: Bool
    switch sign {
    case ">": holds = value.value > bound
    case "<": holds = value.value < bound
    case ">=": holds = value.value >= bound
    case "<=": holds = value.value <= bound
    case "=": holds = value.value == bound
    default: throw .badCondition(typed)
    }
    return holds ? nil : "\(value.name) is \(Figures.decimal(value.value, decimals: 4))"
  }

  private mutating func contradiction(
    to ballot: Ballot,
    of name: String
  ) throws(Complaint) -> String? {
    let index = try names.delegation(name)
    let delegation = scenario.delegations[index]
    // After a vote its roll call counts; else what the delegation would most likely do.
    if focus == .text, let vote = session.votes.last?.votes[index], lastMoveWasVote {
      return vote.ballot == ballot ? nil : "\(delegation.name) voted \(vote.ballot.rawValue)"
    }
    let chances = estimates.of(try matter(), in: session).chances[index]
    let likeliest = Ballot.allCases.max { chances[$0] < chances[$1] } ?? .abstain
    return likeliest == ballot ? nil : "\(delegation.name) \(chances.words)"
  }

  private var lastMoveWasVote: Bool {
    if case .vote? = session.log.last?.move { true } else { false }
  }

  private func contradictionOnClause(
    _ words: [String],
    _ typed: String
  ) throws(Complaint) -> String? {
    guard words.count == 2 || (words.count == 3 && words[1] == "=") else {
      throw .badCondition(typed)
    }
    let clause: Int
    do throws(Complaint) {
      clause = try names.clause(words[0])
    } catch {
      throw .badCondition(typed)
    }
    let id = scenario.clauses[clause].id
    let now = session.text.provisions[clause]
    if words.count == 2 {
      let isBracketed = !session.openProposals(on: id).isEmpty
      switch words[1].folded {
      case "bracketed": return isBracketed ? nil : "nothing is proposed for \(id)"
      case "open": return isBracketed ? "\(id) is in brackets" : nil
      default: throw .badCondition(typed)
      }
    }
    let wanted = try names.provision(words[2], of: clause)
    return now == wanted ? nil : "\(id) is \(now.displayName)"
  }
}

/// A condition as data.
private struct ExpectationDocument: Encodable, Sendable {
  let schema = "plenary.expectation/1"
  let condition: String
  let holds: Bool
}
