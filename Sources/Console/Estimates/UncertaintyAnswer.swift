import Forecasting
import Treaty

/// What `forecast uncertain` answers with.
struct UncertaintyAnswer: Sendable {
  let uncertainty: Uncertainty
  let draft: Draft
  /// What the text needs to be adopted.
  let rule: VotingRule
  /// What decides the draws.
  let seed: UInt64
  /// What is shown of the text, the chance that the body looks to first.
  let measures: [Tornado.Measure]
  /// What comes of the draft without the changes that were made to it, draw by draw with the same inputs; nil where
  /// there are none.
  let unchanged: [TextOutcome]?

  init(
    _ uncertainty: Uncertainty,
    unchanged: [TextOutcome]? = nil,
    of draft: Draft,
    rule: VotingRule,
    seed: UInt64,
    in scenario: Scenario
  ) {
    self.uncertainty = uncertainty
    self.unchanged = unchanged
    self.draft = draft
    self.rule = rule
    self.seed = seed
    measures =
      rule == .consensus
      ? [.consensus, .yes]
      : scenario.body.seeksConsensus
        ? [.consensus, .adoption, .agreement, .yes] : [.adoption, .yes]
  }

  /// A measure over the draws of all inputs: nine of ten.
  func range(of measure: Tornado.Measure) -> DrawnRange {
    DrawnRange(of: uncertainty.draws.map(measure.value), leavingOut: 0.05)
  }

  /// In how many draws a chance is over a half.
  func likelier(_ measure: Tornado.Measure) -> Int {
    uncertainty.draws.count { measure.value(of: $0) > 0.5 }
  }

  /// The same as a part of the draws, 0...1.
  func partLikelier(_ measure: Tornado.Measure) -> Double {
    Double(likelier(measure)) / Double(uncertainty.draws.count)
  }

  /// In how many draws a number is higher than without the changes; nil where there are none.
  func higher(_ measure: Tornado.Measure) -> Int? {
    unchanged.map { outcomes in
      zip(uncertainty.draws, outcomes).count { measure.value(of: $0) > measure.value(of: $1) }
    }
  }

  /// What drives the chance that the body looks to first.
  var tornado: Tornado {
    Tornado(of: measures.first ?? .adoption, in: uncertainty)
  }
}
