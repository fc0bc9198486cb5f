import Calibration
import Forecasting

/// Votes drawn from known points.
struct Simulated {
  let points: [SIMD2<Double>]
  var rolls: RollCalls

  /// Draws points, scaled as fitted ones are, and votes; of the answers a share is missing.
  init(
    states: Int,
    votes: Int,
    in dimensions: Dimensions = .one,
    missing: Double = 0,
    seed: UInt64 = 1
  ) {
    var generator = SeededGenerator(seed: seed, purpose: "test/fit")
    var drawn = (0..<states).map { _ in
      SIMD2(generator.normal(), dimensions == .two ? generator.normal() : 0)
    }
    Self.standardise(&drawn, in: dimensions)
    points = drawn
    var rows = Array(repeating: [Answer?](repeating: nil, count: votes), count: states)
    var discrimination = SIMD2<Double>.zero
    for vote in 0..<votes {
      // The first dimension parts the states more, and of two votes one after the other the second
      // is turned, so that the axes are those of a fit.
      if vote % 2 == 0 {
        discrimination = SIMD2(2, dimensions == .two ? 1 : 0)
        discrimination *= SIMD2(generator.normal(), generator.normal())
      } else {
        discrimination.y = -discrimination.y
      }
      let middle = generator.normal()
      let half = 0.3 + generator.uniform()
      for state in 0..<states {
        let utility = (discrimination * drawn[state]).sum() + generator.logistic()
        let isMissing = generator.uniform() < missing
        rows[state][vote] =
          isMissing
          ? nil : utility < middle - half ? .no : utility > middle + half ? .yes : .abstain
      }
    }
    rolls = RollCalls(rows)
  }

  /// Gives points mean 0, standard deviation 1 and no correlation, as fitted ones have.
  private static func standardise(_ points: inout [SIMD2<Double>], in dimensions: Dimensions) {
    let count = Double(points.count)
    let mean = points.reduce(SIMD2.zero, +) / count
    for place in points.indices { points[place] -= mean }
    for dimension in 0..<dimensions.rawValue {
      if dimension == 1 {
        let shared = points.reduce(0) { $0 + $1.x * $1.y } / count
        for place in points.indices { points[place].y -= shared * points[place].x }
      }
      let square = points.reduce(0) { $0 + $1[dimension] * $1[dimension] } / count
      for place in points.indices { points[place][dimension] /= square.squareRoot() }
    }
  }

  /// The state whose true place along a dimension is the highest.
  func highest(along dimension: Int) -> Int {
    points.indices.reduce(0) { points[$1][dimension] > points[$0][dimension] ? $1 : $0 }
  }
}
