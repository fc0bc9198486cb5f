import Forecasting

/// Events that do not depend on each other, and how many of them come about.
struct Independent: Encodable {
  /// The chance of each, 0...1.
  let chances: [Double]
  /// Chance of each number of them, from 0 up.
  let distribution: [Double]

  init(of chances: [Double]) {
    self.chances = chances
    distribution = Spread(ofIndependent: chances).chances
  }
}
