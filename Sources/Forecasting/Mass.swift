/// The distribution of a sum of independent numbers, cut to the numbers that carry mass: most rows of a
/// large room are zero, to the last bit that matters, at all but a few dozen numbers.
struct Mass {
  /// The chances of the numbers that carry mass, from `start` on, with zeros on both sides.
  private var cells: [Double]
  /// What the next sum is written to.
  private var spare: [Double]
  private var start = Mass.margin
  private var count = 1
  /// The number of the first cell.
  private var offset = 0
  /// How many numbers there are in all.
  private var width = 1

  /// The chance of a number at either end that is left out.
  private let negligible: Double

  /// Makes room for sums below a bound; `share` is how much the distribution counts where several are
  /// averaged, as a part of what the one that counts most does, 0...1.
  init(below bound: Int, share: Double = 1) {
    cells = [Double](repeating: 0, count: bound + 3 * Mass.margin)
    spare = cells
    negligible = Mass.negligible / max(share, Mass.leastShare)
    restart()
  }

  /// Begins again with the number 0 and nothing else.
  mutating func restart() {
    start = Mass.margin
    count = 1
    offset = 0
    width = 1
    for place in 0...(2 * Mass.margin) { cells[place] = 0 }
    cells[start] = 1
  }

  /// Adds an independent number, whose chances stand in a row.
  mutating func add(_ row: Span<Double>) {
    width += row.count - 1
    var first = 0
    var last = row.count - 1
    while first < last, row[first] < negligible { first += 1 }
    while last > first, row[last] < negligible { last -= 1 }
    let added = last - first + 1
    let length = count + Mass.margin
    let sum = count + added - 1
    let old = cells
    var new = spare
    spare = []
    var target = new.mutableSpan
    let end = Mass.margin + sum + 2 * Mass.margin
    for place in 0..<min(end, target.count) { target[place] = 0 }
    // Four shifts at a time: each cell of the result is fetched and stored a quarter as often.
    let source = old.span
    let (zero, one) = (
      source.extracting(start..<(start + length)),
      source.extracting((start - 1)..<(start - 1 + length))
    )
    let (two, three) = (
      source.extracting((start - 2)..<(start - 2 + length)),
      source.extracting((start - 3)..<(start - 3 + length))
    )
    var shift = 0
    while shift < added {
      Kernel.addFour(
        row[first + shift],
        zero,
        shift + 1 < added ? row[first + shift + 1] : 0,
        one,
        shift + 2 < added ? row[first + shift + 2] : 0,
        two,
        shift + 3 < added ? row[first + shift + 3] : 0,
        three,
        to: &target,
        from: Mass.margin + shift
      )
      shift += 4
    }
    cells = new
    spare = old
    start = Mass.margin
    count = sum
    offset += first
    cut()
  }

  /// Leaves out what carries no mass at either end.
  private mutating func cut() {
    while count > 1, cells[start] < negligible {
      cells[start] = 0
      start += 1
      offset += 1
      count -= 1
    }
    while count > 1, cells[start + count - 1] < negligible {
      count -= 1
      cells[start + count] = 0
    }
  }

  /// The chance of every number.
  var distribution: [Double] {
    var all: [Double] = []
    all.reserveCapacity(width)
    append(to: &all)
    return all
  }

  /// Appends the chance of every number.
  func append(to row: inout [Double]) {
    row.append(contentsOf: repeatElement(0, count: offset))
    row.append(contentsOf: cells[start..<(start + count)])
    row.append(contentsOf: repeatElement(0, count: width - offset - count))
  }

  /// Zeros that stand on either side, as many as a step of `add` reaches beyond what it adds.
  private static let margin = 3
  /// What a thousand cells may miss together without moving a chance by 1e-14.
  private static let negligible = 1e-17
  /// What counts less than that is cut no further.
  private static let leastShare = 1e-9
}
