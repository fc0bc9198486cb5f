public import Treaty

/// The inputs of an estimate as they might also be: positions and placements drawn within their
/// spreads, and nothing else changed.
///
/// What comes out of a rerun is computed as exactly as the estimate itself. The draws are the same in
/// every session, so that two people who ask the same are told the same.
public struct Rerun: Sendable {
  /// The scenario with the inputs that were drawn.
  public let scenario: Scenario
  /// The scenario as it is.
  private let origin: Scenario
  /// How far off readings of words of one's own are in this rerun, in standard deviations.
  private let readingError: Double

  /// Draws the inputs of one rerun, by its number.
  public init(_ number: Int, of scenario: Scenario) {
    var positions = SeededGenerator(seed: Rerun.seed, purpose: "rerun/\(number)/positions")
    var placements = SeededGenerator(seed: Rerun.seed, purpose: "rerun/\(number)/placements")
    let spread = scenario.spread
    // One group has one position, and one error.
    let shared = scenario.blocs.map { _ in scenario.issues.map { _ in positions.normal() } }
    let delegations = scenario.delegations.map { delegation in
      let own = scenario.issues.map { _ in positions.normal() }
      let errors = delegation.basis == .bloc ? shared[delegation.bloc] : own
      return delegation.with(
        positions: zip(delegation.positions, errors).map {
          ($0 + spread[delegation.basis] * $1).onScale
        }
      )
    }
    let clauses = scenario.clauses.map { $0.drawn(within: spread, from: &placements) }
    var readings = SeededGenerator(seed: Rerun.seed, purpose: "rerun/\(number)/readings")
    readingError = readings.normal()
    origin = scenario
    self.scenario = scenario.with(clauses: clauses, delegations: delegations)
  }

  /// A text as it is placed here: words of one's own move with the wording that they were placed from,
  /// by a step drawn within its stated range.
  public func text(_ text: TreatyText) -> TreatyText {
    text.drawn(in: scenario, from: origin, readingError: readingError)
  }

  /// How often an estimate is run again.
  public static let count = 40

  /// How many of the reruns have to agree before a side is called sure: nine of ten.
  public static let agreeing = 36

  private static let seed: UInt64 = 1
}
