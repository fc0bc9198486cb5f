/// Where the shock to the whole room is evaluated: a uniform grid over ±7 standard deviations, for
/// the trapezoidal rule, which converges exponentially for functions as smooth as these.
struct CommonGrid {
  /// The values, ascending, in logits.
  let values: [Double]
  /// The density at each value, up to a common factor.
  let densities: [Double]

  /// Lays 33 values, or one where there is no shock, doubled as often as told.
  init(shock: Double, doublings: Int) {
    guard shock > 0 else {
      values = [0]
      densities = [1]
      return
    }
    let reach = CommonGrid.reach << doublings
    let deviations = (-reach...reach).map {
      Double($0) * CommonGrid.deviations / Double(reach)
    }
    values = deviations.map { $0 * shock }
    densities = deviations.map { Elementary.exp(-$0 * $0 / 2) }
  }

  private init(values: [Double], densities: [Double]) {
    self.values = values
    self.densities = densities
  }

  /// The sum of the densities, by which a sum over the grid is divided.
  var total: Double { densities.reduce(0, +) }

  /// The values that the last doubling added.
  var latest: CommonGrid {
    let places = stride(from: 1, to: values.count, by: 2)
    return CommonGrid(
      values: places.map { values[$0] },
      densities: places.map { densities[$0] }
    )
  }

  /// The grid in parts that are short enough for the programs of one part to be kept in memory.
  var parts: [CommonGrid] {
    stride(from: 0, to: values.count, by: CommonGrid.longestPart).map { start in
      let places = start..<min(start + CommonGrid.longestPart, values.count)
      return CommonGrid(values: Array(values[places]), densities: Array(densities[places]))
    }
  }

  /// Steps from the middle to either end before any doubling.
  static let reach = 16
  /// How far a grid reaches, in standard deviations; beyond lies a chance of 3e-12.
  static let deviations = 7.0
  private static let longestPart = 64
}
