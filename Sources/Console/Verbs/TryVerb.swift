import Forecasting
import Negotiation
import Treaty

/// `try`: any change, estimated and not made.
struct TryVerb: Verb {
  static let word = "try"
  static let aliases = ["whatif"]
  static let usage =
    "try CLAUSE WORDING | try CLAUSE \"TEXT\" | try CLAUSE replace \"A\" with \"B\""
  static let summary =
    "A change, estimated and not made; who gains, who would vote how, who objects."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.clause, .wording]

  private var arguments: Arguments

  static func examples(in room: Room) -> [String] {
    [room.scenario.firstMove] + room.possibleChanges.map { "try \($0)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    let change = try room.change(from: &arguments)
    room.focus = .tried(change)
    return room.page(trying: change)
  }
}

extension Room {
  /// Changes of one clause that the text on the table does not make yet, as typed after a verb.
  var possibleChanges: [String] {
    scenario.clauses.enumerated().flatMap { index, clause in
      clause.wordings.filter { session.text.provisions[index] != .listed($0.id) }.map {
        "\(clause.id) \($0.id)"
      }
    }
  }

  /// What a change would do, in the order: what it moves, the vote on it alone, the treaty as a
  /// whole, observers, how sure.
  mutating func page(trying change: Change) -> Reply {
    let clause = scenario.clauses[change.clause]
    let now = session.text.provisions[change.clause]
    var page = Page()
    page.say("\(clause.id.text, .strong) now  \(title(of: now, at: change.clause))", hang: 10)
    page.say(
      "\(clause.id.text, .strong) try  \(title(of: change.provision, at: change.clause))",
      hang: 10
    )
    guard now != change.provision else {
      page.say("Clause \(clause.id) reads that way already: nothing moves.")
      hint("show \(clause.id)", on: &page)
      return Reply(page, document: TryDocument(self, change, separate: nil))
    }
    page.gap()
    sayRedline(from: now, to: change.provision, of: change.clause, on: &page)
    let matter = matter(of: change)
    saySteps(of: change, on: &page)
    if moves(change) {
      sayConsequences(of: matter, on: &page)
    } else {
      page.gap()
      page.say(
        "Nothing in the model tells the two apart, so no vote is shown: it would be the vote on no change "
          + "at all. A lawyer may well see a difference."
      )
    }
    let separate = estimates.of(matter, in: session)
    page.gap()
    let line = "propose \(clause.id) \(change.provision.commandName)"
    page.say("Tried only; nothing is changed.")
    if openVote == nil, session.outcome == nil {
      let open = session.openProposals(on: clause.id).first { $0.provision == change.provision }
      hint(open.map { "vote P\($0.number)" } ?? line, on: &page)
    }
    return Reply(page, document: TryDocument(self, change, separate: separate))
  }

  /// Whether a change moves the clause on any issue.
  private func moves(_ change: Change) -> Bool {
    let now = session.text.provisions[change.clause]
    let old = scenario.placements(of: now, at: change.clause)
    let new = scenario.placements(of: change.provision, at: change.clause)
    return scenario.clauses[change.clause].issues.contains { old[$0] != new[$0] }
  }

  /// Who would vote how, what becomes of the treaty, what observers say, how sure all this is.
  private mutating func sayConsequences(of matter: Matter, on page: inout Page) {
    sayVote(estimates.of(matter, in: session), on: matter, on: &page)
    sayWhole(after: matter, on: &page)
    sayReactions(to: matter.carried, before: session.text, on: &page)
    sayStanding(of: matter, on: &page)
  }

  /// How far a change moves the clause on each issue, and for words of one's own by which cues.
  func saySteps(of change: Change, on page: inout Page) {
    page.heading("How far it moves the clause")
    if case .worded(let reading) = change.provision { say(reading, at: change.clause, on: &page) }
    let old = scenario.placements(of: session.text.provisions[change.clause], at: change.clause)
    let new = scenario.placements(of: change.provision, at: change.clause)
    var table = Table([.leading, .leading, .leading])
    for issue in scenario.clauses[change.clause].issues {
      let step = old[issue] == new[issue] ? "stays at" : "\(Figures.place(old[issue])) →"
      let pole =
        new[issue] == old[issue]
        ? ""
        : "towards “\(new[issue] > old[issue] ? scenario.issues[issue].high : scenario.issues[issue].low)”"
      table.add(
        Phrase(scenario.issues[issue].id.text),
        Phrase("\(step) \(Figures.place(new[issue])) of 100\(range(of: change, on: issue))"),
        Phrase(pole, .faint)
      )
    }
    page.show(table)
  }

  /// The range of a place that was read from words: `, 25–40`.
  private func range(of change: Change, on issue: Int) -> String {
    guard case .worded(let reading) = change.provision else { return "" }
    let low = Figures.place(reading.low[issue])
    let high = Figures.place(reading.high[issue])
    return low == high ? "" : " (\(low)–\(high))"
  }

  /// How words of one's own were read: from which wording, by which cues, and what was not read.
  func say(_ reading: Reading, at clause: Int, on page: inout Page) {
    let now = session.text.provisions[clause]
    if let nearest = reading.nearest, now != .listed(nearest) {
      page.say("Placed from \(nearest), whose words are nearest.", indent: 2)
    }
    var done = 0
    while done < reading.steps.count {
      // The steps of one cue follow each other, issue by issue.
      let first = reading.steps[done]
      let steps = reading.steps[done...].prefix {
        $0.cue == first.cue && $0.isGained == first.isGained && $0.role == first.role
          && $0.phrase == first.phrase
      }
      let effects = steps.map { step in
        "\(scenario.issues[step.issue].id) \(Figures.signed(step.after - step.before, decimals: 0))"
      }
      page.say(
        "“\(first.phrase, .strong)” \(first.isGained ? "came" : "went"), \(first.role.place): "
          + "\(effects.joined(separator: ", ")). \(first.rationale)",
        indent: 2,
        hang: 2
      )
      done += steps.count
    }
    if reading.steps.isEmpty, reading.unread.isEmpty {
      page.say("No word changed that bears a meaning here.", indent: 2)
    } else if !reading.unread.isEmpty {
      let words = reading.unread.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      let more = reading.unread.count > 8 ? " and \(reading.unread.count - 8) more" : ""
      page.say(
        "The lexicon does not know what these words do here, and they move nothing: \(words)\(more).",
        indent: 2,
        hang: 2
      )
    }
  }

  /// How sure it is who is named, and on what it rests.
  mutating func sayStanding(of matter: Matter, on page: inout Page) {
    page.heading("How sure")
    let forecast = estimates.of(matter, in: session)
    guard !scenario.spread.isNone else {
      page.say(
        "The states and what they want are invented for this room, so that who leans where is exact. "
          + "Where wordings stand is the author's judgement.",
        indent: 2
      )
      return
    }
    guard forecast.isNoticeable else {
      page.say("Where wordings stand is judged, not measured.", indent: 2)
      return
    }
    let standing = estimates.standing(on: matter, in: session)
    let named = (standing.surely(.favour) + standing.surely(.against)).sorted()
    page.say(
      "“For” and “against” are those who stay on that side in 9 of 10 re-runs with other inputs "
        + "(\(spreadWords)); the rest only lean. How we know the positions of the sure: "
        + "\(named.isEmpty ? "there are none" : grouping.bases(named)). "
        + "Order within a group means nothing.",
      indent: 2
    )
    page.say(
      "`who against` lists them, `assumptions` says on what it rests, `memo FILE` writes it down.",
      indent: 2
    )
  }

  /// The stated spread of the inputs: `positions ±10 to 13 points, placements ±7`.
  var spreadWords: String {
    let spread = scenario.spread
    let known = scenario.delegations.map { spread[$0.basis] }
    let least = Figures.place(known.min() ?? 0)
    let most = Figures.place(known.max() ?? 0)
    let positions = least == most ? "±\(least)" : "±\(least) to \(most)"
    return "positions \(positions) points, clauses ±\(Figures.place(spread.clause)), "
      + "wordings beside each other ±\(Figures.place(spread.wording))"
  }
}

/// A change that was tried, as data: `plenary.try/1`.
struct TryDocument: Encodable, Sendable {
  struct Placement: Encodable, Sendable {
    let clause: String
    let wording: String
    let before: [String: Double]
    let after: [String: Double]
  }

  let schema = "plenary.try/1"
  let placement: Placement
  let separate: ForecastDocument?
  let whole: ForecastDocument
  let changed: [String]

  init(_ room: Room, _ change: Change, separate: Forecast?) {
    var room = room
    let scenario = room.scenario
    let session = room.session
    let draft = scenario.drafts[session.base]
    func places(_ provision: Provision) -> [String: Double] {
      var places: [String: Double] = [:]
      let all = scenario.placements(of: provision, at: change.clause)
      for issue in scenario.clauses[change.clause].issues {
        places[scenario.issues[issue].id.text] = all[issue]
      }
      return places
    }
    placement = Placement(
      clause: scenario.clauses[change.clause].id.text,
      wording: change.provision.name,
      before: places(session.text.provisions[change.clause]),
      after: places(change.provision)
    )
    let carried = session.text.with(change.provision, at: change.clause)
    let before = room.estimates.whole(session.text, in: session)
    let after = room.estimates.whole(carried, in: session)
    self.separate = separate.map {
      ForecastDocument($0, of: carried, draft: draft, in: scenario)
    }
    whole = ForecastDocument(after, of: carried, draft: draft, in: scenario)
    changed = room.movements(from: before, to: after).flatMap { $0.1 }.sorted().map {
      scenario.delegations[$0].id.text
    }
  }
}

extension Clause.Kind {
  /// Where a cue stands: `on a safeguard`.
  fileprivate var place: String {
    switch self {
    case .definition: "in a definition"
    case .offence: "in an offence"
    case .power: "on a power"
    case .safeguard: "on a safeguard"
    case .cooperation: "in cooperation"
    case .assistance: "in assistance"
    case .institution: "in an institution"
    }
  }
}
