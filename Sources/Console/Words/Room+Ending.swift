import Forecasting
import Negotiation
import Treaty

/// How the talks ended and what followed, told.
extension Room {
  /// How the talks ended, if they did.
  func sayEnd(_ events: [Event], on page: inout Page) {
    for event in events {
      guard case .talksEnded(let outcome) = event else { continue }
      switch outcome {
      case .adoptedByConsensus: page.say(Phrase("ADOPTED by consensus.", .strong))
      case .adoptedByVote: break
      case .notAdopted: page.say("The package is lost, and the talks end with it.")
      case .noAgreement: page.say(Phrase("The talks end without agreement.", .strong))
      }
      let whole = events.compactMap { event -> Int? in
        guard case .declared(let declaration) = event, declaration.clause == nil else { return nil }
        return scenario.index(of: declaration.delegation)
      }
      if !whole.isEmpty {
        page.say(
          "\(Figures.count(whole.count, "state")) \(whole.count == 1 ? "dissociates itself" : "dissociate themselves") and "
            + "\(whole.count == 1 ? "lets" : "let") it pass: \(grouping.names(whole)).",
          indent: 2,
          hang: 2
        )
      }
      page.say(Phrase(outcome.line))
    }
  }

  /// The ceremony: who signs, who stays away, and why.
  func tellCeremony(on page: inout Page) {
    guard let aftermath = scenario.aftermath, let signed = session.signatories else { return }
    let life = Afterlife(of: session.text, in: scenario, after: aftermath)
    let signers = signed.compactMap { scenario.index(of: $0) }
    let isSigner = Set(signers)
    let away = scenario.delegations.indices.filter { !isSigner.contains($0) }
    page.say("\("The treaty is opened for signature: \(aftermath.place)", .strong)")
    page.say(
      "\(Figures.count(signers.count, "state")) of \(scenario.delegations.count) sign; "
        + "\(Figures.expected(life.signatories)) were expected (estimated, 9 of 10 cases)."
    )
    var table = Table([.leading, .leading])
    table.add("sign", Phrase(grouping.names(signers)))
    table.add("stay away", Phrase(grouping.names(away)))
    page.show(table)
    sayReasons(ofAbsent: away, on: &page)
    for declaration in session.declarations where declaration.kind == .reservation {
      let clause = declaration.clause.map { " on \($0)" } ?? ""
      page.say("\(name(of: declaration.delegation)) declares a reservation\(clause).", indent: 2)
    }
    if let text = aftermath.worldText, !aftermath.world.isEmpty {
      let differing = session.text.differences(from: scenario.drafts[text].text).count
      page.gap()
      page.say(
        "In the world (\(differing) of \(scenario.clauses.count) clauses read otherwise there)"
      )
      for sentence in aftermath.world { page.say(Phrase(sentence), indent: 2, hang: 2) }
    }
  }

  /// Why states stay away: those who lose by the treaty, by the clause that costs them most, and the rest.
  private func sayReasons(ofAbsent away: [Int], on page: inout Page) {
    guard !away.isEmpty else { return }
    let refusing = session.announcements.filter { !$0.signs }.compactMap {
      scenario.index(of: $0.delegation)
    }
    if !refusing.isEmpty {
      page.say("\(grouping.names(refusing)) said that they would not sign.", indent: 2)
    }
    let away = away.filter { !refusing.contains($0) }
    var costly: [(clause: Int, states: [Int])] = []
    var rest: [Int] = []
    for place in away {
      let appraisal = Appraisal(
        of: session.text,
        for: place,
        in: scenario,
        under: Circumstances()
      )
      let worst = appraisal.terms.filter { $0.value < 0 }.min { $0.value < $1.value }
      guard appraisal.gain < 0, let worst else {
        rest.append(place)
        continue
      }
      let clause =
        switch worst.ground {
        case .clause(let clause, issue: _): clause
        case .redLine(let line): scenario.redLines[line].clause
        case .deal, .audience: preconditionFailure("nothing surrounds an adopted text")
        }
      if let found = costly.firstIndex(where: { $0.clause == clause }) {
        costly[found].states.append(place)
      } else {
        costly.append((clause, [place]))
      }
    }
    if !costly.isEmpty {
      page.say("Why they stay away (estimated): they would lose by it, and most by", indent: 2)
      var table = Table([.leading, .trailing, .leading], indent: 4)
      for (clause, states) in costly.sorted(by: {
        ($1.states.count, $0.clause) < ($0.states.count, $1.clause)
      }).prefix(6) {
        table.add(
          Phrase("\(scenario.clauses[clause].id) \(session.text.provisions[clause].shortName)"),
          Phrase("\(states.count)"),
          Phrase(grouping.names(states, limit: 6))
        )
      }
      page.show(table)
    }
    if !rest.isEmpty {
      let who =
        costly.isEmpty && refusing.isEmpty
        ? Figures.count(rest.count, "state") : Figures.count(rest.count, "other")
      page.say("\(who) would gain by it and may come later.", indent: 2)
    }
  }

  /// The years after: who ratifies, when the treaty starts, who looks after it.
  func tellYears(on page: inout Page) {
    guard let aftermath = scenario.aftermath, let years = session.ratifications else { return }
    let life = Afterlife(of: session.text, in: scenario, after: aftermath)
    page.say(
      "\("The years after", .strong) (\(life.needed) ratifications needed, by states)"
    )
    var table = Table(
      [.leading, .trailing, .trailing, .leading],
      headings: ["year", "new", "all", "expected"]
    )
    var count = 0
    var isInForce = false
    for (place, states) in years.enumerated() where !isInForce || place < 5 {
      count += states.count
      let expected = Figures.expected(life.ratifications(within: place + 1))
      let mark = count >= life.needed && !isInForce ? "\(expected): in force" : expected
      if count >= life.needed { isInForce = true }
      table.add("\(aftermath.year + place + 1)", "\(states.count)", "\(count)", Phrase(mark))
    }
    page.show(table)
    let entry = life.entry
    let half = entry.firstIndex { $0 >= 0.5 }
    let soon = entry.firstIndex { $0 >= 0.05 }
    let late = entry.firstIndex { $0 >= 0.95 }
    func year(_ place: Int?) -> String {
      place.map { "\(aftermath.year + $0 + 1)" } ?? "after \(aftermath.year + Afterlife.horizon)"
    }
    page.say(
      session.entryYear.map { "It enters into force in \(aftermath.year + $0)." }
        ?? "It does not enter into force within \(Afterlife.horizon) years."
    )
    page.say(
      "Estimated: as likely as not by \(year(half)); in 9 of 10 cases between \(year(soon)) and \(year(late)).",
      indent: 2
    )
    for clause in aftermath.oversight {
      let provision = session.text.provisions[clause]
      page.say(
        "Afterwards, \(scenario.clauses[clause].id): \(shortTitle(of: provision, at: clause)).",
        indent: 2,
        hang: 2
      )
    }
  }
}
