/// The gradient and the information of one curve: by the two discriminations and the two cutpoints,
/// in this order.
struct CurveSum {
  private(set) var gradient = [0.0, 0, 0, 0]
  /// The negative second derivatives, of which the lower triangle is filled, row by row.
  private(set) var information = [Double](repeating: 0, count: 16)

  /// Starts with what is assumed of a curve before its vote is seen.
  init(priorAt curve: VoteCurve) {
    let precision = 1 / (Fitting.priorDiscrimination * Fitting.priorDiscrimination)
    for place in 0..<2 {
      gradient[place] = -precision * curve.discrimination[place]
      information[place * 5] = precision
    }
    for answer in Answer.allCases {
      add(curve.slopes(of: answer, at: .zero), at: .zero, weight: Fitting.pseudoAnswers)
    }
  }

  /// Adds an answer of a state at a point.
  mutating func add(_ slopes: Slopes, at point: SIMD2<Double>, weight: Double) {
    let utility = weight * slopes.utility
    gradient[0] += utility * point.x
    gradient[1] += utility * point.y
    gradient[2] += weight * slopes.lower
    gradient[3] += weight * slopes.upper
    let bend = -weight * slopes.utility2
    information[0] += bend * point.x * point.x
    information[4] += bend * point.x * point.y
    information[5] += bend * point.y * point.y
    let lower = -weight * slopes.utilityLower
    information[8] += lower * point.x
    information[9] += lower * point.y
    information[10] -= weight * slopes.lower2
    let upper = -weight * slopes.utilityUpper
    information[12] += upper * point.x
    information[13] += upper * point.y
    information[14] -= weight * slopes.mixed
    information[15] -= weight * slopes.upper2
  }
}
