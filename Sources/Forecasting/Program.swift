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
  let isOneUpOnly: Bool

  /// Takes what a count is for some voters.
  init(of count: Count, among voters: [Int]) {
    rises = voters.map { count.rises[$0] }
    fall = count.fall
    width = count.width(of: voters)
    margin = rises.reduce(fall) { max($0, $1) }
    isOneUpOnly = fall == 0 && rises.allSatisfy { $0 == 1 }
  }

  /// The chances that each voter raises, lowers or leaves the number, or something else about them.
  struct Moves<Number> {
    var up: [Number]
    var down: [Number]
    var stay: [Number]
  }

  /// The chance of each number, from the lowest up.
  func distribution(of moves: Moves<Double>) -> [Double] {
    if isOneUpOnly { return distributionOfOneUp(moves) }
    var row = beginning(impossible: 0.0, certain: 1.0)
    var next = [Double](repeating: 0, count: row.count)
    var reach = reachAtBeginning
    for voter in rises.indices {
      step(voter, moves, from: row, into: &next, over: &reach)
      swap(&row, &next)
    }
    return Array(row[margin..<(margin + width)])
  }

  /// The same for a plain count, which needs no second row.
  private func distributionOfOneUp(_ moves: Moves<Double>) -> [Double] {
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

  /// Nobody has voted: the number is 0 for certain.
  func beginning<Number>(impossible zero: Number, certain one: Number) -> [Number] {
    var row = [Number](repeating: zero, count: width + 2 * margin)
    row[margin + fall * rises.count] = one
    return row
  }

  /// Where the number stands then.
  var reachAtBeginning: ClosedRange<Int> {
    let zero = margin + fall * rises.count
    return zero...zero
  }

  /// Adds a voter: each number is reached from the one below, from itself or from the one above.
  @inline(__always)
  private func step(
    _ voter: Int,
    _ moves: Moves<Double>,
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
