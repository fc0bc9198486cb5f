/// Where the search for points begins: the states along the directions in which their answers differ
/// most.
enum PrincipalAxes {
  /// Enough for directions that are told apart at all; a start need not be exact.
  private static let rounds = 100

  /// A point for each state, not yet scaled; the second coordinate is 0 where there is one dimension.
  static func points(of rolls: RollCalls, in dimensions: Dimensions) -> [SIMD2<Double>] {
    var likeness = likeness(of: rolls)
    let first = direction(of: &likeness, states: rolls.states)
    guard dimensions == .two else { return first.map { SIMD2($0, 0) } }
    let second = direction(of: &likeness, states: rolls.states)
    return zip(first, second).map { SIMD2($0, $1) }
  }

  /// How much alike states answer, row by row: the products of their departures from the mean answer
  /// of each vote, where no answer counts as none.
  private static func likeness(of rolls: RollCalls) -> [Double] {
    var likeness = [Double](repeating: 0, count: rolls.states * rolls.states)
    for vote in 0..<rolls.votes {
      let casts = rolls.casts(in: vote)
      let sum = casts.reduce(0) { $0 + $1.answer.rawValue }
      let mean = Double(sum) / Double(max(casts.count, 1))
      for one in casts {
        let departure = Double(one.answer.rawValue) - mean
        guard departure != 0 else { continue }
        for other in casts {
          likeness[one.place * rolls.states + other.place] +=
            departure * (Double(other.answer.rawValue) - mean)
        }
      }
    }
    return likeness
  }

  /// The direction of the largest sum of squares, which is then taken out of the matrix.
  private static func direction(of matrix: inout [Double], states: Int) -> [Double] {
    let start = (0..<states).reduce(0) {
      matrix[$1 * states + $1] > matrix[$0 * states + $0] ? $1 : $0
    }
    var vector = (0..<states).map { matrix[start * states + $0] }
    var size = 0.0
    for _ in 0..<rounds {
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { return vector }
      vector = vector.map { $0 / length }
      let image = (0..<states).map { row in
        (0..<states).reduce(0.0) { $0 + matrix[row * states + $1] * vector[$1] }
      }
      size = zip(vector, image).reduce(0) { $0 + $1.0 * $1.1 }
      vector = image
    }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return vector }
    vector = vector.map { $0 / length }
    for row in 0..<states {
      for column in 0..<states {
        matrix[row * states + column] -= size * vector[row] * vector[column]
      }
    }
    return vector
  }
}
