/// A caucus's rows at every sum of a lattice.
struct Table {
  let width: Int
  /// The rows one after another, in the order of the lattice.
  private let cells: [Double]

  init(of caucus: Caucus, on lattice: Lattice) {
    let sums = lattice.odds
    let width = caucus.width
    var cells = [Double](repeating: 0, count: sums.count * width)
    var target = cells.mutableSpan
    for first in stride(from: 0, to: sums.count, by: Lanes.scalarCount) {
      let lanes = min(Lanes.scalarCount, sums.count - first)
      let row = caucus.row(at: Lanes(sums.span, from: first, orElse: sums[first]))
      for lane in 0..<lanes {
        let start = (first + lane) * width
        for place in 0..<width { target[start + place] = row[place][lane] }
      }
    }
    self.width = width
    self.cells = cells
  }

  /// The row averaged over the bloc's own shock, from a place on, and 0 before it.
  func row(over window: Lattice.Window, from first: Int = 0) -> [Double] {
    var row = [Double](repeating: 0, count: width)
    var target = row.mutableSpan
    let chances = window.chances
    let length = width - first
    // Eight rows at a time: each cell of the result is fetched and stored an eighth as often.
    let whole = chances.count / 8 * 8
    for place in stride(from: 0, to: whole, by: 8) {
      Kernel.addEight(
        Lanes(chances.span, from: place, orElse: 0),
        Lanes(chances.span, from: place + 4, orElse: 0),
        cells.span,
        from: (window.start + place) * width + first,
        apart: width,
        count: length,
        to: &target,
        from: first
      )
    }
    for place in whole..<chances.count where chances[place] != 0 {
      let start = (window.start + place) * width + first
      Kernel.add(
        chances[place],
        cells.span.extracting(start..<(start + length)),
        to: &target,
        from: first
      )
    }
    return row
  }
}
