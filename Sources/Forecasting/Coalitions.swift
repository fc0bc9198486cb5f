/// What the weights of a coalition sum to, by its size, where all coalitions of a size among some
/// members are equally likely.
///
/// Chances within a size, in place of counts, so that nothing overflows in a room of any size; and
/// members are only ever added, never taken out again, so that no digits are lost.
struct Coalitions {
  /// What will be asked once everybody has joined; what cannot lead there is not worked out.
  struct Goal {
    /// How many will have joined, and what all their steps sum to.
    let members: Int
    let reach: Int
    /// The first size and the first place that matter then.
    let size: Int
    let place: Int
    /// The last place that matters for larger sizes than that.
    let lastPlace: Int
  }

  /// Members among whom coalitions are formed.
  private(set) var count = 0
  /// The largest place that a coalition reaches.
  private(set) var reach = 0
  private let goal: Goal
  /// Places in a row.
  private let width: Int
  /// A row of chances for each size, after two rows of zeros for what would have a size below 0.
  private var chances: [Double]

  /// Starts with nobody.
  init(towards goal: Goal) {
    self.goal = goal
    width = goal.reach + 1
    chances = Array(repeating: 0, count: (goal.members + 3) * width)
    chances[2 * width] = 1
  }

  /// Lets some more members join, each of whom adds so much.
  mutating func add(_ members: Int, step: Int) {
    for _ in 0..<members { add(step) }
  }

  /// What coalitions of a size are worth on average, given what each place up to `reach` is worth.
  func mean(of worth: [Double], size: Int) -> Double {
    let start = (size + 2) * width
    return Kernel.product(chances.span.extracting(start..<(start + reach + 1)), worth.span)
  }

  /// Becomes others on the way to the same goal; only what can still matter is copied.
  mutating func become(_ others: Coalitions) {
    count = others.count
    reach = others.reach
    // One row more than matters, for its empty end is read.
    let (width, first, lowest, highest) = (width, firstPlace, lowestSize - 1, goal.members)
    guard first < width, lowest <= highest else { return }
    let source = others.chances.span
    var target = chances.mutableSpan
    for size in lowest...highest {
      let start = (size + 2) * width
      for place in (start + first)..<(start + width) { target[place] = source[place] }
    }
  }

  /// The first size from which the goal can be reached, and the first place.
  private var lowestSize: Int { max(0, goal.size - (goal.members - count)) }
  private var firstPlace: Int { max(0, goal.place - (goal.reach - reach)) }

  private mutating func add(_ step: Int) {
    precondition(count < goal.members && reach + step < width, "there is a place for each member")
    count += 1
    reach += step
    let (count, reach, width, goal) = (count, reach, width, goal)
    let (lowest, first) = (lowestSize, firstPlace)
    guard lowest <= count else { return }
    var cells = chances.mutableSpan
    // From the largest size down, so that the row below is still as it was.
    for size in (lowest...count).reversed() {
      let last = size > goal.size ? min(reach, goal.lastPlace) : reach
      guard first <= last else { continue }
      // Of the coalitions of this size, size/count have the new member. What lies before a row is the
      // end of the row below, which is empty as far as the step goes.
      let joined = Double(size) / Double(count)
      let start = (size + 2) * width + first
      Kernel.blend(
        1 - joined,
        at: start,
        joined,
        at: start - width - step,
        length: last - first + 1,
        in: &cells
      )
    }
  }
}
