import Forecasting
import Negotiation
import Treaty

/// `why`: the reasons of one state.
struct WhyVerb: Verb {
  static let word = "why"
  static let usage = "why STATE [CLAUSE | P1]"
  static let summary =
    "Why a state would vote as it would; on the whole, on a clause, on a proposal."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.delegation, .question]

  private var arguments: Arguments

  static func examples(in room: Room) -> [String] {
    room.scenario.delegations.prefix(1).map { "why \($0.name)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    let delegation = try room.names.delegation(from: &arguments)
    guard let about = arguments.next() else {
      return room.page(of: delegation, on: try room.matter())
    }
    try arguments.end()
    if let number = Names.proposalNumber(about) {
      // What is closed can still be asked about: what a state did with it, and why.
      if let proposal = room.session.proposals.first(where: { $0.number == number }),
        proposal.state != .open
      {
        return room.page(of: delegation, onClosed: proposal)
      }
      return room.page(of: delegation, on: try room.matter(number), about: number)
    }
    let clause = try room.names.clause(about)
    return room.page(of: delegation, onClause: clause)
  }
}

extension Room {
  /// A delegation's reasons on the whole text or on a change.
  mutating func page(of index: Int, on matter: Matter, about number: Int? = nil) -> Reply {
    let delegation = scenario.delegations[index]
    let forecast = estimates.of(matter, in: session)
    let appraisal =
      if let lost = matter.lost {
        Appraisal(of: matter.carried, against: lost, for: index, in: scenario)
      } else {
        Appraisal(of: matter.carried, for: index, in: scenario, under: session.circumstances)
      }
    var page = Page()
    let chances = forecast.chances[index]
    if forecast.isNoticeable {
      page.say(
        "\(delegation.name) (\(delegation.id)) on \(matter.title): \(chances.words, .strong) (\(chances.figures)). "
          + "That is what the model assumes, not what \(delegation.name) would do."
      )
    } else {
      page.say(
        "\(delegation.name) (\(delegation.id)) on \(matter.title): nothing noticeable is at stake."
      )
    }
    sayPositions(of: index, on: matter, on: &page)
    let against = matter.lost == nil ? "against no treaty" : "against the text on the table"
    if appraisal.terms.isEmpty {
      page.say("Nothing in it matters to \(delegation.name), \(against).", indent: 2)
    } else {
      page.heading("What it gains and loses, \(against)")
      page.show(table(of: appraisal, in: matter))
      page.say("Together \(Figures.gain(appraisal.gain)).", indent: 2)
    }
    if matter.lost == nil {
      sayLeaning(with: appraisal.gain, on: &page)
    }
    sayActs(of: delegation.id, about: number, on: &page)
    let reply = WhyDocument(self, index, matter, appraisal, chances)
    if matter.lost == nil, let best = largest(appraisal) {
      hint("why \(delegation.id) \(scenario.clauses[best].id)", on: &page)
    }
    return Reply(page, document: reply)
  }

  /// What a delegation did with a proposal that is no longer on the table.
  func page(of index: Int, onClosed proposal: Proposal) -> Reply {
    let delegation = scenario.delegations[index]
    var page = Page()
    page.say("P\(proposal.number) is no longer on the table: it was \(proposal.state.words).")
    let before = page.blocks.count
    sayActs(of: delegation.id, about: proposal.number, on: &page)
    if page.blocks.count == before {
      let isBehind =
        proposal.proposer == .delegation(delegation.id)
        || proposal.sponsors.contains(delegation.id)
      page.say(
        isBehind
          ? "\(delegation.name) stood behind it, as people decided."
          : "\(delegation.name) did nothing about it of its own accord.",
        indent: 2
      )
    }
    hint("why \(delegation.id) \(proposal.clause)", on: &page)
    return Reply(page, document: StatusDocument(self))
  }

  /// Where a delegation stands on the issues that are looked at, how we know, and how sure its side is.
  private mutating func sayPositions(of index: Int, on matter: Matter, on page: inout Page) {
    let delegation = scenario.delegations[index]
    let issues = matter.clause.map { scenario.clauses[$0].issues } ?? Array(scenario.issues.indices)
    let error = scenario.spread[delegation.basis]
    let range = error > 0 ? " (±\(Figures.place(error)))" : ""
    let places = issues.map { issue in
      "\(scenario.issues[issue].id) \(Figures.place(delegation.positions[issue]))"
    }
    page.say(
      "It stands at \(places.joined(separator: ", "))\(range). \(basisWords(of: delegation))",
      indent: 2,
      hang: 2
    )
    guard estimates.of(matter, in: session).isNoticeable else { return }
    let standing = estimates.standing(on: matter, in: session)
    guard let agreeing = standing.agreeing?[index], standing.sides[index] != .unsure else { return }
    page.say(
      "With other inputs it stays on that side in \(agreeing) of \(Rerun.count) re-runs: "
        + (standing.isSure(index) ? "sure." : "not sure."),
      indent: 2
    )
  }

  /// How a delegation leans on the whole text, given what it gains, and the wish that all share.
  private func sayLeaning(with gain: Double, on page: inout Page) {
    let model = scenario.model
    if model.sensitivity > 0 {
      page.say(
        "General wish for a treaty: \(Figures.gain(model.valence / model.sensitivity)), the same for every "
          + "state, whatever the text says.",
        indent: 2,
        hang: 2
      )
    }
    let band = Figures.decimal(model.indifference, decimals: 1)
    let leaning = model.sensitivity * gain + model.valence
    page.say(
      "Both times \(Figures.decimal(model.sensitivity, decimals: 2)) make a leaning of "
        + "\(Figures.signed(leaning, decimals: 1)); between −\(band) and +\(band) it would rather abstain.",
      indent: 2,
      hang: 2
    )
  }

  private func largest(_ appraisal: Appraisal) -> Int? {
    let ranked = appraisal.terms.compactMap { term -> (clause: Int, size: Double)? in
      guard case .clause(let clause, issue: _) = term.ground else { return nil }
      return (clause, term.value.magnitude)
    }
    return ranked.max { $0.size < $1.size }?.clause
  }

  private func basisWords(of delegation: Delegation) -> String {
    let how =
      switch delegation.basis {
      case .coded: "Its positions are coded by hand"
      case .bloc: "Its positions are those of its group"
      case .imputed: "Its positions are imputed, not known; treat with care"
      }
    return how + (delegation.source.isEmpty ? "." : ": \(delegation.source).")
      + movedWords(of: delegation)
  }

  /// How far recorded votes have moved a delegation, said by the issue on which that goes furthest.
  private func movedWords(of delegation: Delegation) -> String {
    guard let leanings = scenario.leanings, let place = scenario.index(of: delegation.id),
      leanings.shifts[place].magnitude >= 0.5,
      let furthest = leanings.axis.indices.max(by: {
        (leanings.axis[$0].magnitude, $1) < (leanings.axis[$1].magnitude, $0)
      })
    else { return "" }
    let step = leanings.shifts[place] * leanings.axis[furthest]
    let issue = scenario.issues[furthest]
    let points = Figures.count(Figures.rounded(step.magnitude), "point")
    return
      " Recorded votes, its own and those of its bloc, have since moved them: \(issue.id) up to \(points) towards "
      + "“\(step < 0 ? issue.low : issue.high)”, the others with it."
  }

  private func table(of appraisal: Appraisal, in matter: Matter) -> Table {
    let ranked = appraisal.terms.enumerated().sorted {
      ($1.element.value.magnitude, $0.offset) < ($0.element.value.magnitude, $1.offset)
    }.map(\.element)
    var table = Table([.trailing, .leading, .leading, .leading])
    let shown = ranked.prefix(8).filter { $0.value.magnitude >= 0.005 }
    for term in shown {
      let style: Style = term.value < 0 ? .adverse : .favourable
      let gain = Phrase(Figures.gain(term.value), style)
      switch term.ground {
      case .clause(let clause, let issue):
        let provision = matter.carried.provisions[clause]
        table.add(
          gain,
          Phrase(scenario.clauses[clause].id.text, .strong),
          Phrase(scenario.issues[issue].id.text),
          Phrase(title(of: provision, at: clause))
        )
      case .redLine(let line):
        table.add(
          gain,
          Phrase(scenario.clauses[scenario.redLines[line].clause].id.text, .strong),
          "red line",
          Phrase(scenario.redLines[line].reason)
        )
      case .deal: table.add(gain, "", "deals", "promises in force")
      case .audience: table.add(gain, "", "public", "criticism by observers")
      }
    }
    let rest = ranked.dropFirst(shown.count)
    if !rest.isEmpty {
      table.add(
        Phrase(Figures.gain(rest.reduce(0) { $0 + $1.value })),
        "",
        "",
        "\(Figures.count(rest.count, "smaller reason"))"
      )
    }
    return table
  }

  /// Where a delegation stands on a clause, and which wording it would like best.
  mutating func page(of index: Int, onClause clause: Int) -> Reply {
    let delegation = scenario.delegations[index]
    let now = session.text.provisions[clause]
    var page = Page()
    page.say(
      "\(delegation.name) (\(delegation.id)) on \(scenario.clauses[clause].id), now \(now.displayName, .strong)"
    )
    page.say(Phrase(basisWords(of: delegation)), indent: 2, hang: 2)
    page.heading("Where it stands, 0 to 100")
    var places = Table([.leading, .leading, .leading])
    let here = scenario.placements(of: now, at: clause)
    for issue in scenario.clauses[clause].issues {
      let distance = (here[issue] - delegation.positions[issue]).magnitude
      places.add(
        Phrase(scenario.issues[issue].id.text),
        Phrase("wants \(Figures.place(delegation.positions[issue]))"),
        Phrase(
          "the clause stands at \(Figures.place(here[issue])), \(Figures.place(distance)) away"
        )
      )
    }
    page.show(places)
    page.heading("What each wording would be worth to it")
    var options = Table([.leading, .leading, .leading])
    var best: (provision: Provision, gain: Double)?
    for provision in scenario.clauses[clause].provisions {
      let changed = session.text.with(provision, at: clause)
      let gain = Appraisal(of: changed, against: session.text, for: index, in: scenario).gain
      if gain > best?.gain ?? 0 { best = (provision, gain) }
      let words =
        provision == now
        ? "as it reads now"
        : gain.magnitude < scenario.model.noticeable
          ? "no noticeable difference"
          : gain > 0 ? "better (\(Figures.gain(gain)))" : "worse (\(Figures.gain(gain)))"
      options.add(Phrase(provision.displayName, .strong), Phrase(words), "")
    }
    page.show(options)
    if let best {
      hint("try \(scenario.clauses[clause].id) \(best.provision.commandName)", on: &page)
    }
    let matter = Matter(
      title: "the treaty as a whole",
      carried: session.text,
      lost: nil,
      clause: clause
    )
    let appraisal = Appraisal(
      of: session.text,
      for: index,
      in: scenario,
      under: session.circumstances
    )
    let chances = estimates.whole(session.text, in: session).chances[index]
    return Reply(page, document: WhyDocument(self, index, matter, appraisal, chances))
  }
}
