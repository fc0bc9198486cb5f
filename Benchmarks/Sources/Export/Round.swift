import Forecasting

/// Those who challenge each other, and where they stand after a round as the program finds it.
struct Round: Encodable {
  /// Where each stands, 0...100.
  let positions: [Double]
  let influences: [Double]
  let saliences: [Double]
  /// Where each stands after the round, by the reading as published.
  let after: [Double]

  init(among bargainers: [Bargainer]) {
    positions = bargainers.map(\.position)
    influences = bargainers.map(\.influence)
    saliences = bargainers.map(\.salience)
    after = Challenge(among: bargainers, reading: .published).positions
  }
}
