public import Treaty

/// Who will vote how on a text, and what comes of it.
public struct Forecast: Sendable {
  /// What is voted on.
  public enum Subject: Sendable {
    /// A whole text.
    case whole(TreatyText)
    /// A change to a standing text, put to a separate vote.
    case amendment(to: TreatyText, reading: TreatyText)
  }

  /// What is voted on.
  public let subject: Subject
  /// What it needs to be adopted.
  public let rule: VotingRule
  /// What each delegation gains by it.
  public let gains: [Double]
  /// The room as it votes.
  public let electorate: Electorate
  /// What each delegation will do.
  public let chances: [BallotChances]
  /// Chance of adoption under `rule`, 0...1; that of consensus where the rule is consensus.
  public let adoption: Double
  /// Chance that nobody present blocks, in the shadow of a vote under the body's rule, 0...1.
  public let consensus: Double
  /// Chance of an agreement, by consensus or by the vote that the bureau may go to, 0...1.
  public let agreement: Double
  /// How many delegations will do what.
  public let tally: Tally
  /// Whether somebody gains or loses enough for the vote to be about something.
  public let isNoticeable: Bool
  /// What the pulls are pulls on.
  private let aim: Electorate.Aim
  /// How much a unit of gain moves a leaning, in logits.
  private let slope: Double

  /// Forecasts the vote on a whole text, by the body's rule unless another is given.
  public init(
    of text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances,
    rule: VotingRule? = nil
  ) {
    self.init(
      of: .whole(text),
      inclinations: Inclinations(to: text, in: scenario, under: circumstances),
      in: scenario,
      rule: rule
    )
  }

  /// Forecasts a separate vote on a change to a standing text.
  public init(
    of amended: TreatyText,
    against text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances,
    rule: VotingRule? = nil
  ) {
    self.init(
      of: .amendment(to: text, reading: amended),
      inclinations: Inclinations(to: amended, against: text, in: scenario, under: circumstances),
      in: scenario,
      rule: rule
    )
  }

  /// Forecasts the vote on keeping a standing text where another would take its place: the same
  /// stakes as in a vote on the other, with yes for the text that stands and loyalty on its side.
  public init(
    keeping text: TreatyText,
    over other: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances,
    rule: VotingRule? = nil
  ) {
    self.init(
      of: .amendment(to: other, reading: text),
      inclinations: Inclinations(keeping: text, over: other, in: scenario, under: circumstances),
      in: scenario,
      rule: rule
    )
  }

  private init(
    of subject: Subject,
    inclinations: Inclinations,
    in scenario: Scenario,
    rule: VotingRule?
  ) {
    let rule = rule ?? scenario.body.rule
    electorate = Electorate(leanings: inclinations.leanings, in: scenario, rule: rule)
    let outlook = electorate.outlook
    self.subject = subject
    self.rule = rule
    gains = inclinations.gains
    slope = inclinations.slope
    chances = outlook.chances
    adoption = outlook.adoption
    consensus = outlook.consensus
    agreement = scenario.model.agreement(
      consensus: outlook.consensus,
      vote: outlook.shadowAdoption
    )
    tally = outlook.tally
    isNoticeable = inclinations.gains.contains { $0.magnitude >= scenario.model.noticeable }
    aim = scenario.body.seeksConsensus || rule == .consensus ? .consensus : .adoption
  }

  /// How each delegation leans before shocks and noise, in logits; above 0 is towards yes.
  public var leanings: [Double] {
    electorate.voters.map(\.leaning)
  }

  /// How much the outcome would rise with each delegation's gain: the exact derivative of the
  /// chance of consensus where the body seeks consensus or the rule is consensus, else of adoption.
  public func pulls() -> [Double] {
    electorate.pulls(on: aim).map { $0 * slope }
  }
}

extension Electorate {
  /// The delegations of a scenario with these leanings.
  init(leanings: [Double], in scenario: Scenario, rule: VotingRule) {
    let model = scenario.model
    self.init(
      voters: zip(scenario.delegations, leanings).map { delegation, leaning in
        Voter(
          leaning: leaning,
          absence: delegation.absence,
          bloc: delegation.bloc,
          influence: delegation.influence,
          weights: delegation.weights
        )
      },
      disciplines: scenario.blocs.map(\.discipline),
      indifference: model.indifference,
      commonShock: model.commonShock,
      blocShock: model.blocShock,
      blocking: model.blocking,
      shadow: model.shadow,
      rule: rule,
      shadowRule: scenario.body.rule
    )
  }
}
