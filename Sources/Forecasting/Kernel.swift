/// The inner loops: short, without branches, over spans whose lengths are known to match.
enum Kernel {
  /// Adds a multiple of one row to another, from a place of the other on.
  @inline(__always)
  static func add(
    _ scale: Double,
    _ row: Span<Double>,
    to target: inout MutableSpan<Double>,
    from start: Int = 0
  ) {
    let length = row.count
    precondition(start >= 0 && start <= target.count - length)
    for place in 0..<length {
      target[start &+ place] += scale * row[place]
    }
  }

  /// The sum of products of two rows.
  static func product(_ left: Span<Double>, _ right: Span<Double>) -> Double {
    let length = left.count
    precondition(right.count == length)
    // Four sums side by side, so that none waits for another.
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var place = 0
    while place <= length - 4 {
      first += left[place] * right[place]
      second += left[place + 1] * right[place + 1]
      third += left[place + 2] * right[place + 2]
      fourth += left[place + 3] * right[place + 3]
      place += 4
    }
    while place < length {
      first += left[place] * right[place]
      place += 1
    }
    return (first + second) + (third + fourth)
  }

  /// A weighted sum of two rows, written from a place of the target on.
  @inline(__always)
  static func combine(
    _ first: Double,
    _ firstRow: Span<Double>,
    _ second: Double,
    _ secondRow: Span<Double>,
    into target: inout MutableSpan<Double>,
    from start: Int
  ) {
    let length = firstRow.count
    precondition(secondRow.count == length)
    precondition(start >= 0 && start <= target.count - length)
    for place in 0..<length {
      target[start &+ place] = first * firstRow[place] + second * secondRow[place]
    }
  }

  /// A weighted sum of three rows, written from a place of the target on.
  @inline(__always)
  static func combine(
    _ first: Double,
    _ firstRow: Span<Double>,
    _ second: Double,
    _ secondRow: Span<Double>,
    _ third: Double,
    _ thirdRow: Span<Double>,
    into target: inout MutableSpan<Double>,
    from start: Int
  ) {
    let length = firstRow.count
    precondition(secondRow.count == length && thirdRow.count == length)
    precondition(start >= 0 && start <= target.count - length)
    for place in 0..<length {
      target[start &+ place] =
        first * firstRow[place] + second * secondRow[place] + third * thirdRow[place]
    }
  }

  /// A weighted sum of two parts of a row that do not overlap, written over the first of them.
  @inline(__always)
  static func blend(
    _ first: Double,
    at start: Int,
    _ second: Double,
    at other: Int,
    length: Int,
    in row: inout MutableSpan<Double>
  ) {
    precondition(other >= 0 && other <= start - length && start <= row.count - length)
    for place in 0..<length {
      row[start &+ place] = first * row[start &+ place] + second * row[other &+ place]
    }
  }

  /// The distribution of the sum of two independent numbers.
  static func convolve(_ left: Span<Double>, _ right: Span<Double>) -> [Double] {
    if right.count > left.count { return convolve(right, left) }
    // Four shifts at a time: each cell of the result is fetched and stored a quarter as often.
    let length = left.count + 3
    var padded = [Double](repeating: 0, count: length + 3)
    var paddedCells = padded.mutableSpan
    add(1, left, to: &paddedCells, from: 3)
    let source = padded.span
    var result = [Double](repeating: 0, count: length + (right.count + 3) / 4 * 4)
    var target = result.mutableSpan
    var shift = 0
    while shift < right.count {
      addFour(
        right[shift],
        source.extracting(3..<(3 + length)),
        shift + 1 < right.count ? right[shift + 1] : 0,
        source.extracting(2..<(2 + length)),
        shift + 2 < right.count ? right[shift + 2] : 0,
        source.extracting(1..<(1 + length)),
        shift + 3 < right.count ? right[shift + 3] : 0,
        source.extracting(0..<length),
        to: &target,
        from: shift
      )
      shift += 4
    }
    return Array(result.prefix(left.count + right.count - 1))
  }

  /// What a sum is worth on average as a function of one summand: for each number, the expectation
  /// of `worth` at that number plus one drawn from `row`.
  static func correlate(_ worth: Span<Double>, with row: Span<Double>) -> [Double] {
    let length = worth.count - row.count + 1
    var result = [Double](repeating: 0, count: length)
    var target = result.mutableSpan
    for shift in 0..<row.count where row[shift] != 0 {
      add(row[shift], worth.extracting(shift..<(shift + length)), to: &target)
    }
    return result
  }

  /// Adds multiples of four rows to another, from a place of the other on.
  @inline(__always)
  static func addFour(
    _ first: Double,
    _ firstRow: Span<Double>,
    _ second: Double,
    _ secondRow: Span<Double>,
    _ third: Double,
    _ thirdRow: Span<Double>,
    _ fourth: Double,
    _ fourthRow: Span<Double>,
    to target: inout MutableSpan<Double>,
    from start: Int
  ) {
    let length = firstRow.count
    precondition(secondRow.count == length && thirdRow.count == length)
    precondition(fourthRow.count == length)
    precondition(start >= 0 && start <= target.count - length)
    for place in 0..<length {
      target[start &+ place] +=
        (first * firstRow[place] + second * secondRow[place])
        + (third * thirdRow[place] + fourth * fourthRow[place])
    }
  }

  /// Adds multiples of eight shifts of a row to another, from a place of the other on: of the row as it
  /// is from its eighth cell on, and so on down to that from its first.
  @inline(__always)
  static func addShifted(
    _ first: Lanes,
    _ second: Lanes,
    _ row: Span<Double>,
    to target: inout MutableSpan<Double>,
    from start: Int
  ) {
    addEight(first, second, row, from: 7, apart: -1, count: row.count - 7, to: &target, from: start)
  }

  /// Adds multiples of eight parts of a row, as far apart as told, to another row, from a place of the
  /// other on.
  @inline(__always)
  static func addEight(
    _ scales: Lanes,
    _ more: Lanes,
    _ row: Span<Double>,
    from begin: Int,
    apart: Int,
    count length: Int,
    to target: inout MutableSpan<Double>,
    from start: Int
  ) {
    precondition(length >= 0 && start >= 0 && start <= target.count - length)
    func part(_ number: Int) -> Range<Int> {
      (begin + number * apart)..<(begin + number * apart + length)
    }
    let (a, b, c, d) = (scales[0], scales[1], scales[2], scales[3])
    let (e, f, g, h) = (more[0], more[1], more[2], more[3])
    let (row0, row1) = (row.extracting(part(0)), row.extracting(part(1)))
    let (row2, row3) = (row.extracting(part(2)), row.extracting(part(3)))
    let (row4, row5) = (row.extracting(part(4)), row.extracting(part(5)))
    let (row6, row7) = (row.extracting(part(6)), row.extracting(part(7)))
    for place in 0..<length {
      let low: Double = (a * row0[place] + b * row1[place]) + (c * row2[place] + d * row3[place])
      let high: Double = (e * row4[place] + f * row5[place]) + (g * row6[place] + h * row7[place])
      target[start &+ place] += low + high
    }
  }
}
