public import Treaty

/// A change of the text as delegates see it between meetings: what each has to gain by it, and what chance they give it.
public struct Prospect: Sendable {
  /// What each delegation gains on the treaty as a whole, in units of gain.
  public let gains: [Double]
  /// What each gains of what is at stake, as in a separate vote.
  public let stakes: [Double]
  /// The chance that they give it in a separate vote, 0...1: reckoned, not counted out.
  public let chance: Double

  /// Looks at a change of one clause.
  public init(
    of provision: Provision,
    at clause: Int,
    against text: TreatyText,
    in scenario: Scenario
  ) {
    let amended = text.with(provision, at: clause)
    let change = Change(of: amended, against: text, in: scenario)
    let stakes = scenario.delegations.indices.map { Appraisal.gain(of: change, for: $0) }
    gains = scenario.delegations.indices.map { change.gainOnWhole(for: $0) }
    self.stakes = stakes
    let slope = scenario.model.separateSensitivity
    chance =
      Electorate(
        leanings: stakes.map { $0 * slope },
        in: scenario,
        rule: scenario.body.rule
      ).reckonedChance
  }
}

extension Change {
  /// What the change is worth to a delegation beside all the rest of the treaty.
  func gainOnWhole(for place: Int) -> Double {
    let delegation = scenario.delegations[place]
    var gain = 0.0
    for (order, clause) in clauses.enumerated() {
      for issue in scenario.issues.indices where scenario.shares[clause][issue] > 0 {
        let position = delegation.positions[issue]
        let weight = delegation.saliences[issue] * scenario.shares[clause][issue]
        let loss = (before[order][issue] - position).magnitude
        let lossAfter = (after[order][issue] - position).magnitude
        gain += weight * (loss - lossAfter) / 100
      }
    }
    for (line, worth) in lines where scenario.redLines[line].isHeld(by: delegation) {
      gain += worth
    }
    return gain
  }
}

extension Electorate {
  /// A quick look at the chance of adoption, as somebody with a list of names and a pencil would have it.
  ///
  /// Counts are taken as normal with the mean and spread that they have; `outlook` counts them out. On
  /// the scenarios here the two differ by less than 0.05 (a test holds it to that).
  public var reckonedChance: Double {
    let edge = Elementary.exp(min(indifference, 300))
    let odds = voters.map { Elementary.exp(min(max($0.leaning, -300), 300)) }
    var carried = 0.0
    var total = 0.0
    for step in -3...3 {
      let deviation = Double(step)
      let density = Elementary.exp(-deviation * deviation / 2)
      let shock = Elementary.exp(deviation * commonShock)
      let stances = odds.map { Stance(odds: $0 * shock, edge: edge) }
      carried += density * chance(of: rule, given: stances, odds: odds, shock: shock)
      total += density
    }
    return carried / total
  }

  private func chance(
    of rule: VotingRule,
    given stances: [Stance],
    odds: [Double],
    shock: Double
  ) -> Double {
    let size = Double(voters.count)
    let ones = voters.map { _ in 1.0 }
    switch rule {
    case .simpleMajority: return chance(stances, yes: ones, no: -1, reaching: 0.5)
    case .twoThirds: return chance(stances, yes: ones, no: -2, reaching: -0.5)
    case .absoluteMajority:
      return chance(stances, yes: ones, no: 0, reaching: (size / 2).rounded(.down) + 0.5)
    case .consensus:
      let bar = Elementary.exp(min(max(blocking, -300), 300))
      return voters.indices.reduce(1) { product, place in
        let pass = odds[place] * shock * bar
        return product * (voters[place].absence + (1 - voters[place].absence) * pass / (1 + pass))
      }
    case .all(let conditions):
      return conditions.reduce(1) { product, condition in
        switch condition {
        case .members(let least):
          return product * chance(stances, yes: ones, no: 0, reaching: Double(least) - 0.5)
        case .share(let share, let weight):
          let weights = voters.map { $0.weights[weight] }
          let bound = share * weights.reduce(0, +)
          return product * chance(stances, yes: weights, no: 0, reaching: bound)
        case .veto(let members):
          return members.reduce(product) {
            $0 * (1 - (1 - voters[$1].absence) * stances[$1].no)
          }
        }
      }
    }
  }

  /// Chance that a weighted count of yes, with so much for each no, reaches a bound.
  private func chance(
    _ stances: [Stance],
    yes weights: [Double],
    no weight: Double,
    reaching bound: Double
  ) -> Double {
    var mean = 0.0
    var variance = 0.0
    var slopes = disciplines.map { _ in 0.0 }
    for (place, stance) in stances.enumerated() {
      let present = 1 - voters[place].absence
      let yes = present * stance.yes
      let no = present * stance.no
      let own = weights[place] * yes + weight * no
      mean += own
      variance += weights[place] * weights[place] * yes + weight * weight * no - own * own
      slopes[voters[place].bloc] +=
        present * (weights[place] * stance.yesSlope + weight * stance.noSlope)
    }
    variance += slopes.reduce(0) { $0 + $1 * $1 } * blocShock * blocShock
    let deviation = max(variance, 1e-12).squareRoot()
    // The logistic curve that lies nearest to the normal one, within 0.01.
    let odds = Elementary.exp(min(max(1.702 * (mean - bound) / deviation, -300), 300))
    return odds / (1 + odds)
  }
}
