/// A symmetric matrix of two rows.
struct Square {
  private(set) var first: Double
  private(set) var mixed: Double
  private(set) var second: Double

  init(_ first: Double, _ mixed: Double, _ second: Double) {
    self.first = first
    self.mixed = mixed
    self.second = second
  }

  /// Adds a weight times the product of a vector with itself.
  mutating func add(_ weight: Double, along vector: SIMD2<Double>) {
    first += weight * vector.x * vector.x
    mixed += weight * vector.x * vector.y
    second += weight * vector.y * vector.y
  }

  /// The solution of matrix · x = vector.
  func solution(of vector: SIMD2<Double>) -> SIMD2<Double> {
    let determinant = first * second - mixed * mixed
    return SIMD2(
      second * vector.x - mixed * vector.y,
      first * vector.y - mixed * vector.x
    ) / determinant
  }

  /// Two columns whose products with themselves sum to the inverse of a positive definite matrix.
  var spread: (SIMD2<Double>, SIMD2<Double>) {
    let scale = 1 / first.squareRoot()
    let rest = 1 / (second - mixed * mixed / first).squareRoot()
    return (SIMD2(scale, 0), rest * SIMD2(-mixed / first, 1))
  }

  /// The lower triangle whose product with its transpose is this matrix, positive definite.
  var root: Triangle {
    let corner = first.squareRoot()
    let side = mixed / corner
    return Triangle(corner: corner, side: side, end: (second - side * side).squareRoot())
  }

  /// The direction, of length 1 and never to the left, in which the matrix is largest.
  var axis: SIMD2<Double> {
    let difference = (first - second) / 2
    let reach = (difference * difference + mixed * mixed).squareRoot()
    guard reach > 0 else { return SIMD2(1, 0) }
    let along =
      difference >= 0 ? SIMD2(difference + reach, mixed) : SIMD2(mixed, reach - difference)
    let length = (along * along).sum().squareRoot()
    return (along.x < 0 ? -1 : 1) * along / length
  }
}

/// A lower triangle of two rows.
struct Triangle {
  let corner: Double
  let side: Double
  let end: Double

  /// The product of the transpose with a vector.
  func transposed(_ vector: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(corner * vector.x + side * vector.y, end * vector.y)
  }

  /// The solution of triangle · x = vector.
  func divided(_ vector: SIMD2<Double>) -> SIMD2<Double> {
    let x = vector.x / corner
    return SIMD2(x, (vector.y - side * x) / end)
  }
}
