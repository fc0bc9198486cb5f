/// The lower triangle whose product with its transpose is a symmetric matrix (after Cholesky).
struct Factor {
  private let size: Int
  /// Row by row; above the diagonal nothing is read.
  private var rows: [Double]

  /// Factors a positive definite matrix, given row by row, of which the lower triangle is read.
  init(of matrix: [Double], size: Int) {
    self.size = size
    rows = matrix
    for row in 0..<size {
      for column in 0...row {
        var sum = rows[row * size + column]
        for place in 0..<column {
          sum -= rows[row * size + place] * rows[column * size + place]
        }
        rows[row * size + column] =
          row == column
          ? max(sum, Self.leastPivot).squareRoot() : sum / rows[column * size + column]
      }
    }
  }

  /// What a pivot is taken for that rounding has made nothing or less.
  private static let leastPivot = 1e-12

  /// The solution of triangle · x = values.
  func lowered(_ values: [Double]) -> [Double] {
    var result = values
    for row in 0..<size {
      var sum = result[row]
      for place in 0..<row { sum -= rows[row * size + place] * result[place] }
      result[row] = sum / rows[row * size + row]
    }
    return result
  }

  /// The solution of matrix · x = values.
  func solution(of values: [Double]) -> [Double] {
    var result = lowered(values)
    for row in (0..<size).reversed() {
      var sum = result[row]
      for place in row + 1..<size { sum -= rows[place * size + row] * result[place] }
      result[row] = sum / rows[row * size + row]
    }
    return result
  }

  /// The diagonal of the inverse of the matrix.
  var inverseDiagonal: [Double] {
    // Column by column of the inverse triangle, whose squares sum to the diagonal.
    var diagonal = [Double](repeating: 0, count: size)
    var column = [Double](repeating: 0, count: size)
    for start in 0..<size {
      column[start] = 1 / rows[start * size + start]
      for row in start + 1..<size {
        var sum = 0.0
        for place in start..<row { sum -= rows[row * size + place] * column[place] }
        column[row] = sum / rows[row * size + row]
      }
      for row in start..<size { diagonal[start] += column[row] * column[row] }
    }
    return diagonal
  }
}
