/// Where the shocks are evaluated: uniform grids over ±8 standard deviations, which converge
/// exponentially for functions as smooth as these.
///
/// A bloc's vote depends on the sum of the common and its own shock only. The two grids share a
/// step where that makes sums coincide, so that a bloc's program runs once a sum.
struct Grid {
  /// Values of one shock with their chances.
  struct Axis {
    /// Steps from the middle to either end.
    let reach: Int
    /// The distance between neighbours, in logits; 0 where there is no shock.
    let step: Double
    /// The chance of each value, ascending; they sum to 1.
    let chances: [Double]

    var count: Int { chances.count }

    func value(at place: Int) -> Double {
      Double(place - reach) * step
    }

    /// The chances that a grid of a multiple of this one's step has, 0 at the values it leaves out.
    func thinned(by factor: Int) -> [Double] {
      let kept = chances.indices.map { (($0 - reach) % factor == 0) ? chances[$0] : 0 }
      let total = kept.reduce(0, +)
      return kept.map { $0 / total }
    }
  }

  /// The shock to the whole room.
  let common: Axis
  /// The shock to a bloc.
  let bloc: Axis
  /// The sums of both, in logits.
  let sums: [Double]
  /// How far the place in `sums` moves with a place in `common`.
  let commonStride: Int
  /// How far it moves with a place in `bloc`.
  let blocStride: Int

  /// Lays grids of 33 values each, doubled as often as told.
  init(commonShock: Double, blocShock: Double, commonDoublings: Int, blocDoublings: Int) {
    let commonStep = Grid.step(for: commonShock, doublings: commonDoublings)
    let blocStep = Grid.step(for: blocShock, doublings: blocDoublings)
    let finest = commonStep == 0 || blocStep == 0 ? 0 : min(commonStep, blocStep)
    let ratio = finest == 0 ? 0 : max(commonStep, blocStep) / finest
    if finest == 0 || ratio > Grid.widestRatio {
      let common = Axis(shock: commonShock, step: commonStep)
      let bloc = Axis(shock: blocShock, step: blocStep)
      self.common = common
      self.bloc = bloc
      commonStride = bloc.count
      blocStride = 1
      sums = (0..<common.count).flatMap { place in
        (0..<bloc.count).map { common.value(at: place) + bloc.value(at: $0) }
      }
    } else {
      // The wider step comes down to a multiple of the finer one.
      commonStride = Int(commonStep / finest)
      blocStride = Int(blocStep / finest)
      common = Axis(shock: commonShock, step: Double(commonStride) * finest)
      bloc = Axis(shock: blocShock, step: Double(blocStride) * finest)
      let reach = common.reach * commonStride + bloc.reach * blocStride
      sums = (-reach...reach).map { Double($0) * finest }
    }
  }

  /// Where the sum of two shocks stands in `sums`.
  func sum(_ commonPlace: Int, _ blocPlace: Int) -> Int {
    commonPlace * commonStride + blocPlace * blocStride
  }

  private static func step(for shock: Double, doublings: Int) -> Double {
    2 * deviations * shock / Double(intervals << doublings)
  }

  /// How far the grids reach, in standard deviations; beyond lies a chance of 1e-15.
  static let deviations = 8.0
  /// Intervals between the values of a grid that has not been doubled.
  private static let intervals = 32
  /// Beyond this ratio of steps hardly any sums coincide.
  private static let widestRatio = 32.0
}

extension Grid.Axis {
  /// Takes values a step apart, with the chances of a normal distribution.
  init(shock: Double, step: Double) {
    guard shock > 0 else {
      self.init(reach: 0, step: 0, chances: [1])
      return
    }
    let reach = Int(Grid.deviations * shock / step + 0.001)
    let densities = (-reach...reach).map { place in
      let deviation = Double(place) * step / shock
      return Elementary.exp(-deviation * deviation / 2)
    }
    let total = densities.reduce(0, +)
    self.init(reach: reach, step: step, chances: densities.map { $0 / total })
  }
}
