/// A distribution cut to the numbers that carry mass: most rows of a large room are zero, to the
/// last bit that matters, at all but a few dozen numbers.
struct Mass {
  /// How many numbers lie below the first cell.
  private let offset: Int
  /// The chances of the numbers that carry mass.
  private let cells: [Double]
  /// How many numbers there are in all.
  private let width: Int

  /// The number 0 and nothing else.
  static let certainty = Mass(offset: 0, cells: [1], width: 1)

  /// The distribution of the sum with an independent number, whose chances stand in a row.
  func plus(_ row: [Double], over places: Range<Int>) -> Mass {
    let carrying = Mass.carrying(row, within: places)
    let sum = Kernel.convolve(cells.span, row.span.extracting(carrying))
    let kept = Mass.carrying(sum, within: 0..<sum.count)
    return Mass(
      offset: offset + (carrying.lowerBound - places.lowerBound) + kept.lowerBound,
      cells: kept.count == sum.count ? sum : Array(sum[kept]),
      width: width + places.count - 1
    )
  }

  /// The chance of every number.
  var distribution: [Double] {
    var all = [Double](repeating: 0, count: width)
    all.replaceSubrange(offset..<(offset + cells.count), with: cells)
    return all
  }

  /// The places between the first and the last that carry mass; one place where none does.
  private static func carrying(_ row: [Double], within places: Range<Int>) -> Range<Int> {
    var first = places.lowerBound
    var last = places.upperBound - 1
    while first < last, row[first] < negligible { first += 1 }
    while last > first, row[last] < negligible { last -= 1 }
    return first..<(last + 1)
  }

  /// What a thousand cells may miss together without moving a chance by 1e-15.
  private static let negligible = 1e-18
}
