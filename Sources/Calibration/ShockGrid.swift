import Forecasting

/// Where the shocks of a vote are evaluated: one lattice for the sum of what moves the room and what moves a bloc.
///
/// A step is three tenths of a logit: forty states of one bloc tell their shock to about that, and the trapezoidal rule is
/// exact to eight digits at a step of one standard deviation. Where shocks are larger than any that was ever fitted it
/// grows with them, so that the lattice reaches five standard deviations of each.
struct ShockGrid {
  /// From one place to the next, in logits.
  let step: Double
  /// How often odds are multiplied at each place of the sum.
  let odds: [Double]

  /// Lays a lattice for shocks of about these standard deviations, in logits.
  init(common: Double, bloc: Double) {
    let step = 0.3 * max(1, common / 0.7, bloc / 1.1)
    self.step = step
    odds = (-Self.sum...Self.sum).map { Elementary.exp(Double($0) * step) }
  }

  /// Steps to either side of the shock to the room: 3.6 logits.
  static let common = 12
  /// Steps to either side of the sum of both shocks: 6.9 logits.
  static let sum = 23

  /// The chances of a shock at each step from `-reach` to `reach`, and how their logarithms change with that of the
  /// standard deviation.
  func chances(_ deviation: Double, reach: Int) -> (chances: [Double], slopes: [Double]) {
    let squares = (-reach...reach).map { place in
      let value = Double(place) * step / max(deviation, 1e-3)
      return value * value
    }
    let densities = squares.map { Elementary.exp(-$0 / 2) }
    let total = densities.reduce(0, +)
    let chances = densities.map { $0 / total }
    let mean = zip(chances, squares).reduce(0) { $0 + $1.0 * $1.1 }
    return (chances, squares.map { $0 - mean })
  }
}
