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
    // Four rows at a time: each cell of the result is fetched and stored a quarter as often.
    let whole = chances.count / 4 * 4
    for place in stride(from: 0, to: whole, by: 4) {
      let start = (window.start + place) * width + first
      Kernel.addFour(
        chances[place],
        cells.span.extracting(start..<(start + length)),
        chances[place + 1],
        cells.span.extracting((start + width)..<(start + width + length)),
        chances[place + 2],
        cells.span.extracting((start + 2 * width)..<(start + 2 * width + length)),
        chances[place + 3],
        cells.span.extracting((start + 3 * width)..<(start + 3 * width + length)),
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
