import Treaty

/// What is at stake in a whole text, worked out once for all delegations.
struct Stakes {
  let scenario: Scenario
  /// A clause on an issue on which it counts.
  private struct Part {
    let clause: Int
    let issue: Int
    /// How much it counts there, 0...1.
    let share: Double
    /// Where it stands, 0...100.
    let place: Double
    /// Where it stands in the text to which failure may lead.
    let fallback: Double
  }

  private let parts: [Part]
  /// Chance that failure leads there.
  let chance: Double
  /// The red lines that the text crosses, whoever holds them.
  let crossed: [Int]
  let deals: [Double]
  /// What public criticism costs a government that listens fully, in units of gain.
  let criticism: Double

  init(of text: TreatyText, in scenario: Scenario, under circumstances: Circumstances) {
    self.scenario = scenario
    let placements = scenario.placements(of: text)
    let fallback = circumstances.fallback.map { scenario.placements(of: $0.text) } ?? placements
    parts = scenario.clauses.indices.flatMap { clause in
      scenario.issues.indices.filter { scenario.shares[clause][$0] > 0 }.map { issue in
        Part(
          clause: clause,
          issue: issue,
          share: scenario.shares[clause][issue],
          place: placements[clause][issue],
          fallback: fallback[clause][issue]
        )
      }
    }
    chance = circumstances.fallback?.chance ?? 0
    crossed = scenario.redLines.indices.filter {
      scenario.redLines[$0].isCrossed(by: text, in: scenario)
    }
    deals = circumstances.deals
    criticism = Stakes.criticism(of: text, in: scenario, under: circumstances)
  }

  /// What a change adds to the observers' criticism, times the pressure that it exerts.
  private static func criticism(
    of text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) -> Double {
    // A text adds nothing to what it is.
    guard let before = circumstances.before, before != text, scenario.model.pressure != 0 else {
      return 0
    }
    let heard = scenario.observers.indices.filter { !circumstances.unheard.contains($0) }
    let added = heard.reduce(0) { sum, place in
      let observer = scenario.observers[place]
      let now = max(0, -Reaction(of: observer, to: text, in: scenario).score)
      let then = max(0, -Reaction(of: observer, to: before, in: scenario).score)
      return sum + observer.reach * (now - then) / 100
    }
    return scenario.model.pressure * added
  }
}

extension Appraisal {
  /// Judges a whole text for one delegation.
  init(of stakes: Stakes, for place: Int) {
    self.init { stakes.reasons(for: place, add: $0) }
  }

  /// What a whole text is worth to one delegation.
  static func gain(of stakes: Stakes, for place: Int) -> Double {
    gain { stakes.reasons(for: place, add: $0) }
  }
}

extension Stakes {
  /// Every reason of a delegation, in the order of the scenario.
  @inline(__always)
  fileprivate func reasons(for place: Int, add: (Appraisal.Term) -> Void) {
    let delegation = scenario.delegations[place]
    let world = scenario.worlds[place]
    for part in parts {
      let position = delegation.positions[part.issue]
      let weight = delegation.saliences[part.issue] * part.share / 100
      let failure =
        (1 - chance) * (world[part.issue] - position).magnitude
        + chance * (part.fallback - position).magnitude
      let success = (part.place - position).magnitude
      add(
        Appraisal.Term(
          ground: .clause(part.clause, issue: part.issue),
          value: weight * (failure - success)
        )
      )
    }
    for line in crossed where scenario.redLines[line].isHeld(by: delegation) {
      add(Appraisal.Term(ground: .redLine(line), value: -scenario.redLines[line].price))
    }
    if !deals.isEmpty {
      add(Appraisal.Term(ground: .deal, value: deals[place]))
    }
    add(Appraisal.Term(ground: .audience, value: -delegation.openness * criticism))
  }
}
