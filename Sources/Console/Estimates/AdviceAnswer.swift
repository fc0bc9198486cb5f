import Forecasting
import Negotiation
import Treaty

/// What `advise` answers with.
struct AdviceAnswer: Sendable {
  /// How a package fares when the estimate is run again with other inputs.
  struct Doubt: Sendable {
    /// Re-runs in which it does better than the text as it stands.
    let better: Int
    /// Re-runs in which it reaches the goal.
    let reaching: Int
    /// How often the estimate was run again.
    let reruns: Int

    /// Whether it can be said at all that the package does better.
    var isSure: Bool { 10 * better >= 9 * reruns }
  }

  let advice: Advice
  let turning: Turning
  /// The state that asked what it would gain, as a place in the scenario.
  let state: Int?
  let limits: Advice.Limits
  /// How the package that is advised fares with other inputs; nil where inputs are taken as exact or nothing is advised.
  let doubt: Doubt?
}

extension Advice {
  /// The package to begin with: the smallest that reaches the goal, else the best that was found.
  var first: Package? {
    chance >= goal ? nil : smallest ?? best.last?.package
  }
}

extension Room {
  /// Which changes would carry the text.
  mutating func advice(
    goal: Double,
    within limits: Advice.Limits,
    for state: Int?
  ) -> AdviceAnswer {
    let circumstances = session.circumstances
    let advice = Advice(
      on: session.text,
      in: scenario,
      under: circumstances,
      goal: goal,
      within: limits,
      for: state
    )
    var doubt: AdviceAnswer.Doubt?
    if let package = advice.first, !scenario.spread.isNone {
      let text = session.text
      let chances = estimates.drawn(for: session).map { rerun in
        [text, package.text].map {
          Advice.quickChance(of: rerun.text($0), in: rerun.scenario, under: circumstances)
        }
      }
      doubt = AdviceAnswer.Doubt(
        better: chances.count { $0[1] > $0[0] },
        reaching: chances.count { $0[1] >= goal },
        reruns: chances.count
      )
    }
    return AdviceAnswer(
      advice: advice,
      turning: Turning(on: estimates.whole(session.text, in: session)),
      state: state,
      limits: limits,
      doubt: doubt
    )
  }
}
