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
  /// Where the sums stand, in steps, if no sum between the first and the last is missing.
  private let places: Range<Int>?

  /// Finds the sums for ascending values of the common shock.
  ///
  /// The step is two fifths of a standard deviation of the bloc's shock, halved as often as told.
  init(around common: [Double], blocShock: Double, halvings: Int) {
    self.blocShock = blocShock
    guard blocShock > 0 else {
      step = 0
      places = nil
      odds = common.map(Lattice.odds)
      windows = common.indices.map { Window(start: $0, chances: [1]) }
      return
    }
    let step = blocShock * Lattice.coarsestStep / Double(1 << halvings)
    var odds: [Double] = []
    var windows: [Window] = []
    var places: Range<Int>?
    var isWhole = true
    for value in common {
      let needed = Lattice.places(around: value / step, reach: Lattice.reach(blocShock, step))
      let known = places.map { max(0, $0.upperBound - needed.lowerBound) } ?? 0
      if let places, places.upperBound < needed.lowerBound { isWhole = false }
      windows.append(
        Window(
          start: odds.count - known,
          around: value / step,
          places: needed,
          deviation: step / blocShock
        )
      )
      for place in needed.dropFirst(known) {
        odds.append(Lattice.odds(of: Double(place) * step))
      }
      places = (places?.lowerBound ?? needed.lowerBound)..<needed.upperBound
    }
    self.step = step
    self.places = isWhole ? places : nil
    self.odds = odds
    self.windows = windows
  }

  /// The same sums for other values of the common shock, if they lie close enough.
  init?(_ lattice: Lattice, around common: [Double]) {
    guard let places = lattice.places else { return nil }
    let step = lattice.step
    let blocShock = lattice.blocShock
    var windows: [Window] = []
    for value in common {
      let needed = Lattice.places(around: value / step, reach: Lattice.reach(blocShock, step))
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
    self.places = places
    odds = lattice.odds
    self.windows = windows
  }

  /// The steps within reach of a value.
  private static func places(around middle: Double, reach: Double) -> Range<Int> {
    let first = Int((middle - reach).rounded(.up))
    let last = Int((middle + reach).rounded(.down))
    return first..<(last + 1)
  }

  /// How far a window reaches, in steps.
  private static func reach(_ blocShock: Double, _ step: Double) -> Double {
    CommonGrid.deviations * blocShock / step
  }

  /// Shocks beyond ±300 count as ±300, where every chance is 0 or 1 to the last bit.
  private static func odds(of shock: Double) -> Double {
    Elementary.exp(min(max(shock, -300), 300))
  }

  /// The step before any halving, in standard deviations of the bloc's shock: 35 sums a window.
  private static let coarsestStep = 0.4
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
