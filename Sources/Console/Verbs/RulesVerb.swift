import Negotiation
import Treaty

/// `rules`: how the room decides, and how it is run.
struct RulesVerb: Verb {
  static let word = "rules"
  static let usage = "rules [class | open] [45-minutes | 90-minutes | own]"
  static let summary =
    "The rules of procedure in force; the chair sets class or open, and how much time there is."
  static let purpose = Purpose.procedure
  static let isMove = true
  static let slots: [Slot] = [
    .words(["class", "open"] + HouseRules.Pace.allCases.map { $0.rawValue })
  ]

  private let settings: [String]

  init(_ arguments: inout Arguments) throws(Complaint) {
    var settings: [String] = []
    while let word = arguments.next() { settings.append(word.folded) }
    self.settings = settings
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var page = Page()
    if !settings.isEmpty {
      var rules = room.session.rules
      for setting in settings {
        switch setting {
        case "class": rules.isClass = true
        case "open": rules.isClass = false
        default:
          guard let pace = HouseRules.Pace(rawValue: setting) else { throw .unknownPace(setting) }
          rules.pace = pace
        }
      }
      _ = try room.make(.keep(rules))
      room.sayHouseRules(on: &page)
    } else {
      room.sayProcedure(on: &page)
      room.sayHouseRules(on: &page)
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: RulesDocument(room))
  }
}

extension Room {
  /// How the room is run.
  func sayHouseRules(on page: inout Page) {
    let rules = session.rules
    page.say(
      rules.isClass
        ? "This is a class: instructions are shown to those who have a seat for the state, and to nobody else. Files on a "
          + "shared disk can be opened by anyone; print the instructions if that matters."
        : "This room is open: whoever names a state sees its instructions."
    )
    let rounds = Figures.count(session.rounds, "round")
    switch rules.pace {
    case .own: page.say("\(rounds), and no hints of time.")
    case .short, .long:
      page.say("\(rounds); the stages say how many minutes they may take. No clock decides.")
    }
  }

  /// The rules of procedure, with their numbers.
  func sayProcedure(on page: inout Page) {
    page.say("\(scenario.body.name, .strong). \(need)")
    var table = Table([.leading, .leading])
    for (name, words) in procedureRows { table.add(Phrase(name), Phrase(words)) }
    page.show(table)
  }

  /// How the body goes about its business, point by point; numbers are those of the rules of procedure of the General
  /// Assembly for its main committees.
  var procedureRows: [(name: String, words: String)] {
    var rows: [(String, String)] = []
    if scenario.body.seeksConsensus {
      rows.append(
        (
          "consensus first",
          "`agree draft`; a vote on the whole only after the Chair, on a decision of the Bureau, has declared efforts exhausted (resolution 75/282, para. 5, as far as we know)"
        )
      )
    }
    let procedure = scenario.body.procedure
    let isAssembly = procedure == .generalAssembly
    /// The number of a rule, where the rules are those of the Assembly.
    func rule(_ number: String) -> String { isAssembly ? " (rule \(number))" : "" }
    if isAssembly {
      rows.append(("quorum", "a quarter to debate, more than half to decide (rule 108)"))
    } else if procedure.quorum > 0 {
      let share = Figures.hundredths(procedure.quorum)
      rows.append(("quorum", "more than \(share) in 100 of the members to decide"))
    }
    if isAssembly {
      rows += [
        (
          "voting",
          "who abstains counts for the quorum and not as voting (rule 126); a tie rejects (rule 133)"
        ),
        ("substance", "\(need) Amendments too."),
      ]
    }
    if procedure.ordersAmendments {
      rows += [
        (
          "order",
          "the amendment furthest removed in substance first, here by placements; then deletion, another text, a new one; who is carried disposes of the rest\(rule("130"))"
        ),
        (
          "appeal",
          "`appeal CLAUSE` against the order; it stands unless more are against it\(rule("113"))"
        ),
        (
          "division",
          "`divide CLAUSE, …` before a vote on the whole; an objection is voted on; what is carried is put as a whole, and if all falls the whole falls\(rule("129"))"
        ),
      ]
    } else {
      rows.append(
        (
          "order",
          "proposals are voted on in any order; who is carried disposes of the others on its clause; a tie rejects"
        )
      )
    }
    if let majority = procedure.reconsideration {
      rows.append(
        (
          "again",
          "what was adopted or rejected by vote comes back only by `reconsider CLAUSE`. \(Room.need(majority, in: scenario))\(rule("123"))"
        )
      )
    }
    if isAssembly {
      rows += [
        ("procedure", "more yes than no: no action, division (rule 125)"),
        ("withdrawal", "`withdraw P1` before the voting on it begins (rule 122)"),
        ("no action", "`noaction P1` sets it aside (rule 116, by practice)"),
        (
          "explaining",
          "`explain P1 \"…\"` before or after a vote, not on a text of one's own (rule 128)"
        ),
        (
          "practice, no rule",
          "agreed ad referendum; silence means consent; nothing is agreed until all is"
        ),
      ]
    }
    rows.append(
      (
        "against, and yet",
        "`declare opposition`, `dissociation` or `reservation` CLAUSE: three things, none of which blocks"
      )
    )
    return rows
  }
}

/// The rules as data.
private struct RulesDocument: Encodable, Sendable {
  let schema = "plenary.rules/1"
  let body: String
  let rule: String
  let consensusFirst: Bool
  let ordersAmendments: Bool
  let isClass: Bool
  let pace: String
  let rounds: Int

  init(_ room: Room) {
    body = room.scenario.body.name
    rule = room.scenario.body.rule.name
    consensusFirst = room.scenario.body.seeksConsensus
    ordersAmendments = room.scenario.body.procedure.ordersAmendments
    isClass = room.session.rules.isClass
    pace = room.session.rules.pace.rawValue
    rounds = room.session.rounds
  }
}
