/// A caucus's rows at every sum of a lattice.
struct Table {
  let width: Int
  /// The rows one after another, in the order of the lattice.
  private let cells: [Double]

  init(of caucus: Caucus, on lattice: Lattice) {
    var cells: [Double] = []
    cells.reserveCapacity(lattice.odds.count * caucus.width)
    for odds in lattice.odds {
      caucus.appendRow(at: odds, to: &cells)
    }
    width = caucus.width
    self.cells = cells
  }

  /// The row averaged over the bloc's own shock, from a place on, and 0 before it.
  func row(over window: Lattice.Window, from first: Int = 0) -> [Double] {
    var row = [Double](repeating: 0, count: width)
    var target = row.mutableSpan
    for (place, chance) in window.chances.enumerated() where chance != 0 {
      let start = (window.start + place) * width
      Kernel.add(
        chance,
        cells.span.extracting((start + first)..<(start + width)),
        to: &target,
        from: first
      )
    }
    return row
  }
}
