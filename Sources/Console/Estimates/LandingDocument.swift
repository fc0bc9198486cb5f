import Forecasting
import Treaty

/// Landings as data.
struct LandingDocument: Encodable, Sendable {
  struct Estimate: Encodable, Sendable {
    let value: Double
    let low: Double
    let high: Double

    init(_ value: Double, _ range: ClosedRange<Double>) {
      self.value = value
      low = range.lowerBound
      high = range.upperBound
    }
  }

  struct Round: Encodable, Sendable {
    let mean: Double
    let median: Double
  }

  struct Opinion: Encodable, Sendable {
    let reading: String
    let low: Double
    let high: Double
    let rounds: [Round]
  }

  struct Nearest: Encodable, Sendable {
    let clause: String
    let wording: String
    let placement: Double
  }

  struct Place: Encodable, Sendable {
    let issue: String
    let now: Double
    let mean: Estimate
    let median: Estimate
    let bargained: Double?
    let challenge: [Opinion]
    let nearest: [Nearest]
  }

  struct Settlement: Encodable, Sendable {
    let outcome: String
    let texts: Int
    let isExhaustive: Bool
    let losers: [String]?
    let text: [String: String]?
  }

  let schema = "plenary.landing/1"
  let saliences: String
  let reruns: Int
  let issues: [Place]
  let bargain: Settlement

  init(
    _ answers: [LandingAnswer],
    _ bargain: Bargain,
    saliences: Bargainer.Saliences,
    in scenario: Scenario
  ) {
    switch saliences {
    case .equal: self.saliences = "equal"
    case .own: self.saliences = "own"
    }
    reruns = Rerun.count
    issues = answers.map { Place($0, in: scenario) }
    self.bargain = Settlement(bargain, in: scenario)
  }
}

extension LandingDocument.Place {
  init(_ answer: LandingAnswer, in scenario: Scenario) {
    let landing = answer.landing
    self.init(
      issue: scenario.issues[answer.issue].id.text,
      now: landing.now,
      mean: LandingDocument.Estimate(landing.compromise.mean, landing.meanRange),
      median: LandingDocument.Estimate(landing.compromise.median, landing.medianRange),
      bargained: answer.bargained,
      challenge: answer.opinions.map { opinion in
        LandingDocument.Opinion(
          reading: opinion.reading.rawValue,
          low: opinion.range.lowerBound,
          high: opinion.range.upperBound,
          rounds: opinion.rounds.map { LandingDocument.Round(mean: $0.mean, median: $0.median) }
        )
      },
      nearest: answer.nearest.map {
        LandingDocument.Nearest(
          clause: scenario.clauses[$0.clause].id.text,
          wording: $0.wording.id.text,
          placement: $0.wording.placements[answer.issue]
        )
      }
    )
  }
}

extension LandingDocument.Settlement {
  init(_ bargain: Bargain, in scenario: Scenario) {
    var losers: [String]?
    var text: [String: String]?
    let outcome: String
    switch bargain.outcome {
    case .agreement(let agreed):
      outcome = "agreement"
      text = Dictionary(
        uniqueKeysWithValues: zip(scenario.clauses, agreed.provisions).map { clause, provision in
          (clause.id.text, provision.name)
        }
      )
    case .hopeless(let members):
      outcome = "hopeless"
      losers = members.map { scenario.delegations[$0].id.text }
    case .none: outcome = "none"
    }
    self.init(
      outcome: outcome,
      texts: bargain.texts,
      isExhaustive: bargain.isExhaustive,
      losers: losers,
      text: text
    )
  }
}
