extension Elementary {
  /// The number that a standard normal one stays below with this chance, within 2e-9 relative, by Acklam's rational
  /// approximation.
  static func normalQuantile(_ chance: Double) -> Double {
    let level = min(max(chance, 0x1p-53), 1 - 0x1p-53)
    if level > 1 - normalTail { return -normalQuantile(1 - level) }
    if level < normalTail {
      let depth = (-2 * log(level)).squareRoot()
      return polynomial(tailNumerator, at: depth) / polynomial(tailDenominator, at: depth)
    }
    let offset = level - 0.5
    let square = offset * offset
    return offset * polynomial(middleNumerator, at: square)
      / polynomial(middleDenominator, at: square)
  }

  /// A polynomial with these coefficients, the highest power first.
  private static func polynomial(_ coefficients: [Double], at x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  /// Below this chance, and above 1 less it, the tails have formulas of their own.
  private static let normalTail = 0.02425
  private static let middleNumerator = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690,
    -30.66479806614716, 2.506628277459239,
  ]
  private static let middleDenominator = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
    -13.28068155288572, 1,
  ]
  private static let tailNumerator = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
    4.374664141464968, 2.938163982698783,
  ]
  private static let tailDenominator = [
    0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1,
  ]
}
