import Forecasting
import Treaty

/// A forecast with other inputs as data, in the schema `plenary.uncertain/1`.
struct UncertaintyDocument: Encodable, Sendable {
  struct Estimate: Encodable, Sendable {
    let adoption: Double
    let consensus: Double
    let agreement: Double
    let yes: Double
  }

  struct Over: Encodable, Sendable {
    let p05: Double
    let median: Double
    let p95: Double
    let likelierThanNot: Int?
    let higherWithChanges: Int?
  }

  struct Ends: Encodable, Sendable {
    let p10: Double
    let p90: Double

    init(_ range: DrawnRange) {
      p10 = range.low
      p90 = range.high
    }
  }

  struct Group: Encodable, Sendable {
    let group: String
    let words: String
    let offBy: String
    let adoption: Ends
    let consensus: Ends
    let agreement: Ends
    let yes: Ends
  }

  let schema = "plenary.uncertain/1"
  let scenario: String
  let draft: String
  let rule: String
  let seed: UInt64
  let draws: Int
  let drawsAlone: Int
  let estimate: Estimate
  let adoption: Over
  let consensus: Over
  let agreement: Over
  let yes: Over
  let sortedBy: String
  let additivity: Double?
  let groups: [Group]

  init(_ answer: UncertaintyAnswer, in scenario: Scenario) {
    self.scenario = scenario.id.text
    draft = answer.draft.id.text
    rule = answer.rule.name
    seed = answer.seed
    let uncertainty = answer.uncertainty
    draws = uncertainty.draws.count
    drawsAlone = uncertainty.alone.first?.outcomes.count ?? 0
    estimate = Estimate(
      adoption: uncertainty.estimate.adoption,
      consensus: uncertainty.estimate.consensus,
      agreement: uncertainty.estimate.agreement,
      yes: uncertainty.estimate.yes
    )
    func over(_ measure: Tornado.Measure) -> Over {
      let range = answer.range(of: measure)
      return Over(
        p05: range.low,
        median: range.middle,
        p95: range.high,
        likelierThanNot: measure == .yes ? nil : answer.likelier(measure),
        higherWithChanges: answer.higher(measure)
      )
    }
    adoption = over(.adoption)
    consensus = over(.consensus)
    agreement = over(.agreement)
    yes = over(.yes)
    let tornado = answer.tornado
    sortedBy = tornado.measure.rawValue
    additivity = tornado.additivity
    groups = tornado.bars.map { bar in
      func ends(_ measure: Tornado.Measure) -> Ends {
        let bars = Tornado(of: measure, in: uncertainty).bars
        return Ends((bars.first { $0.group == bar.group } ?? bar).range)
      }
      return Group(
        group: bar.group.rawValue,
        words: bar.group.words,
        offBy: bar.group.error(in: scenario),
        adoption: ends(.adoption),
        consensus: ends(.consensus),
        agreement: ends(.agreement),
        yes: ends(.yes)
      )
    }
  }
}
