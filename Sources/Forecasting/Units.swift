/// Weights as whole numbers, so that sums of them can be places in a table.
enum Units {
  /// Weights in the coarsest units in which all are whole, if their sum is then at most `limit`; else
  /// in parts of their sum, `limit` in all, remainders going to the largest first.
  static func of(_ weights: [Double], atMost limit: Int) -> [Int] {
    let total = weights.reduce(0, +)
    guard total > 0 else { return weights.map { _ in 0 } }
    if let exact = exact(weights, atMost: limit) { return exact }
    let scaled = weights.map { $0 / total * Double(limit) }
    var units = scaled.map { Int($0) }
    let missing = limit - units.reduce(0, +)
    let byRemainder = scaled.indices.sorted {
      (scaled[$1] - Double(units[$1]), $0) < (scaled[$0] - Double(units[$0]), $1)
    }
    for member in byRemainder.prefix(missing) {
      units[member] += 1
    }
    return units
  }

  /// Weights of up to three decimals as whole numbers without a common factor; nil where their sum
  /// would be more than `limit`.
  static func exact(_ weights: [Double], atMost limit: Int) -> [Int]? {
    for scale in [1.0, 10, 100, 1000] {
      let scaled = weights.map { ($0 * scale).rounded() }
      // A weight such as 2.02 is not whole to the last bit when it is multiplied by 100.
      let isWhole = zip(weights, scaled).allSatisfy { ($0 * scale - $1).magnitude <= 1e-9 * $1 }
      guard isWhole, scaled.reduce(0, +) < 1e15 else { continue }
      let whole = scaled.map { Int($0) }
      let factor = max(1, whole.reduce(0, commonFactor))
      return whole.reduce(0, +) / factor <= limit ? whole.map { $0 / factor } : nil
    }
    return nil
  }

  /// The smallest number of units that makes up a share; 0.65 of 1000 is 650, whatever the last bit
  /// of the product.
  static func least(share: Double, of total: Int) -> Int {
    Int((share * Double(total) - 1e-9).rounded(.up))
  }

  private static func commonFactor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : commonFactor(second, first % second)
  }
}
