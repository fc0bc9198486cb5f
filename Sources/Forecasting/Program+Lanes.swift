extension Program {
  /// Writes the chance of each number, from the lowest up, at several sums at once.
  func write(_ moves: Moves<Lanes>, to target: inout [Lanes], from start: Int) {
    if isOneUpOnly { return writeOneUp(moves, to: &target, from: start) }
    var row = beginning(impossible: Lanes.zero, certain: Lanes(repeating: 1))
    var next = [Lanes](repeating: .zero, count: row.count)
    var reach = reachAtBeginning
    for voter in rises.indices {
      var cells = next.mutableSpan
      step(voter, moves, from: row.span, into: &cells, over: &reach)
      swap(&row, &next)
    }
    for place in reach { target[start + place - margin] = row[place] }
  }

  /// The same for a plain count, which needs no row of its own; the target is 0.
  private func writeOneUp(_ moves: Moves<Lanes>, to target: inout [Lanes], from start: Int) {
    let up = moves.up.span
    let stay = moves.stay.span
    var cells = target.mutableSpan
    precondition(start >= 0 && start + width <= cells.count)
    cells[start] = Lanes(repeating: 1)
    var first = 0
    if up.count % 2 == 1 {
      cells[start] = stay[0]
      cells[start + 1] = up[0]
      first = 1
    }
    // Two voters at a time: their ballots add 0, 1 or 2.
    for voter in stride(from: first, to: up.count, by: 2) {
      let none = stay[voter] * stay[voter + 1]
      let one = up[voter] * stay[voter + 1] + stay[voter] * up[voter + 1]
      let both = up[voter] * up[voter + 1]
      var below = Lanes.zero
      var farBelow = Lanes.zero
      for number in 0..<(voter + 3) {
        let cell = cells[start &+ number]
        let raised: Lanes = one * below + both * farBelow
        cells[start &+ number] = none * cell + raised
        farBelow = below
        below = cell
      }
    }
  }

  /// How a worth of numbers, averaged over the distribution, rises with each voter's chances, at
  /// several sums at once.
  func slopes(of moves: Moves<Lanes>, worth: Span<Lanes>) -> Moves<Lanes> {
    let length = width + 2 * margin
    let voters = rises.count
    // The rows before each voter, margins included.
    var history = [Lanes](repeating: .zero, count: voters * length)
    var row = beginning(impossible: Lanes.zero, certain: Lanes(repeating: 1))
    var next = [Lanes](repeating: .zero, count: length)
    var reach = reachAtBeginning
    var reaches: [ClosedRange<Int>] = []
    for voter in rises.indices {
      reaches.append(reach)
      var rows = history.mutableSpan
      for place in reach { rows[voter * length + place] = row[place] }
      var target = next.mutableSpan
      step(voter, moves, from: row.span, into: &target, over: &reach)
      swap(&row, &next)
    }
    var later = [Lanes](repeating: .zero, count: length)
    for place in 0..<width { later[margin + place] = worth[place] }
    let none = [Lanes](repeating: .zero, count: voters)
    var slopes = Moves(up: none, down: none, stay: none)
    for voter in rises.indices.reversed() {
      let rise = rises[voter]
      let reach = reaches[voter]
      let (low, high) = (reach.lowerBound, reach.upperBound)
      let (up, stay) = (moves.up[voter], moves.stay[voter])
      let down = fall == 0 ? Lanes.zero : moves.down[voter]
      var (upSum, staySum, downSum) = (Lanes.zero, Lanes.zero, Lanes.zero)
      // What a row that can be reached is worth suffices: no other counts.
      var earlier = next
      next = []
      do {
        let before = history.span.extracting((voter * length + low)..<(voter * length + high + 1))
        let worths = later.span
        let same = worths.extracting(reach)
        let raised = worths.extracting((low + rise)..<(high + rise + 1))
        let lowered = worths.extracting((low - fall)..<(high - fall + 1))
        var target = earlier.mutableSpan
        precondition(low >= 0 && high < target.count)
        for place in 0..<reach.count {
          let chance = before[place]
          upSum += chance * raised[place]
          staySum += chance * same[place]
          downSum += chance * lowered[place]
          let moved: Lanes = up * raised[place] + stay * same[place]
          target[low &+ place] = moved + down * lowered[place]
        }
      }
      slopes.up[voter] = upSum
      slopes.stay[voter] = staySum
      slopes.down[voter] = downSum
      next = later
      later = earlier
    }
    return slopes
  }

  /// Adds a voter: each number is reached from the one below, from itself or from the one above.
  @inline(__always)
  private func step(
    _ voter: Int,
    _ moves: Moves<Lanes>,
    from row: Span<Lanes>,
    into next: inout MutableSpan<Lanes>,
    over reach: inout ClosedRange<Int>
  ) {
    let rise = rises[voter]
    let low = reach.lowerBound - fall
    let high = reach.upperBound + rise
    reach = low...high
    let (up, stay) = (moves.up[voter], moves.stay[voter])
    let down = fall == 0 ? Lanes.zero : moves.down[voter]
    let raised = row.extracting((low - rise)..<(high - rise + 1))
    let kept = row.extracting(low..<(high + 1))
    precondition(low >= 0 && high < next.count)
    if fall == 0 {
      for place in 0..<(high - low + 1) {
        next[low &+ place] = up * raised[place] + stay * kept[place]
      }
    } else {
      let lowered = row.extracting((low + fall)..<(high + fall + 1))
      for place in 0..<(high - low + 1) {
        let moved: Lanes = up * raised[place] + stay * kept[place]
        next[low &+ place] = moved + down * lowered[place]
      }
    }
  }
}
