/// A number over draws: its middle, and the range that most of them lie in.
public struct DrawnRange: Sendable, Equatable {
  /// The lower end.
  public let low: Double
  /// The median.
  public let middle: Double
  /// The upper end.
  public let high: Double

  /// How far the ends are apart.
  public var width: Double { high - low }

  /// The range of some numbers between a part and the rest of them: 0.05 gives nine of ten.
  public init(of values: [Double], leavingOut part: Double) {
    let sorted = values.sorted()
    func quantile(_ level: Double) -> Double {
      sorted.isEmpty ? 0 : sorted[Int((level * Double(sorted.count - 1)).rounded())]
    }
    low = quantile(part)
    middle = quantile(0.5)
    high = quantile(1 - part)
  }
}
