/// The dynamic program for a count: voters are added one by one to the distribution of the number.
struct Program {
  /// By how much each voter's one ballot raises the number.
  let rises: [Int]
  /// By how much its other ballot lowers it.
  let fall: Int
  /// How many numbers there are, from the lowest up.
  let width: Int
  /// Room on both sides of a row, so that a shifted row stays within bounds.
  let margin: Int
  /// Whether each voter adds one or nothing.
  private let isOneUpOnly: Bool

  /// Takes what a count is for some voters.
  init(of count: Count, among voters: [Int]) {
    rises = voters.map { count.rises[$0] }
    fall = count.fall
    width = count.width(of: voters)
    margin = rises.reduce(fall) { max($0, $1) }
    isOneUpOnly = fall == 0 && rises.allSatisfy { $0 == 1 }
  }

  /// The chances that each voter raises, lowers or leaves the number.
  struct Moves {
    var up: [Double]
    var down: [Double]
    var stay: [Double]
  }

  /// The chance of each number, from the lowest up.
  func distribution(of moves: Moves) -> [Double] {
    if isOneUpOnly { return distributionOfOneUp(moves) }
    var row = beginning
    var next = [Double](repeating: 0, count: row.count)
    var reach = reachAtBeginning
    for voter in rises.indices {
      step(voter, moves, from: row, into: &next, over: &reach)
      swap(&row, &next)
    }
    return Array(row[margin..<(margin + width)])
  }

  /// The same for a plain count, which needs no second row.
  private func distributionOfOneUp(_ moves: Moves) -> [Double] {
    var row = [Double](repeating: 0, count: width)
    row[0] = 1
    let up = moves.up.span
    let stay = moves.stay.span
    var cells = row.mutableSpan
    var first = 0
    if up.count % 2 == 1 {
      cells[0] = stay[0]
      cells[1] = up[0]
      first = 1
    }
    // Two voters at a time: their ballots add 0, 1 or 2.
    for voter in stride(from: first, to: up.count, by: 2) {
      let none = stay[voter] * stay[voter + 1]
      let one = up[voter] * stay[voter + 1] + stay[voter] * up[voter + 1]
      let both = up[voter] * up[voter + 1]
      var below = 0.0
      var farBelow = 0.0
      for number in 0..<(voter + 3) {
        let cell = cells[number]
        cells[number] = none * cell + (one * below + both * farBelow)
        farBelow = below
        below = cell
      }
    }
    return row
  }

  /// The rows before each voter, margins included.
  func history(of moves: Moves) -> [[Double]] {
    var rows = [beginning]
    var reach = reachAtBeginning
    for voter in rises.indices {
      var next = [Double](repeating: 0, count: beginning.count)
      step(voter, moves, from: rows[voter], into: &next, over: &reach)
      rows.append(next)
    }
    return rows
  }

  /// How a worth of numbers, averaged over the distribution, rises with each voter's chances.
  func slopes(of moves: Moves, worth: Span<Double>) -> Moves {
    let rows = history(of: moves)
    let voters = rises.count
    var later = [Double](repeating: 0, count: width + 2 * margin)
    for place in 0..<width {
      later[margin + place] = worth[place]
    }
    let none = [Double](repeating: 0, count: voters)
    var slopes = Moves(up: none, down: none, stay: none)
    for voter in rises.indices.reversed() {
      let rise = rises[voter]
      let before = rows[voter]
      let after = later
      let row = before.span.extracting(margin..<(margin + width))
      let raised = after.span.extracting((margin + rise)..<(margin + rise + width))
      let kept = after.span.extracting(margin..<(margin + width))
      let lowered = after.span.extracting((margin - fall)..<(margin - fall + width))
      slopes.up[voter] = Kernel.product(row, raised)
      slopes.stay[voter] = Kernel.product(row, kept)
      slopes.down[voter] = Kernel.product(row, lowered)
      later = [Double](repeating: 0, count: width + 2 * margin)
      var target = later.mutableSpan
      Kernel.combine(
        moves.up[voter],
        raised,
        moves.stay[voter],
        kept,
        moves.down[voter],
        lowered,
        into: &target,
        from: margin
      )
    }
    return slopes
  }

  /// Nobody has voted: the number is 0 for certain.
  private var beginning: [Double] {
    var row = [Double](repeating: 0, count: width + 2 * margin)
    row[margin + fall * rises.count] = 1
    return row
  }

  private var reachAtBeginning: ClosedRange<Int> {
    let zero = margin + fall * rises.count
    return zero...zero
  }

  /// Adds a voter: each number is reached from the one below, from itself or from the one above.
  @inline(__always)
  private func step(
    _ voter: Int,
    _ moves: Moves,
    from row: borrowing [Double],
    into next: inout [Double],
    over reach: inout ClosedRange<Int>
  ) {
    let rise = rises[voter]
    let low = reach.lowerBound - fall
    let high = reach.upperBound + rise
    reach = low...high
    let raised = row.span.extracting((low - rise)..<(high - rise + 1))
    let kept = row.span.extracting(low..<(high + 1))
    var target = next.mutableSpan
    if fall == 0 {
      Kernel.combine(
        moves.up[voter],
        raised,
        moves.stay[voter],
        kept,
        into: &target,
        from: low
      )
    } else {
      let lowered = row.span.extracting((low + fall)..<(high + fall + 1))
      Kernel.combine(
        moves.up[voter],
        raised,
        moves.stay[voter],
        kept,
        moves.down[voter],
        lowered,
        into: &target,
        from: low
      )
    }
  }
}
