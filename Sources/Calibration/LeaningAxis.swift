public import Treaty

/// The direction along which the positions of a room differ most: the first principal component.
///
/// Recorded votes say how far a delegation leans along it, and nothing of where it stands otherwise.
public struct LeaningAxis: Sendable, Equatable {
  /// How far a step of one point along it goes on each issue, −1...1; 1 or −1 where it goes furthest, and above 0 on
  /// the first issue on which it goes anywhere.
  public let steps: [Double]
  /// The share of all differences that lies along it, 0...1.
  public let share: Double

  /// Finds the direction for a scenario's delegations; on no issue where they all stand alike.
  public init(of scenario: Scenario) {
    let positions = scenario.delegations.map(\.positions)
    let issues = scenario.issues.indices
    let count = Double(max(positions.count, 1))
    let means = issues.map { issue in positions.reduce(0) { $0 + $1[issue] } / count }
    let spreads = issues.map { row in
      issues.map { column in
        positions.reduce(0) { $0 + ($1[row] - means[row]) * ($1[column] - means[column]) } / count
      }
    }
    let whole = issues.reduce(0) { $0 + spreads[$1][$1] }
    guard whole > 0 else {
      steps = issues.map { _ in 0 }
      share = 0
      return
    }
    let start = issues.reduce(0) { spreads[$1][$1] > spreads[$0][$0] ? $1 : $0 }
    var direction = spreads[start]
    var size = 0.0
    for _ in 0..<Self.rounds {
      let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      direction = direction.map { $0 / length }
      let image = issues.map { row in zip(spreads[row], direction).reduce(0) { $0 + $1.0 * $1.1 } }
      size = zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 }
      direction = image
    }
    let furthest = direction.reduce(0) { max($0, $1.magnitude) }
    let sign = (direction.first { $0.magnitude > furthest / 1000 } ?? 1) < 0 ? -1.0 : 1
    // Hundredths, so that what a file says of the axis is all of it.
    steps = direction.map { (100 * sign * $0 / furthest).rounded() / 100 }
    share = size / whole
  }

  /// Enough for directions that are told apart at all.
  private static let rounds = 200
}
