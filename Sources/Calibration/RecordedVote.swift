public import Forecasting
public import Treaty

/// A vote on a resolution with who voted how, as a fit of leanings sees it.
public struct RecordedVote: Sendable {
  /// The decision, as a place in `Scenario.decisions`.
  public let decision: Int
  /// What was voted on.
  public let resolution: Resolution
  /// What each delegation answered; nil where it took no part.
  public private(set) var answers: [Answer?]
  /// What the resolution is worth to each delegation where it stands, −1...1.
  let gains: [Double]
  /// How that rises with a point along the axis.
  let slopes: [Double]

  /// Takes a decision of a scenario; nil where it is no resolution or no state's vote is on record.
  public init?(_ decision: Int, in scenario: Scenario, along axis: LeaningAxis) {
    guard let answers = scenario.decisions[decision].answers,
      case .resolution(let places, let against) = scenario.decisions[decision].question
    else { return nil }
    let resolution = Resolution(places: places, against: against)
    self.decision = decision
    self.resolution = resolution
    self.answers = answers
    gains = scenario.delegations.map { resolution.gain(of: $0) }
    slopes = scenario.delegations.map { resolution.slope(of: $0, along: axis.steps) }
  }

  /// The same vote with the answers of some delegations unknown.
  public func hiding(_ states: some Sequence<Int>) -> RecordedVote {
    var copy = self
    for state in states { copy.answers[state] = nil }
    return copy
  }
}
