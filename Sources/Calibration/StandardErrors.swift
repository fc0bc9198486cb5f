/// How unsure fitted points are, from the information in all answers together.
///
/// Points, discriminations and cutpoints are all unknown; what the votes leave open, the middle, the
/// unit and the axes, is held where the fit has put it. Of the second derivatives by a point and a
/// curve those terms are left out whose expectation is 0.
enum StandardErrors {
  /// By how much more than the votes say it is held what they leave open.
  private static let hold = 1e4

  /// The standard error of each state along each dimension.
  static func of(_ fitting: Fitting) -> [SIMD2<Double>] {
    let dimensions = fitting.dimensions.rawValue
    let states = fitting.rolls.states
    let size = states * dimensions
    var matrix = [Double](repeating: 0, count: size * size)
    for place in 0..<size { matrix[place * size + place] = 1 }
    for vote in fitting.curves.indices {
      add(vote, of: fitting, to: &matrix)
    }
    holdWhatIsOpen(fitting.points, dimensions: dimensions, in: &matrix)
    let variances = Factor(of: matrix, size: size).inverseDiagonal
    return (0..<states).map { state in
      let first = variances[state * dimensions].squareRoot()
      return SIMD2(first, dimensions == 2 ? variances[state * 2 + 1].squareRoot() : 0)
    }
  }

  /// Adds what one vote says of the points, less what its own curve is unsure of.
  private static func add(_ vote: Int, of fitting: Fitting, to matrix: inout [Double]) {
    let dimensions = fitting.dimensions.rawValue
    let size = fitting.rolls.states * dimensions
    let curve = fitting.curves[vote]
    let casts = fitting.rolls.casts(in: vote)
    var sum = CurveSum(priorAt: curve)
    var bends: [Double] = []
    var links: [[Double]] = []
    for cast in casts {
      let point = fitting.points[cast.place]
      let slopes = curve.slopes(of: cast.answer, at: point)
      sum.add(slopes, at: point, weight: 1)
      let bend = -slopes.utility2
      bends.append(bend)
      links.append([bend * point.x, bend * point.y, -slopes.utilityLower, -slopes.utilityUpper])
    }
    let factor = Factor(of: sum.information, size: 4)
    let lowered = links.map { link -> SIMD4<Double> in
      let values = factor.lowered(link)
      return SIMD4(values[0], values[1], values[2], values[3])
    }
    for (one, cast) in casts.enumerated() {
      for other in 0...one {
        var weight = -(lowered[one] * lowered[other]).sum()
        if other == one { weight += bends[one] }
        for row in 0..<dimensions {
          let start = (cast.place * dimensions + row) * size + casts[other].place * dimensions
          for column in 0..<dimensions {
            matrix[start + column] +=
              weight * curve.discrimination[row] * curve.discrimination[column]
          }
        }
      }
    }
  }

  /// Holds the middle, the unit and the axes, along which the points could move together.
  private static func holdWhatIsOpen(
    _ points: [SIMD2<Double>],
    dimensions: Int,
    in matrix: inout [Double]
  ) {
    let size = points.count * dimensions
    let mean = (0..<size).reduce(0) { $0 + matrix[$1 * size + $1] } / Double(size)
    let weight = hold * mean / Double(points.count)
    for (one, left) in points.enumerated() {
      for (other, right) in points[...one].enumerated() {
        let together = weight * (1 + (left * right).sum())
        for dimension in 0..<dimensions {
          let place = (one * dimensions + dimension) * size + other * dimensions + dimension
          matrix[place] += together
        }
      }
    }
  }
}
