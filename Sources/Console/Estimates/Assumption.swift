import Forecasting
import Negotiation
import Treaty

/// Something that an answer rests on and that may be off, with the room as it would be then.
struct Assumption: Sendable {
  /// The same question asked of a room in which an input is another.
  struct Variant: Sendable {
    /// How the input is changed: `if half as far`.
    let words: String
    let scenario: Scenario
    let circumstances: Circumstances
    let matter: Matter
  }

  /// What is assumed, with its number: `The general wish for a treaty is 0.8`.
  let words: String
  /// How we know: fitted, judged, taken from somewhere.
  let standing: String
  /// The same with other numbers.
  let variants: [Variant]
}

extension Assumption {
  /// What an answer on a matter rests on, what bears on it most directly first.
  static func all(
    of matter: Matter,
    in session: Session
  ) -> [Assumption] {
    let basis = Basis(
      scenario: session.scenario,
      circumstances: session.circumstances,
      matter: matter
    )
    var list: [Assumption] = []
    if matter.lost != nil { list += basis.steps }
    list += basis.world
    list.append(basis.saliences)
    list.append(basis.wish)
    list += basis.leanings
    list += basis.failure
    list += basis.loyalty
    if session.scenario.body.seeksConsensus { list.append(basis.blocking) }
    return list
  }

  /// The question as it is asked, from which variants depart.
  private struct Basis {
    let scenario: Scenario
    let circumstances: Circumstances
    let matter: Matter

    /// The same question with something replaced.
    func variant(
      _ words: String,
      scenario: Scenario? = nil,
      circumstances: Circumstances? = nil,
      matter: Matter? = nil
    ) -> Variant {
      Variant(
        words: words,
        scenario: scenario ?? self.scenario,
        circumstances: circumstances ?? self.circumstances,
        matter: matter ?? self.matter
      )
    }

    func variant(_ words: String, changing change: (inout ModelParameters) -> Void) -> Variant {
      var model = scenario.model
      change(&model)
      return variant(words, scenario: scenario.with(model: model))
    }

    /// How far the change moves the clause, on each issue that it moves.
    var steps: [Assumption] {
      guard let clause = matter.clause, let lost = matter.lost else { return [] }
      let old = scenario.placements(of: lost.provisions[clause], at: clause)
      let new = scenario.placements(of: matter.carried.provisions[clause], at: clause)
      let moved = scenario.clauses[clause].issues.filter { old[$0] != new[$0] }
      guard !moved.isEmpty else { return [] }
      let words = moved.map { issue in
        "\(scenario.issues[issue].id) from \(Figures.place(old[issue])) to \(Figures.place(new[issue]))"
      }
      func stretched(_ factor: Double, _ words: String) -> Variant {
        let places = old.indices.map { issue in
          min(max(old[issue] + factor * (new[issue] - old[issue]), 0), 100)
        }
        let provision = matter.carried.provisions[clause]
        guard case .worded(let reading) = provision else {
          return variant(words, scenario: scenario.placing(provision, at: clause, on: places))
        }
        let moved = matter.carried.with(.worded(reading.with(placements: places)), at: clause)
        let other = Matter(title: matter.title, carried: moved, lost: lost, clause: clause)
        return variant(words, matter: other)
      }
      return [
        Assumption(
          words: "The change moves \(words.joined(separator: ", "))",
          standing: "judged by the written scale, not measured",
          variants: [stretched(0.5, "half as far"), stretched(1.5, "half as far again")]
        )
      ]
    }

    /// Where the world stands without a treaty, on the issues that the change bears on.
    var world: [Assumption] {
      let issues =
        matter.clause.map { scenario.clauses[$0].issues } ?? Array(scenario.issues.indices)
      let places = issues.map { issue -> String in
        let values = scenario.delegations.map { scenario.issues[issue].noAgreement.place(for: $0) }
        let least = Figures.place(values.min() ?? 0)
        let most = Figures.place(values.max() ?? 0)
        return "\(scenario.issues[issue].id) \(least == most ? least : "\(least)–\(most)")"
      }
      func shifted(by points: Double) -> Scenario {
        scenario.with(
          issues: scenario.issues.enumerated().map { place, issue in
            issues.contains(place)
              ? issue.with(noAgreement: issue.noAgreement.shifted(by: points)) : issue
          }
        )
      }
      return [
        Assumption(
          words: "Without a treaty the world stands at \(places.joined(separator: ", "))",
          standing: "judged",
          variants: [
            variant("20 points lower", scenario: shifted(by: -20)),
            variant("20 points higher", scenario: shifted(by: 20)),
          ]
        )
      ]
    }

    /// How much each delegation cares about each issue.
    var saliences: Assumption {
      let equal = scenario.delegations.map { $0.with(saliences: scenario.issues.map { _ in 1 }) }
      return Assumption(
        words: "Some issues matter more to some states",
        standing: "judged",
        variants: [
          variant(
            "all alike",
            scenario: scenario.with(clauses: scenario.clauses, delegations: equal)
          )
        ]
      )
    }

    /// The general wish for a treaty.
    var wish: Assumption {
      let onResolutions = Figures.signed(scenario.model.resolutionValence, decimals: 1)
      return Assumption(
        words:
          "The general wish for a treaty is \(Figures.signed(scenario.model.valence, decimals: 1))",
        standing: "judged; on resolutions \(onResolutions) was fitted",
        variants: [
          variant("0") { $0.valence = 0 },
          variant("1 more") { $0.valence += 1 },
        ]
      )
    }

    /// What recorded votes have moved.
    var leanings: [Assumption] {
      guard let leanings = scenario.leanings else { return [] }
      return [
        Assumption(
          words: "How States voted has moved the positions and numbers that were coded",
          standing: "fitted on \(Figures.count(leanings.decisions.count, "recorded vote"))",
          variants: [variant("as they were coded", scenario: scenario.uncalibrated)]
        )
      ]
    }

    /// What failure leads to.
    var failure: [Assumption] {
      guard let place = scenario.fallback else { return [] }
      let now = circumstances.fallback?.chance ?? 0
      let others = [0, 0.4, 0.8].filter { ($0 - now).magnitude > 0.15 }
      return [
        Assumption(
          words:
            "If it fails, the talks go on to “\(scenario.drafts[place].title)” with a chance of "
            + "\(Figures.hundredths(now)) in 100",
          standing: "judged, and what the level of consensus owes most to",
          variants: others.map { chance in
            var changed = circumstances
            changed.fallback = Circumstances.Fallback(
              text: scenario.drafts[place].text,
              chance: chance
            )
            return variant("\(Figures.hundredths(chance)) in 100", circumstances: changed)
          }
        )
      ]
    }

    /// Loyalty to the chair's package.
    var loyalty: [Assumption] {
      guard circumstances.isPackage, matter.lost != nil else { return [] }
      return [
        Assumption(
          words:
            "The text is the chair's package, and half of what it is worth binds those who want it",
          standing: "judged",
          variants: [
            variant("no loyalty") { $0.packageLoyalty = 0 },
            variant("full loyalty") { $0.packageLoyalty = 1 },
          ]
        )
      ]
    }

    /// What it takes to block consensus.
    var blocking: Assumption {
      let model = scenario.model
      return Assumption(
        words: "A state blocks consensus only if it is strongly opposed "
          + "(\(Figures.decimal(model.blocking, decimals: 1)), and up to "
          + "\(Figures.decimal(model.shadow, decimals: 1)) more where it would lose the vote)",
        standing: "a set number, never tested",
        variants: [
          variant("blocks more easily, by 1") { $0.blocking = max(0, $0.blocking - 1) },
          variant("a lost vote frightens nobody") { $0.shadow = 0 },
        ]
      )
    }
  }
}

extension Scenario {
  /// The same scenario with one provision of a clause placed elsewhere, 0...100 by issue.
  fileprivate func placing(_ provision: Provision, at clause: Int, on places: [Double]) -> Scenario
  {
    var all = clauses
    switch provision {
    case .absent:
      all[clause] = all[clause].with(absent: places, wordings: all[clause].wordings)
    case .listed(let id):
      all[clause] = all[clause].with(
        absent: all[clause].absent,
        wordings: all[clause].wordings.map { $0.id == id ? $0.with(placements: places) : $0 }
      )
    case .worded: break
    }
    return with(clauses: all, delegations: delegations)
  }
}
