public import Treaty

/// A resolution as delegations weigh it: where it stands, and where the world stands without it, on the issues that
/// it bears on.
public struct Resolution: Sendable {
  /// What one issue adds to a delegation's gain.
  public struct Term: Sendable {
    /// The issue, as a place in `Scenario.issues`.
    public let issue: Int
    /// In units of gain, of either sign.
    public let value: Double
  }

  private let issues: [Int]
  private let places: [Double]
  private let against: [Double]

  /// Takes the places of a recorded question, 0...100 by issue, both on the same issues.
  public init(places: [Int: Double], against: [Int: Double]) {
    issues = places.keys.sorted()
    self.places = issues.map { places[$0] ?? 0 }
    self.against = issues.map { against[$0] ?? 0 }
  }

  /// What the resolution is worth to a delegation, issue by issue; empty where it cares about none of them.
  ///
  /// Its saliences count relative to one another.
  public func terms(for delegation: Delegation) -> [Term] {
    let stake = issues.reduce(0) { $0 + delegation.saliences[$1] }
    guard stake > 0 else { return [] }
    return issues.indices.map { place in
      let position = delegation.positions[issues[place]]
      let before = (against[place] - position).magnitude
      let after = (places[place] - position).magnitude
      let share = delegation.saliences[issues[place]] / stake
      return Term(issue: issues[place], value: share * (before - after) / 100)
    }
  }

  /// What the resolution is worth to a delegation, −1...1.
  public func gain(of delegation: Delegation) -> Double {
    terms(for: delegation).reduce(0) { $0 + $1.value }
  }

  /// By how much its worth rises with each point that a delegation moves along an axis, as long as it stands between
  /// the two places: the axis says how far that is on each issue.
  public func slope(of delegation: Delegation, along axis: [Double]) -> Double {
    let stake = issues.reduce(0) { $0 + delegation.saliences[$1] }
    guard stake > 0 else { return 0 }
    return issues.indices.reduce(0) { sum, place in
      let way = places[place] > against[place] ? 1.0 : places[place] < against[place] ? -1 : 0
      let share = delegation.saliences[issues[place]] / stake
      return sum + share * way * 2 * axis[issues[place]] / 100
    }
  }

  /// How alike the ways are in which two resolutions pull, −1...1: the cosine of what they would change.
  public func likeness(to other: Resolution) -> Double {
    var product = 0.0
    for (place, issue) in issues.enumerated() {
      guard let match = other.issues.firstIndex(of: issue) else { continue }
      product += (places[place] - against[place]) * (other.places[match] - other.against[match])
    }
    let size = length * other.length
    return size > 0 ? product / size : 0
  }

  private var length: Double {
    zip(places, against).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
}
