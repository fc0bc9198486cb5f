/// Numbers at four sums of the shocks, which are worked out side by side: the same steps for each, so
/// that processors can take them together, and nothing is added across.
typealias Lanes = SIMD4<Double>

extension Lanes {
  /// Takes numbers from a place of a row on; past its end there is another number.
  init(_ row: Span<Double>, from start: Int, orElse rest: Double) {
    self.init(repeating: rest)
    for lane in 0..<Swift.max(0, Swift.min(Lanes.scalarCount, row.count - start)) {
      self[lane] = row[start + lane]
    }
  }

  /// What all lanes sum to.
  var total: Double { (self[0] + self[1]) + (self[2] + self[3]) }
}
