import Treaty

/// What every change of one clause adds for everybody, so that a package of changes is a sum.
struct ChangeTable {
  /// Something that adds up over the clauses of a text.
  struct Sum {
    /// What each delegation gains, without what criticism costs it.
    var gains: [Double]
    /// Each observer's score before red lines and bounds count.
    var scores: [Double]
    /// How many of its red lines each observer sees crossed.
    var crossings: [Int]

    /// Adds what a change adds.
    static func + (left: Sum, right: Sum) -> Sum {
      Sum(
        gains: zip(left.gains, right.gains).map { $0 + $1 },
        scores: zip(left.scores, right.scores).map { $0 + $1 },
        crossings: zip(left.crossings, right.crossings).map { $0 + $1 }
      )
    }

    /// What is no worse than either for anybody: chances rise with every gain.
    func joined(with other: Sum) -> Sum {
      Sum(
        gains: zip(gains, other.gains).map { max($0, $1) },
        scores: zip(scores, other.scores).map { max($0, $1) },
        crossings: zip(crossings, other.crossings).map { min($0, $1) }
      )
    }
  }

  /// A change of one clause.
  struct Option {
    let clause: Int
    let provision: Provision
    let added: Sum
  }

  let scenario: Scenario
  let text: TreatyText
  /// The text as it stands.
  let now: Sum
  /// Every change that may be made, clause by clause in the order of the scenario.
  let options: [Option]
  /// How many texts these make.
  let texts: Int
  /// What criticism each observer had for the text before; empty where it weighs on nobody.
  private let criticisms: [Double]
  private let unheard: [Int]
  private let rule: VotingRule

  init(
    of text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances,
    rule: VotingRule,
    within limits: Advice.Limits
  ) {
    self.scenario = scenario
    self.text = text
    self.rule = rule
    unheard = circumstances.unheard
    var quiet = circumstances
    quiet.before = nil
    let stakes = Stakes(of: text, in: scenario, under: quiet)
    let reactions = scenario.observers.map { Reaction(of: $0, to: text, in: scenario) }
    let now = Sum(
      gains: scenario.delegations.indices.map { Appraisal.gain(of: stakes, for: $0) },
      scores: zip(scenario.observers, reactions).map(ChangeTable.score),
      crossings: reactions.map(\.crossed.count)
    )
    self.now = now
    let options = scenario.clauses.indices.flatMap { clause -> [Option] in
      guard !limits.kept.contains(clause) else { return [] }
      let watching = scenario.observers.indices.filter { place in
        scenario.observers[place].criteria.contains { $0.clause == clause }
      }
      return scenario.alternatives(at: clause)
        .filter { $0 != text.provisions[clause] }
        .compactMap { provision in
          let amended = text.with(provision, at: clause)
          guard !limits.forbid(amended, from: text, in: scenario) else { return nil }
          let change = Change(of: amended, against: text, in: scenario)
          var added = Sum(
            gains: scenario.delegations.indices.map { change.gainOnWhole(for: $0) },
            scores: scenario.observers.map { _ in 0 },
            crossings: scenario.observers.map { _ in 0 }
          )
          for place in watching {
            let observer = scenario.observers[place]
            let reaction = Reaction(of: observer, to: amended, in: scenario)
            added.scores[place] = ChangeTable.score(observer, reaction) - now.scores[place]
            added.crossings[place] = reaction.crossed.count - now.crossings[place]
          }
          return Option(clause: clause, provision: provision, added: added)
        }
    }
    self.options = options
    let sizes = scenario.clauses.indices.map { clause in
      1 + options.count { $0.clause == clause }
    }
    texts = sizes.reduce(1) { min($0 * $1, ChangeTable.countless) }
    if let before = circumstances.before, scenario.model.pressure != 0 {
      criticisms = scenario.observers.map {
        max(0, -Reaction(of: $0, to: before, in: scenario).score)
      }
    } else {
      criticisms = []
    }
  }

  /// The text with some changes made.
  func text(with choice: [Int]) -> TreatyText {
    choice.reduce(text) { $0.with(options[$1].provision, at: options[$1].clause) }
  }

  /// What the text comes to with some changes made.
  func sum(of choice: [Int]) -> Sum {
    choice.reduce(now) { $0 + options[$1].added }
  }

  /// What each delegation gains by a text, criticism included.
  func gains(of sum: Sum) -> [Double] {
    guard !criticisms.isEmpty else { return sum.gains }
    let added = criticisms.indices.reduce(0.0) { total, place in
      unheard.contains(place)
        ? total
        : total + scenario.observers[place].reach
          * (max(0, -score(of: sum, by: place)) - criticisms[place]) / 100
    }
    let criticism = scenario.model.pressure * added
    return zip(sum.gains, scenario.delegations).map { $0 - $1.openness * criticism }
  }

  /// An observer's score of a text.
  func score(of sum: Sum, by observer: Int) -> Double {
    let crossed = sum.crossings[observer]
    let score = sum.scores[observer]
    return min(
      max(crossed > 0 ? min(score, Reaction.ceilingWhereCrossed(count: crossed)) : score, -100),
      100
    )
  }

  /// The mean score of the rights groups; nil where none is watching.
  func rights(of sum: Sum) -> Double? {
    let groups = scenario.observers.indices.filter { scenario.observers[$0].kind == .rights }
    guard !groups.isEmpty else { return nil }
    return groups.reduce(0) { $0 + score(of: sum, by: $1) } / Double(groups.count)
  }

  /// The chance that is to be raised, counted out as in a forecast.
  func chance(of sum: Sum) -> Double {
    chance(of: sum, atMost: .limit)
  }

  /// The same on the first grids, which is quicker; the two differ by less than `looseness`.
  func quickChance(of sum: Sum) -> Double {
    chance(of: sum, atMost: Integration.Fineness())
  }

  private func chance(of sum: Sum, atMost fineness: Integration.Fineness) -> Double {
    let model = scenario.model
    let electorate = Electorate(
      leanings: gains(of: sum).map { model.sensitivity * $0 + model.valence },
      in: scenario,
      rule: rule
    )
    let outcome = Integration(of: electorate, for: .outcome, atMost: fineness)
    guard scenario.body.seeksConsensus else { return outcome.adoption }
    return model.agreement(consensus: outcome.consensus, vote: outcome.shadowAdoption)
  }

  /// How far a chance on the first grids may be off: a test finds less than a hundredth of this.
  static let looseness = 0.001
  /// More texts than anybody counts.
  static let countless = 1 << 40

  private static func score(_ observer: Observer, _ reaction: Reaction) -> Double {
    reaction.grounds.reduce(observer.prior) { $0 + $1.effect }
  }
}
