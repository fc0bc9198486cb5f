/// Reads numbers the way people write them in a table, and in no other way.
enum DecimalNumber {
  /// More digits than a number in a scenario can mean.
  private static let longest = 32

  /// The value of digits with an optional minus and an optional decimal point, else nothing: no
  /// exponent, no `inf`, no `1_000`, no `1,5`.
  static func value(of text: String) -> Double? {
    isPlainDecimal(text.utf8) ? Double(text) : nil
  }

  /// The value of digits with an optional minus.
  static func whole(_ text: String) -> Int? {
    guard !text.utf8.contains(UInt8(ascii: ".")), value(of: text) != nil else { return nil }
    return Int(text)
  }

  private static func isPlainDecimal(_ bytes: String.UTF8View) -> Bool {
    guard bytes.count <= longest else { return false }
    var digitsBefore = 0
    var digitsAfter = 0
    var hasPoint = false
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if hasPoint { digitsAfter += 1 } else { digitsBefore += 1 }
      case UInt8(ascii: "."):
        guard !hasPoint else { return false }
        hasPoint = true
      case UInt8(ascii: "-"):
        guard offset == 0 else { return false }
      default:
        return false
      }
    }
    return digitsBefore > 0 && (!hasPoint || digitsAfter > 0)
  }
}
