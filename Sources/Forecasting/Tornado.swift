/// What an estimate owes to each group of inputs, the most first: how far it moves where that group alone is off and
/// all else is as estimated.
public struct Tornado: Sendable {
  /// What is looked at.
  public enum Measure: String, Sendable, CaseIterable {
    /// The chance of adoption.
    case adoption
    /// The chance of consensus.
    case consensus
    /// The chance of an agreement.
    case agreement
    /// The expected votes in favour.
    case yes

    /// The number itself.
    public func value(of outcome: TextOutcome) -> Double {
      switch self {
      case .adoption: outcome.adoption
      case .consensus: outcome.consensus
      case .agreement: outcome.agreement
      case .yes: outcome.yes
      }
    }
  }

  /// What one group does.
  public struct Bar: Sendable {
    /// The group that is drawn.
    public let group: InputGroup
    /// Eight of ten draws.
    public let range: DrawnRange

    /// Gives a group its range.
    public init(group: InputGroup, range: DrawnRange) {
      self.group = group
      self.range = range
    }
  }

  /// What is looked at.
  public let measure: Measure
  /// What it is with the inputs as they are.
  public let estimate: Double
  /// The groups, widest first; equals in their order.
  public let bars: [Bar]
  /// The sum of the variances of all groups alone, as a part of the variance where all are drawn at once: 1 where
  /// they add up, less where they do more together; nil where nothing moves.
  public let additivity: Double?

  /// Looks at one measure.
  public init(of measure: Measure, in uncertainty: Uncertainty) {
    self.measure = measure
    estimate = measure.value(of: uncertainty.estimate)
    let bars = uncertainty.alone.map { group, outcomes in
      Bar(
        group: group,
        range: DrawnRange(of: outcomes.map(measure.value), leavingOut: Tornado.leftOut)
      )
    }
    self.bars = bars.enumerated().sorted {
      ($1.element.range.width, $0.offset) < ($0.element.range.width, $1.offset)
    }.map(\.element)
    let all = Tornado.variance(of: uncertainty.draws.map(measure.value))
    let alone = uncertainty.alone.reduce(0) {
      $0 + Tornado.variance(of: $1.outcomes.map(measure.value))
    }
    additivity = all > 0 ? alone / all : nil
  }

  /// The part of the draws that is left out at either end of a bar.
  public static let leftOut = 0.1

  private static func variance(of values: [Double]) -> Double {
    let count = Double(max(values.count, 1))
    let mean = values.reduce(0, +) / count
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
  }
}
