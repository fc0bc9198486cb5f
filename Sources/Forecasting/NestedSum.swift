/// A sum over a grid, kept at the same time for grids of twice and four times its step, which show
/// how it converges.
struct NestedSum {
  /// The sums on the coarsest grid, the middle one and the finest.
  private var rows: [[Double]] = [[], [], []]
  /// The densities that went into each.
  private var densities = [0.0, 0.0, 0.0]

  /// Adds the value at a place of a grid before any doubling.
  mutating func add(_ row: [Double], density: Double, at place: Int) {
    let coarsest = place % 4 == 0 ? 0 : place % 2 == 0 ? 1 : 2
    for level in coarsest..<3 {
      add(row, density: density, to: level)
    }
  }

  /// Makes room for the values between those that have been added.
  mutating func double() {
    rows = [rows[1], rows[2], rows[2]]
    densities = [densities[1], densities[2], densities[2]]
  }

  /// Adds a value between the earlier ones.
  mutating func addBetween(_ row: [Double], density: Double) {
    add(row, density: density, to: 2)
  }

  /// The same sum of some places of the rows.
  func only(_ places: Range<Int>) -> NestedSum {
    var copy = self
    copy.rows = rows.map { Array($0[places]) }
    return copy
  }

  /// The averages on the finest grid.
  var averages: [Double] {
    rows[2].map { $0 / densities[2] }
  }

  /// How far the averages are still off, from one place of the rows on.
  func convergence(from first: Int = 0) -> Convergence {
    var convergence = Convergence()
    for place in rows[2].indices.dropFirst(first) {
      convergence.compare(
        quarter: rows[0][place] / densities[0],
        half: rows[1][place] / densities[1],
        full: rows[2][place] / densities[2]
      )
    }
    return convergence
  }

  private mutating func add(_ row: [Double], density: Double, to level: Int) {
    densities[level] += density
    if rows[level].isEmpty {
      rows[level] = [Double](repeating: 0, count: row.count)
    }
    var target = rows[level].mutableSpan
    Kernel.add(density, row.span, to: &target)
  }
}
