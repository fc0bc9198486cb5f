/// Exponential, logarithm and logistic function that give the same bits on every machine.
///
/// The C library's differ from one to the next in the last place; these use nothing but the IEEE
/// operations `+ - * /` and bit patterns.
public enum Elementary {
  /// The natural exponential, within 1e-15 relative between −700 and 700.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.133219101941 { return 0 }
    let shifted = x * inverseOfLog2 + integerShift
    let exponent = shifted - integerShift
    let remainder = (x - exponent * log2High) - exponent * log2Low
    var tail = inverseFactorials[0]
    for coefficient in inverseFactorials.dropFirst() {
      tail = tail * remainder + coefficient
    }
    let fraction = 1 + (remainder + remainder * remainder * tail)
    let power = Int(exponent)
    // Two factors, so that neither leaves the range of exponents where the result does not.
    let half = power / 2
    return fraction * powerOfTwo(half) * powerOfTwo(power - half)
  }

  /// The natural logarithm, within 1e-15 relative.
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    var exponent = 0
    var bits = x.bitPattern
    if bits < 0x0010_0000_0000_0000 {
      bits = (x * 0x1p54).bitPattern
      exponent = -54
    }
    exponent += Int(bits >> 52) - 1023
    var mantissa = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    if mantissa > squareRootOf2 {
      mantissa *= 0.5
      exponent += 1
    }
    let excess = mantissa - 1
    let ratio = excess / (2 + excess)
    let square = ratio * ratio
    var series = 0.0
    for denominator in stride(from: 23.0, through: 3, by: -2) {
      series = (series + 1 / denominator) * square
    }
    // excess − excess²/2 + … in the form that keeps the leading term exact.
    let half = 0.5 * excess * excess
    let correction = ratio * (half + 2 * series)
    let scale = Double(exponent)
    return scale * log2High - ((half - (correction + scale * log2Low)) - excess)
  }

  /// The logistic function 1/(1 + exp(−x)), 0...1.
  public static func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + exp(-x)) }
    let odds = exp(x)
    return odds / (1 + odds)
  }

  /// 2 to a power within the range of normal exponents.
  private static func powerOfTwo(_ power: Int) -> Double {
    Double(bitPattern: UInt64(1023 + power) << 52)
  }

  /// Adding and taking away 1.5·2⁵² rounds to the nearest whole number.
  private static let integerShift = 0x1.8p52
  private static let inverseOfLog2 = 1.4426950408889634
  /// The leading 32 bits of log 2, so that a product with an exponent is exact.
  private static let log2High = 0x1.62e42feep-1
  private static let log2Low = 0x1.a39ef35793c76p-33
  private static let squareRootOf2 = 1.4142135623730951
  /// 1/13! down to 1/2!: the Taylor series after its linear term, exact to 1e-17 where it is used.
  private static let inverseFactorials: [Double] = (2...13).reversed().map { degree in
    1 / (2...degree).reduce(1) { $0 * Double($1) }
  }
}
