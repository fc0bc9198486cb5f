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

  /// The estimated error of the finest grid.
  ///
  /// Halving the step raises the error to a power: 2 where poles of the logistic function limit it,
  /// 4 where the normal distribution does. The power is read off the last halving, with caution.
  var error: Double {
    if later < Convergence.rounding { return 0 }
    guard earlier < 0.5, later < earlier / 4 else { return later }
    let power = 0.9 * Elementary.log(later) / Elementary.log(earlier)
    return Elementary.exp(min(max(power, 1.5), 3) * Elementary.log(later))
  }

  /// Differences below this are rounding.
  private static let rounding = 1e-14
}
