import Forecasting
import Treaty

/// A forecast as data, in the schema `plenary.forecast/1`.
///
/// Pulls take longer than the forecast, so that all is worked out only where somebody reads it.
struct ForecastDocument: Encodable, Sendable {
  private let content: @Sendable () -> ForecastContent

  init(_ forecast: Forecast, of text: TreatyText, draft: Draft, in scenario: Scenario) {
    content = { ForecastContent(forecast, of: text, draft: draft, in: scenario) }
  }

  func encode(to encoder: any Encoder) throws {
    try content().encode(to: encoder)
  }
}

/// The fields of a forecast as data.
private struct ForecastContent: Encodable, Sendable {
  struct Delegate: Encodable, Sendable {
    let id: String
    let gain: Double
    let yes: Double
    let abstain: Double
    let no: Double
    let absent: Double
    let pull: Double
  }

  struct Quantity: Encodable, Sendable {
    let mean: Double
    let sd: Double
    let p05: Int
    let p50: Int
    let p95: Int

    init(_ spread: Spread) {
      mean = spread.mean
      sd = spread.sd
      p05 = spread.p05
      p50 = spread.p50
      p95 = spread.p95
    }
  }

  struct Counts: Encodable, Sendable {
    let yes: Quantity
    let no: Quantity
    let abstain: Quantity
    let absent: Quantity

    init(_ tally: Tally) {
      yes = Quantity(tally.yes)
      no = Quantity(tally.no)
      abstain = Quantity(tally.abstain)
      absent = Quantity(tally.absent)
    }
  }

  let schema = "plenary.forecast/1"
  let scenario: String
  let draft: String
  let rule: String
  let adoption: Double
  let consensus: Double
  let agreement: Double
  let noticeable: Bool
  let tally: Counts
  let delegations: [Delegate]
  let observers: [ReactionDocument]

  init(_ forecast: Forecast, of text: TreatyText, draft: Draft, in scenario: Scenario) {
    self.scenario = scenario.id.text
    self.draft = draft.id.text
    rule = forecast.rule.name
    adoption = forecast.adoption
    consensus = forecast.consensus
    agreement = forecast.agreement
    noticeable = forecast.isNoticeable
    tally = Counts(forecast.tally)
    let pulls = forecast.pulls()
    delegations = scenario.delegations.indices.map { index in
      let chances = forecast.chances[index]
      return Delegate(
        id: scenario.delegations[index].id.text,
        gain: forecast.gains[index],
        yes: chances.yes,
        abstain: chances.abstain,
        no: chances.no,
        absent: chances.absent,
        pull: pulls[index]
      )
    }
    observers = scenario.judges.map { ReactionDocument($0, to: text, in: scenario) }
  }
}

/// What an observer makes of a text, as data.
struct ReactionDocument: Encodable, Sendable {
  struct Ground: Encodable, Sendable {
    let clause: String
    let text: String
    let effect: Double
    let redLineCrossed: Bool
  }

  let schema = "plenary.reaction/1"
  let id: String
  let score: Double
  let reaction: String
  let grounds: [Ground]

  init(_ observer: Observer, to text: TreatyText, in scenario: Scenario) {
    let reaction = Reaction(of: observer, to: text, in: scenario)
    id = observer.id.text
    score = reaction.score
    self.reaction = reaction.level.words
    grounds = reaction.grounds.map { ground in
      Ground(
        clause: scenario.clauses[ground.clause].id.text,
        text: observer.criteria[ground.criterion].principle,
        effect: ground.effect,
        redLineCrossed: ground.isCrossed
      )
    }
  }
}

extension Reaction.Level {
  /// The level in words.
  var words: String {
    switch self {
    case .stronglyOpposes: "strongly opposes"
    case .opposes: "opposes"
    case .mixed: "mixed"
    case .supports: "supports"
    case .stronglySupports: "strongly supports"
    }
  }
}
