import Forecasting

/// Where the shocks of a vote are evaluated: one lattice for the sum of what moves the room and what moves a bloc.
///
/// A step is a fifth of a logit, at which the trapezoidal rule is exact to more digits than a fit of hundreds of votes
/// can use.
enum ShockGrid {
  static let step = 0.2
  /// Steps to either side of the shock to the room: four logits.
  static let common = 20
  /// Steps to either side of the sum of both shocks: nine logits.
  static let sum = 45
  /// How often odds are multiplied at each place of the sum.
  static let odds = (-sum...sum).map { Elementary.exp(Double($0) * step) }

  /// The chances of a shock at each step from `-reach` to `reach`, and how their logarithms change with that of the
  /// standard deviation.
  static func chances(_ deviation: Double, reach: Int) -> (chances: [Double], slopes: [Double]) {
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
