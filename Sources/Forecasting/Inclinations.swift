public import Treaty

/// What moves each delegation in a vote, before shocks and noise.
public struct Inclinations: Sendable {
  /// What each delegation gains if the vote carries.
  public let gains: [Double]
  /// How each leans, in logits; above 0 is towards yes.
  public let leanings: [Double]
  /// How much a unit of gain moves a leaning, in logits.
  let slope: Double

  /// Weighs a whole text against its failure.
  public init(
    to text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) {
    let model = scenario.model
    gains = Inclinations.gains(of: text, in: scenario, under: circumstances)
    leanings = gains.map { model.sensitivity * $0 + model.valence }
    slope = model.sensitivity
  }

  /// Weighs a change to a standing text, put to a separate vote.
  public init(
    to amended: TreatyText,
    against text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) {
    let loyalties = Inclinations.loyalties(to: text, in: scenario, under: circumstances)
    self.init(to: amended, against: text, in: scenario, loyalties: loyalties)
  }

  /// Weighs a change to a standing text to which delegations are known to be so loyal, in logits: many changes of
  /// one text share that.
  public init(
    to amended: TreatyText,
    against text: TreatyText,
    in scenario: Scenario,
    loyalties: [Double]
  ) {
    let slope = scenario.model.separateSensitivity
    let change = Change(of: amended, against: text, in: scenario)
    gains = scenario.delegations.indices.map { Appraisal.gain(of: change, for: $0) }
    leanings = zip(gains, loyalties).map { slope * $0 - $1 }
    self.slope = slope
  }

  /// Weighs keeping a standing text where another would take its place: the same stakes as in a vote
  /// on the other, with yes for the text that stands and loyalty on its side.
  public init(
    keeping text: TreatyText,
    over other: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) {
    let slope = scenario.model.separateSensitivity
    let change = Change(of: text, against: other, in: scenario)
    gains = scenario.delegations.indices.map { Appraisal.gain(of: change, for: $0) }
    let loyalties = Inclinations.loyalties(to: text, in: scenario, under: circumstances)
    leanings = zip(gains, loyalties).map { slope * $0 + $1 }
    self.slope = slope
  }

  /// What each delegation does, averaged over the shocks: exact, and far quicker than a forecast,
  /// which also counts the room.
  public func chances(in scenario: Scenario) -> [BallotChances] {
    Electorate(leanings: leanings, in: scenario, rule: scenario.body.rule).marginalChances
  }

  /// How much each delegation leans to a text because the chair has put it as a package, in logits;
  /// nothing where it has not.
  public static func loyalties(
    to text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) -> [Double] {
    guard circumstances.isPackage else { return scenario.delegations.map { _ in 0 } }
    let model = scenario.model
    return gains(of: text, in: scenario, under: circumstances).map {
      model.packageLoyalty * (model.sensitivity * max(0, $0) + model.valence)
    }
  }

  /// What each delegation gains by a whole text.
  private static func gains(
    of text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) -> [Double] {
    let stakes = Stakes(of: text, in: scenario, under: circumstances)
    return scenario.delegations.indices.map { Appraisal.gain(of: stakes, for: $0) }
  }
}

extension Electorate {
  /// What each voter does, averaged over the shocks, on a grid of the sum of the two.
  var marginalChances: [BallotChances] {
    let shock = (commonShock * commonShock + blocShock * blocShock).squareRoot()
    let grid = CommonGrid(shock: shock, doublings: 0)
    let odds = grid.values.map { Elementary.exp(min(max($0, -300), 300)) }
    let edge = Elementary.exp(min(indifference, 300))
    let total = grid.total
    func average(_ leaning: Double) -> (yes: Double, no: Double, abstain: Double) {
      let own = Elementary.exp(min(max(leaning, -300), 300))
      var yes = 0.0
      var no = 0.0
      var abstain = 0.0
      for place in odds.indices {
        let stance = Stance(odds: own * odds[place], edge: edge)
        let share = grid.densities[place] / total
        yes += share * stance.yes
        no += share * stance.no
        abstain += share * stance.abstain
      }
      return (yes, no, abstain)
    }
    let united = disciplines.indices.map { bloc -> (yes: Double, no: Double, abstain: Double) in
      guard disciplines[bloc] > 0 else { return (0, 0, 0) }
      let members = voters.filter { $0.bloc == bloc }
      let influence = members.reduce(0) { $0 + $1.influence }
      return average(
        members.reduce(0) { $0 + $1.influence * $1.leaning } / max(influence, .leastNormalMagnitude)
      )
    }
    return voters.map { voter in
      let own = average(voter.leaning)
      let together = disciplines[voter.bloc]
      let shared = united[voter.bloc]
      let present = 1 - voter.absence
      return BallotChances(
        yes: present * ((1 - together) * own.yes + together * shared.yes),
        abstain: present * ((1 - together) * own.abstain + together * shared.abstain),
        no: present * ((1 - together) * own.no + together * shared.no),
        absent: voter.absence
      )
    }
  }
}
