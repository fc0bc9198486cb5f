import Treaty

/// A rule as a simple game: everybody is present and votes yes or no, so that a coalition of those who
/// vote yes carries the decision or does not.
struct SimpleGame {
  /// Members that the rule does not tell apart.
  struct Kind {
    /// Who they are, in the order of the scenario.
    var members: [Int]
    /// What the weights of one of them add to the place of a coalition in `suffices`.
    let step: Int
    /// Whether nothing is carried against one of them.
    let hasVeto: Bool
  }

  /// How many members there are.
  let count: Int
  /// The members by kind, in the order of the first of each.
  let kinds: [Kind]
  /// Members that have to vote yes.
  let needed: Int
  /// Whether the weights of a coalition suffice, 1 or 0, by the place that they sum to.
  let suffices: [Double]
  /// Whether weights count exactly, or in parts of their sum.
  let isExact: Bool

  /// Translates a rule for members with these weights, in the order of the names of weights.
  init(_ rule: VotingRule, among weights: [[Double]]) {
    let count = weights.count
    switch rule {
    case .simpleMajority, .absoluteMajority: self.init(needed: count / 2 + 1, of: count)
    case .twoThirds: self.init(needed: max(1, (2 * count + 2) / 3), of: count)
    case .consensus: self.init(needed: count, of: count)
    case .all(let conditions): self.init(all: conditions, among: weights)
    }
  }

  /// So many members, whoever they are.
  private init(needed: Int, of count: Int) {
    self.init(needed: needed, steps: Array(repeating: 0, count: count))
  }

  /// Several conditions at once: the weights that quotas name get a digit each in one number.
  private init(all conditions: [VotingRule.Condition], among weights: [[Double]]) {
    var needed = 0
    var vetoes = weights.map { _ in false }
    var shares: [(share: Double, weight: Int)] = []
    for condition in conditions {
      switch condition {
      case .members(let least): needed = max(needed, least)
      case .share(let share, let weight): shares.append((share, weight))
      case .veto(let members): for member in members { vetoes[member] = true }
      }
    }
    let limit = SimpleGame.finest(among: weights.count, weights: shares.count)
    var isExact = true
    var steps = weights.map { _ in 0 }
    var digits: [(place: Int, base: Int, least: Int)] = []
    var place = 1
    for (share, weight) in shares {
      let column = weights.map { $0[weight] }
      let units = Units.of(column, atMost: limit)
      isExact = isExact && (Units.exact(column, atMost: limit) != nil)
      let total = units.reduce(0, +)
      for member in steps.indices { steps[member] += place * units[member] }
      digits.append((place, total + 1, Units.least(share: share, of: total)))
      place *= total + 1
    }
    let suffices = (0..<place).map { sum in
      digits.allSatisfy { sum / $0.place % $0.base >= $0.least } ? 1.0 : 0
    }
    self.init(
      needed: needed,
      steps: steps,
      vetoes: vetoes,
      suffices: suffices,
      isExact: isExact
    )
  }

  private init(
    needed: Int,
    steps: [Int],
    vetoes: [Bool]? = nil,
    suffices: [Double] = [1],
    isExact: Bool = true
  ) {
    count = steps.count
    self.needed = needed
    self.suffices = suffices
    self.isExact = isExact
    var kinds: [Kind] = []
    for member in steps.indices {
      let hasVeto = vetoes?[member] ?? false
      let known = kinds.firstIndex { $0.step == steps[member] && $0.hasVeto == hasVeto }
      if let known {
        kinds[known].members.append(member)
      } else {
        kinds.append(Kind(members: [member], step: steps[member], hasVeto: hasVeto))
      }
    }
    self.kinds = kinds
  }

  /// The parts of its sum in which a weight is counted at most.
  ///
  /// At least thousandths of one weight, and finer in small rooms. Those of several weights multiply,
  /// and have to be coarser.
  private static func finest(among count: Int, weights: Int) -> Int {
    guard weights > 1 else { return min(max(1_000, work / (count * count)), widest) }
    let sums = min(cells / count, widest)
    return (1...1_000).last { parts in
      (0..<weights).reduce(1) { product, _ in min(product * parts, sums + 1) } <= sums
    } ?? 1
  }

  /// What a table for one weight may cost, as members squared times sums: some hundredths of a second.
  private static let work = 40_000_000
  /// Sizes times sums of a table for several weights: some megabytes.
  private static let cells = 4_000_000
  /// Sums that a table tells apart at most.
  private static let widest = 100_000
}
