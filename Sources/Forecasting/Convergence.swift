/// How far a result on a grid is still off, judged by what grids of twice and four times the step
/// gave.
struct Convergence {
  /// The largest step from the coarsest grid to the middle one.
  private(set) var earlier = 0.0
  /// The largest step from the middle grid to the finest.
  private(set) var later = 0.0

  /// Takes one more quantity into account.
  mutating func compare(quarter: Double, half: Double, full: Double) {
    earlier = max(earlier, (half - quarter).magnitude)
    later = max(later, (full - half).magnitude)
  }

  /// The estimated error of the finest grid, where halving the step raises an error to no higher a
  /// power than told.
  ///
  /// The power is 2 where poles of the logistic function limit an integral and 4 where the normal
  /// distribution does. It is read off the last halving, with caution: a difference may be small by
  /// accident, and what has fallen fast may fall more slowly later.
  func error(highestPower: Double) -> Double {
    if later < Convergence.rounding { return 0 }
    guard earlier < 0.5, later < earlier / 4 else { return later }
    let first = Elementary.log(earlier)
    let second = max(Elementary.log(later), Convergence.credible * first)
    let power = min(max(Convergence.caution * second / first, 1.5), highestPower)
    return Elementary.exp(power * second)
  }

  /// Differences below this are rounding.
  private static let rounding = 1e-14
  /// The highest power of the earlier step that the later one is believed to be.
  private static let credible = 2.6
  /// The share of the power last seen that is counted on for the next halving.
  private static let caution = 0.9
}
