/// How well chances told what was answered.
public struct ToldScore: Sendable, Equatable {
  /// How many answers there were to tell.
  public let count: Int
  /// The share of which the likeliest was right, 0...1.
  public let right: Double
  /// The sum of squared errors over the answers that could be given, averaged, 0...2.
  public let brier: Double
  /// Minus the mean logarithm of the chance of what was answered, 0 or more.
  public let logLoss: Double

  /// Scores chances, each with the place among them of what was answered; nil where there is nothing to score.
  ///
  /// All are in one order of the answers that could be given; of equally likely ones the first counts as told.
  public init?(_ told: some Sequence<(chances: [Double], given: Int)>) {
    var count = 0
    var right = 0
    var brier = 0.0
    var loss = 0.0
    for (chances, given) in told {
      count += 1
      if ToldScore.likeliest(of: chances) == given { right += 1 }
      for (place, chance) in chances.enumerated() {
        let error = chance - (place == given ? 1 : 0)
        brier += error * error
      }
      loss -= Elementary.log(max(chances[given], ToldScore.least))
    }
    guard count > 0 else { return nil }
    self.count = count
    self.right = Double(right) / Double(count)
    self.brier = brier / Double(count)
    logLoss = loss / Double(count)
  }

  /// The mean of scores of the same answers, told more than once; nil of none.
  public init?(meanOf scores: [ToldScore]) {
    guard let first = scores.first else { return nil }
    let number = Double(scores.count)
    count = first.count
    right = scores.reduce(0) { $0 + $1.right } / number
    brier = scores.reduce(0) { $0 + $1.brier } / number
    logLoss = scores.reduce(0) { $0 + $1.logLoss } / number
  }

  /// The place of the likeliest; of equally likely ones the first.
  public static func likeliest(of chances: [Double]) -> Int {
    chances.indices.reduce(0) { chances[$1] > chances[$0] ? $1 : $0 }
  }

  /// What a chance is taken for that was given as next to nothing.
  private static let least = 1e-12
}
