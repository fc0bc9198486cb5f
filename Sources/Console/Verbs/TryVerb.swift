import Forecasting
import Negotiation
import Treaty

/// `try`: any change, estimated and not made.
struct TryVerb: Verb {
  static let word = "try"
  static let aliases = ["whatif"]
  static let usage = "try CLAUSE WORDING | try CLAUSE strike"
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
    let change = try room.names.change(from: &arguments)
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
    let separate = estimates.of(matter, in: session)
    saySteps(of: change, on: &page)
    sayVote(separate, on: matter, on: &page)
    sayWhole(after: matter, on: &page)
    sayReactions(to: matter.carried, before: session.text, on: &page)
    sayStanding(of: separate, on: &page)
    page.gap()
    let line = "propose \(clause.id) \(change.provision.commandName)"
    page.say("Tried only; nothing is changed.")
    if openVote == nil, case .negotiating = session.stage {
      let open = session.openProposals(on: clause.id).first { $0.provision == change.provision }
      hint(open.map { "vote P\($0.number)" } ?? line, on: &page)
    }
    return Reply(page, document: TryDocument(self, change, separate: separate))
  }

  /// A provision with the title of its wording.
  func title(of provision: Provision, at clause: Int) -> String {
    switch provision {
    case .absent: "(no text)"
    case .listed(let id):
      "\(id): \(scenario.clauses[clause].wording(id)?.title ?? "")"
    }
  }

  /// How far a change moves the clause on each issue.
  func saySteps(of change: Change, on page: inout Page) {
    page.heading("How far it moves the clause")
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
        Phrase("\(step) \(Figures.place(new[issue])) of 100"),
        Phrase(pole, .faint)
      )
    }
    page.show(table)
  }

  /// Who would vote how on a change alone.
  func sayVote(_ forecast: Forecast, on matter: Matter, on page: inout Page) {
    page.heading("If \(matter.title) were put to the vote alone (estimated)")
    guard forecast.isNoticeable else {
      page.say(
        "Nobody gains or loses enough to tell from noise, so no vote is shown.",
        indent: 2,
        hang: 0
      )
      return
    }
    let standing = Standing(of: forecast)
    var table = Table([.leading, .trailing, .leading])
    for (side, label, style) in Room.sides {
      let members = standing.on(side)
      let untouched = members.filter {
        forecast.gains[$0].magnitude < scenario.model.noticeable
      }
      var words = names(of: members, forecast: forecast)
      if side == .unsure, !grouping.isSmall, !untouched.isEmpty, untouched.count < members.count {
        words = "\(untouched.count) of them hardly touched by it"
      } else if side == .unsure, !grouping.isSmall {
        words = members.isEmpty ? "" : grouping.bases(members)
      }
      table.add(Phrase(label, style), Phrase(String(members.count)), Phrase(words))
    }
    page.show(table)
    let verdict = Figures.verdict(forecast.adoption)
    page.say(
      "Alone it \(verdict, .strong): \(Figures.chance(forecast.adoption)). \(need)",
      indent: 2
    )
    if !grouping.isSmall {
      page.say(
        "Yes \(Figures.range(forecast.tally.yes)), no \(Figures.range(forecast.tally.no)), "
          + "abstaining \(Figures.range(forecast.tally.abstain)), in 9 of 10 cases.",
        indent: 2
      )
    }
  }

  /// The sides of a vote with their labels.
  static let sides: [(Standing.Side, String, Style)] = [
    (.favour, "for", .favourable), (.against, "against", .adverse), (.unsure, "cannot say", .plain),
  ]

  /// Delegations by name with what they gain in a small room, else grouped.
  private func names(of members: [Int], forecast: Forecast) -> String {
    guard grouping.isSmall else { return grouping.names(members) }
    return members.map { index in
      let arrows = Figures.arrows(
        forecast.gains[index],
        noticeable: scenario.model.noticeable
      )
      return scenario.delegations[index].name + (arrows.isEmpty ? "" : " \(arrows)")
    }.joined(separator: ", ")
  }

  /// What the body's rule asks for, as a sentence.
  var need: String {
    switch scenario.body.rule {
    case .simpleMajority: "It needs more yes than no."
    case .twoThirds: "It needs two thirds of those voting."
    case .absoluteMajority: "It needs yes from more than half of the members."
    case .consensus: "It needs that nobody objects."
    case .all(let conditions):
      "It needs " + conditions.map { words(for: $0) }.joined(separator: " and ") + "."
    }
  }

  private func words(for condition: VotingRule.Condition) -> String {
    switch condition {
    case .members(let least): "yes from \(least) of \(scenario.delegations.count)"
    case .share(let share, let weight):
      "yes from \(Figures.rounded(share * 100)) % of the \(scenario.weightNames[weight])"
    case .veto(let members):
      "no veto from \(members.map { scenario.delegations[$0].name }.joined(separator: ", "))"
    }
  }

  /// What becomes of the treaty as a whole with a change.
  mutating func sayWhole(after matter: Matter, on page: inout Page) {
    let before = estimates.whole(session.text, in: session)
    let after = estimates.whole(matter.carried, in: session)
    page.heading("The treaty as a whole (estimated)")
    let moved = movements(from: before, to: after)
    if moved.isEmpty {
      page.say("Nobody changes sides.", indent: 2)
    } else {
      var table = Table([.leading, .leading])
      for (label, members) in moved { table.add(Phrase(label), Phrase(grouping.names(members))) }
      page.show(table)
    }
    page.say(
      Phrase(comparison("Adopted by vote", before.adoption, after.adoption)),
      indent: 2,
      hang: 2
    )
    if scenario.body.seeksConsensus {
      page.say(
        Phrase(comparison("Consensus", before.consensus, after.consensus)),
        indent: 2,
        hang: 2
      )
    }
  }

  /// Who goes where between two forecasts, in words.
  func movements(from before: Forecast, to after: Forecast) -> [(String, [Int])] {
    let old = Standing(of: before).sides
    let new = Standing(of: after).sides
    let labels: [(Standing.Side, String)] = [
      (.favour, "now likely yes"), (.against, "now likely no"), (.unsure, "now undecided"),
    ]
    return labels.compactMap { side, label in
      let members = new.indices.filter { old[$0] != new[$0] && new[$0] == side }
      return members.isEmpty ? nil : (label, members)
    }
  }

  /// Two chances in words; a difference that does not show is said to be none.
  private func comparison(_ what: String, _ before: Double, _ after: Double) -> String {
    let old = Figures.chance(before)
    let new = Figures.chance(after)
    if old == new {
      return "\(what): \(new), as before; the model sees no difference there."
    }
    return "\(what): \(new) (now \(old))."
  }

  /// What observers say of a text, those first who change their mind.
  func sayReactions(to text: TreatyText, before: TreatyText, on page: inout Page) {
    guard !scenario.observers.isEmpty else { return }
    page.heading("Observers")
    var unchanged: [String] = []
    var table = Table([.leading, .leading])
    for observer in scenario.observers {
      let old = Reaction(of: observer, to: before, in: scenario)
      let new = Reaction(of: observer, to: text, in: scenario)
      let crossed = new.crossed.filter { !old.crossed.contains($0) }
      guard old.level != new.level || !crossed.isEmpty || old.crossed != new.crossed else {
        unchanged.append("\(observer.name) (\(new.level.words))")
        continue
      }
      var words =
        old.level == new.level
        ? "\(new.level.words), as before" : "\(old.level.words) → \(new.level.words)"
      if let line = crossed.first {
        words += "; red line crossed: \(observer.criteria[line].principle)"
      } else if new.crossed.count < old.crossed.count {
        words += "; no longer crosses a red line"
      }
      table.add(Phrase(observer.name), Phrase(words))
    }
    page.show(table)
    if !unchanged.isEmpty {
      page.say("Unchanged: \(unchanged.joined(separator: ", ")).", indent: 2, hang: 2)
    }
  }

  /// On what an estimate rests.
  func sayStanding(of forecast: Forecast, on page: inout Page) {
    let decided = Standing(of: forecast)
    let named = decided.on(.favour) + decided.on(.against)
    page.heading("How sure")
    page.say(
      "Where wordings stand is judged, not measured. Positions of the \(named.count) named: "
        + "\(named.isEmpty ? "none" : grouping.bases(named.sorted())). "
        + "Order within a group means nothing.",
      indent: 2
    )
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
