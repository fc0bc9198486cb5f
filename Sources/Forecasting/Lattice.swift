/// The sums of the common shock and a bloc's own at which programs are run.
///
/// A bloc's vote depends on the sum only. The values of the bloc's shock are therefore chosen so
/// that the sums fall on one lattice whatever the common shock: a trapezoidal rule may begin
/// anywhere, and each program serves many values of the common shock.
struct Lattice {
  /// The sums for one value of the common shock.
  struct Window {
    /// Where they begin in `Lattice.odds`.
    let start: Int
    /// The chance of each given the common shock; they sum to 1.
    let chances: [Double]

    /// The chances on a lattice of a multiple of the step, 0 for the sums that it leaves out.
    func thinned(by factor: Int) -> Window {
      let kept = chances.indices.map { $0 % factor == 0 ? chances[$0] : 0 }
      let total = kept.reduce(0, +)
      return Window(start: start, chances: kept.map { $0 / total })
    }
  }

  /// exp(sum) for every sum that is needed, ascending.
  let odds: [Double]
  /// The sums for each value of the common shock.
  let windows: [Window]

  /// The distance between neighbouring sums, in logits; 0 where blocs have no shock of their own.
  private let step: Double
  /// Standard deviation of a bloc's own shock.
  private let blocShock: Double
  /// That of the common shock, where its values stand for a distribution.
  private let commonShock: Double?
  /// Where the sums stand, in steps, if no sum between the first and the last is missing.
  private let places: Range<Int>?

  /// Finds the sums for ascending values of the common shock.
  ///
  /// The step is two fifths of a standard deviation of the bloc's shock, halved as often as told. Where
  /// values stand for a normal distribution with a standard deviation, sums that both shocks together
  /// make too unlikely to matter are left out; without one, the values are taken as given.
  init(
    around common: [Double],
    deviation commonShock: Double? = nil,
    blocShock: Double,
    halvings: Int
  ) {
    self.blocShock = blocShock
    self.commonShock = commonShock
    guard blocShock > 0 else {
      step = 0
      places = nil
      odds = common.map(Lattice.odds)
      windows = common.indices.map { Window(start: $0, chances: [1]) }
      return
    }
    let step = blocShock * Lattice.coarsestStep / Double(1 << halvings)
    self.step = step
    let needed = common.map {
      Lattice.places(around: $0, deviation: commonShock, blocShock: blocShock, step: step)
    }
    let first = needed.map(\.lowerBound).min() ?? 0
    let isWhole = zip(needed, needed.dropFirst()).allSatisfy {
      $0.lowerBound <= $1.upperBound && $1.lowerBound <= $0.upperBound
    }
    let sums =
      isWhole
      ? Array(first..<(needed.map(\.upperBound).max() ?? first)) : Set(needed.joined()).sorted()
    let starts =
      isWhole
      ? needed.map { $0.lowerBound - first }
      : needed.map { range in sums.firstIndex { $0 == range.lowerBound } ?? 0 }
    places = isWhole ? first..<(first + sums.count) : nil
    odds = sums.map { Lattice.odds(of: Double($0) * step) }
    windows = common.indices.map { place in
      Window(
        start: starts[place],
        around: common[place] / step,
        places: needed[place],
        deviation: step / blocShock
      )
    }
  }

  /// The same sums for other values of the common shock, if they lie close enough.
  init?(_ lattice: Lattice, around common: [Double]) {
    guard let places = lattice.places else { return nil }
    let step = lattice.step
    let blocShock = lattice.blocShock
    var windows: [Window] = []
    for value in common {
      let needed = Lattice.places(
        around: value,
        deviation: lattice.commonShock,
        blocShock: blocShock,
        step: step
      )
      guard places.lowerBound <= needed.lowerBound, needed.upperBound <= places.upperBound else {
        return nil
      }
      windows.append(
        Window(
          start: needed.lowerBound - places.lowerBound,
          around: value / step,
          places: needed,
          deviation: step / blocShock
        )
      )
    }
    self.step = step
    self.blocShock = blocShock
    commonShock = lattice.commonShock
    self.places = places
    odds = lattice.odds
    self.windows = windows
  }

  /// The steps within reach of a value of the common shock, one at least.
  private static func places(
    around value: Double,
    deviation commonShock: Double?,
    blocShock: Double,
    step: Double
  ) -> Range<Int> {
    var deviations = CommonGrid.deviations
    if let commonShock, commonShock > 0 {
      let away = value / commonShock
      let left = max(farthest * farthest - away * away, nearest * nearest)
      deviations = min(deviations, left.squareRoot())
    }
    let reach = deviations * blocShock / step
    let first = Int((value / step - reach).rounded(.up))
    let last = Int((value / step + reach).rounded(.down))
    return first..<(last + 1)
  }

  /// Shocks beyond ±300 count as ±300, where every chance is 0 or 1 to the last bit.
  private static func odds(of shock: Double) -> Double {
    Elementary.exp(min(max(shock, -300), 300))
  }

  /// The step before any halving, in standard deviations of the bloc's shock: 35 sums a window.
  private static let coarsestStep = 0.4
  /// How far both shocks may be away together, in standard deviations; beyond lies a chance of 2e-11.
  private static let farthest = 7.0
  /// How far a bloc's shock is followed in any case, in standard deviations.
  private static let nearest = 2.0
}

extension Lattice.Window {
  /// Takes the chances of a normal distribution around a value, all in steps.
  fileprivate init(start: Int, around middle: Double, places: Range<Int>, deviation: Double) {
    let densities = places.map { place in
      let distance = (Double(place) - middle) * deviation
      return Elementary.exp(-distance * distance / 2)
    }
    let total = densities.reduce(0, +)
    self.init(start: start, chances: densities.map { $0 / total })
  }
}
