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
  private var negligible = Mass.negligible

  /// Makes room for sums below a bound, and begins with the number 0.
  init(below bound: Int) {
    cells = [Double](repeating: 0, count: bound + 3 * Mass.margin)
    spare = cells
    cells[start] = 1
  }

  /// Says how much what follows counts where several distributions are averaged, as a part of what the
  /// one that counts most does, 0...1.
  mutating func count(as share: Double) {
    negligible = Mass.negligible / max(share, Mass.leastShare)
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
    let sum = count + added - 1
    let old = cells
    var new = spare
    (cells, spare) = ([], [])
    Mass.convolve(
      old.span.extracting((start - Mass.margin)..<(start + count + Mass.margin)),
      with: row.extracting(first..<(last + 1)),
      into: &new
    )
    spare = consume old
    cells = consume new
    start = Mass.margin
    count = sum
    offset += first
    cut()
  }

  /// Writes the convolution of numbers between margins of zeros with some more, between such margins.
  private static func convolve(
    _ source: Span<Double>,
    with row: Span<Double>,
    into new: inout [Double]
  ) {
    var target = new.mutableSpan
    let end = source.count + row.count + margin - 1
    precondition(end <= target.count)
    for place in 0..<end { target[place] = 0 }
    // Eight shifts at a time: each cell of the result is fetched and stored an eighth as often.
    var shift = 0
    while row.count - shift > 4 {
      Kernel.addShifted(
        Lanes(row, from: shift, orElse: 0),
        Lanes(row, from: shift + 4, orElse: 0),
        source,
        to: &target,
        from: margin + shift
      )
      shift += 8
    }
    guard shift < row.count else { return }
    let rest = Lanes(row, from: shift, orElse: 0)
    let length = source.count - margin - 4
    Kernel.addFour(
      rest[0],
      source.extracting(margin..<(margin + length)),
      rest[1],
      source.extracting((margin - 1)..<(margin - 1 + length)),
      rest[2],
      source.extracting((margin - 2)..<(margin - 2 + length)),
      rest[3],
      source.extracting((margin - 3)..<(margin - 3 + length)),
      to: &target,
      from: margin + shift
    )
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
  private static let margin = 7
  /// What a thousand cells may miss together without moving a chance by 1e-11.
  private static let negligible = 1e-14
  /// What counts less than that is cut no further.
  private static let leastShare = 1e-9
}
