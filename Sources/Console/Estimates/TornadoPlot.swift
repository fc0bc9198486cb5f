import Forecasting

/// The bars of a tornado as rows of characters, on a scale that fits them.
struct TornadoPlot {
  /// The ends of the scale, in hundredths.
  private let scale: ClosedRange<Int>
  private let estimate: Double

  /// Columns of a bar.
  static let width = 26

  /// Finds the scale for bars of a chance.
  init(of bars: [Tornado.Bar], around estimate: Double) {
    let low = bars.map(\.range.low).reduce(estimate, min)
    let high = bars.map(\.range.high).reduce(estimate, max)
    let step = TornadoPlot.step
    let first = min(Int((100 * low).rounded(.down)) / step * step, 100 - step)
    let last = (Int((100 * high).rounded(.up)) + step - 1) / step * step
    scale = first...min(max(last, first + step), 100)
    self.estimate = estimate
  }

  /// A bar, with a stroke where the estimate is.
  func row(of range: DrawnRange) -> String {
    var cells = Array(repeating: Character(" "), count: TornadoPlot.width)
    for column in column(range.low)...column(range.high) { cells[column] = "=" }
    cells[column(estimate)] = "|"
    return String(cells)
  }

  /// The ends of the scale, under the bars.
  var axis: String {
    let (low, high) = ("\(scale.lowerBound)", "\(scale.upperBound)")
    let gap = TornadoPlot.width - low.count - high.count
    return low + String(repeating: " ", count: gap) + high
  }

  private func column(_ chance: Double) -> Int {
    let span = Double(scale.upperBound - scale.lowerBound)
    let part = (100 * chance - Double(scale.lowerBound)) / span
    return min(max(Figures.rounded(part * Double(TornadoPlot.width - 1)), 0), TornadoPlot.width - 1)
  }

  /// Hundredths in which the scale grows.
  private static let step = 5
}
