import Treaty

/// How many delegations will do what, as distributions.
public struct Tally: Sendable {
  /// Those in favour.
  public let yes: Spread
  /// Those against.
  public let no: Spread
  /// Those present and not voting for or against.
  public let abstain: Spread
  /// Those not in the room.
  public let absent: Spread
}

/// The distribution of a count of delegations.
public struct Spread: Sendable, Equatable {
  /// Chance of each count from 0 up, 0...1.
  public let chances: [Double]
  /// What is expected, in delegations.
  public let mean: Double
  /// Standard deviation, in delegations.
  public let sd: Double
  /// The smallest count that is not passed with a chance of 5 %.
  public let p05: Int
  /// The smallest count that is not passed with a chance of 50 %.
  public let p50: Int
  /// The smallest count that is not passed with a chance of 95 %.
  public let p95: Int

  /// Sums up the chance of each count from 0 up.
  public init(chances: [Double]) {
    self.chances = chances
    let mean = chances.indices.reduce(0) { $0 + Double($1) * chances[$1] }
    let variance = chances.indices.reduce(0) { sum, count in
      let distance = Double(count) - mean
      return sum + distance * distance * chances[count]
    }
    self.mean = mean
    sd = max(0, variance).squareRoot()
    p05 = Spread.quantile(0.05, of: chances)
    p50 = Spread.quantile(0.5, of: chances)
    p95 = Spread.quantile(0.95, of: chances)
  }

  /// Counts how many of some independent events come about, each with its chance, 0...1.
  public init(ofIndependent chances: [Double]) {
    let program = Program(
      of: Count(rising: .yes, rises: chances.map { _ in 1 }),
      among: Array(chances.indices)
    )
    let moves = Program.Moves(
      up: chances,
      down: chances.map { _ in 0 },
      stay: chances.map { 1 - $0 }
    )
    self.init(chances: program.distribution(of: moves))
  }

  /// The smallest count that is not passed with at least this chance.
  private static func quantile(_ level: Double, of chances: [Double]) -> Int {
    var passed = 0.0
    for (count, chance) in chances.enumerated() {
      passed += chance
      if passed >= level { return count }
    }
    return max(0, chances.count - 1)
  }
}
