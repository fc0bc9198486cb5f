/// The search for the likeliest curve of a vote.
extension VoteCurve {
  /// Where the search begins, on the scale of utility.
  static let start = VoteCurve(discrimination: .zero, lower: -1, upper: 0.5)

  /// Cutpoints come no nearer to each other in one step than by this factor.
  private static let leastNarrowing = 0.1
  /// The largest change of a number of the curve, on the scale of utility, that counts as none.
  private static let tolerance = 1e-9
  private static let mostSteps = 100

  /// The likeliest curve for answers of states that stand at known points, which `casts` name by
  /// their place.
  init(fitting casts: [RollCalls.Cast], at points: [SIMD2<Double>]) {
    let nodes = points.map { [$0] }
    var curve = Self.start
    for _ in 0..<Self.mostSteps {
      let next = curve.stepped(towards: casts, over: nodes)
      let isSettled = next.isWithin(Self.tolerance, of: curve)
      curve = next
      if isSettled { break }
    }
    self = curve
  }

  /// The curve after one step of Newton's towards answers, each by a state that is somewhere among
  /// some points of one weight.
  func stepped(
    towards casts: [RollCalls.Cast],
    over around: [[SIMD2<Double>]]
  ) -> VoteCurve {
    var sum = CurveSum(priorAt: self)
    for cast in casts {
      let nodes = around[cast.place]
      let weight = 1 / Double(nodes.count)
      for node in nodes {
        sum.add(slopes(of: cast.answer, at: node), at: node, weight: weight)
      }
    }
    var step = Factor(of: sum.information, size: 4).solution(of: sum.gradient)
    let longest = step.reduce(0) { max($0, $1.magnitude) }
    if longest > Fitting.longestStep { step = step.map { $0 * Fitting.longestStep / longest } }
    let gap = upper - lower
    let newLower = lower + step[2]
    let newUpper = upper + step[3]
    let half = max(newUpper - newLower, gap * Self.leastNarrowing) / 2
    return VoteCurve(
      discrimination: discrimination + SIMD2(step[0], step[1]),
      lower: (newLower + newUpper) / 2 - half,
      upper: (newLower + newUpper) / 2 + half
    )
  }

  private func isWithin(_ distance: Double, of other: VoteCurve) -> Bool {
    let moves = [
      discrimination.x - other.discrimination.x, discrimination.y - other.discrimination.y,
      lower - other.lower, upper - other.upper,
    ]
    return moves.allSatisfy { $0.magnitude <= distance }
  }
}
