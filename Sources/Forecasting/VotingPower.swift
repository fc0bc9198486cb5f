public import Treaty

/// How much each vote counts under a rule, apart from what anybody wants.
///
/// Everybody is taken to be present and to vote yes or no. A member decides where the others carry with
/// it and do not carry without it.
public struct VotingPower: Sendable {
  /// The power of one member.
  public struct Index: Sendable, Equatable {
    /// Share of the ways in which the others can vote where the member decides, 0...1: the absolute
    /// index of Penrose and Banzhaf.
    public let decisive: Double
    /// The same as a part of what all members have together, 0...1: the index of Banzhaf.
    public let banzhaf: Double
    /// Share of the orders in which all can join where the member is the one that carries, 0...1: the
    /// index of Shapley and Shubik.
    public let shapleyShubik: Double
  }

  /// The power of each member, in the order of the scenario.
  public let members: [Index]
  /// Members that have to vote yes at least; 0 where only weights and vetoes count.
  public let needed: Int
  /// Whether weights were counted exactly, or in parts of their sum.
  public let isExact: Bool

  /// Reckons the power of delegations; nil where the rule carries everything or nothing, whoever votes
  /// how.
  public init?(by rule: VotingRule, among delegations: [Delegation]) {
    self.init(by: rule, among: delegations.map(\.weights))
  }

  /// Reckons the power of members with these weights.
  init?(by rule: VotingRule, among weights: [[Double]]) {
    let game = SimpleGame(rule, among: weights)
    let decisions = Decisions(in: game)
    let rows = game.kinds.indices.map { decisions.shares[$0] }
    let sizes = (0..<game.count).filter { size in rows.contains { $0[size] > 0 } }
    // Where the middle size decides nothing, the nearest one that does stands for 1.
    let middle = (game.count - 1) / 2
    guard
      let anchor = sizes.min(by: { ($0 - middle).magnitude < ($1 - middle).magnitude })
    else { return nil }
    let likely = VotingPower.sizes(of: game.count - 1)
    let relative = VotingPower.sizes(of: game.count - 1, relativeTo: anchor)
    let swings = rows.map { row in sizes.reduce(0) { $0 + relative[$1] * row[$1] } }
    let all = zip(game.kinds, swings).reduce(0) { $0 + Double($1.0.members.count) * $1.1 }
    var members = weights.map { _ in Index(decisive: 0, banzhaf: 0, shapleyShubik: 0) }
    for (place, kind) in game.kinds.enumerated() {
      let row = rows[place]
      let index = Index(
        decisive: sizes.reduce(0) { $0 + likely[$1] * row[$1] },
        banzhaf: swings[place] / all,
        shapleyShubik: sizes.reduce(0) { $0 + row[$1] } / Double(game.count)
      )
      for member in kind.members { members[member] = index }
    }
    self.members = members
    needed = game.needed
    isExact = game.isExact
  }

  /// Chance that so many of some members vote yes, if each does by the toss of a coin.
  private static func sizes(of count: Int) -> [Double] {
    var chances = [1.0]
    for _ in 0..<count {
      chances = zip(chances + [0], [0] + chances).map { ($0 + $1) / 2 }
    }
    return chances
  }

  /// The same as multiples of the chance of one size, which neither vanish nor overflow near it.
  private static func sizes(of count: Int, relativeTo anchor: Int) -> [Double] {
    var multiples = Array(repeating: 1.0, count: count + 1)
    for size in (anchor + 1)..<max(anchor + 1, count + 1) {
      multiples[size] = multiples[size - 1] * Double(count - size + 1) / Double(size)
    }
    for size in (0..<anchor).reversed() {
      multiples[size] = multiples[size + 1] * Double(size + 1) / Double(count - size)
    }
    return multiples
  }

  /// Whether all members have the same power.
  public var isEqual: Bool {
    members.allSatisfy { $0 == members[0] }
  }
}

/// Where each kind of member decides, as shares of the coalitions of the others of each size.
private struct Decisions {
  /// The share of coalitions that are joined by a member with that effect, by kind and size, 0...1.
  private(set) var shares: [[Double]]
  private let game: SimpleGame
  /// Members with a veto, and where their weights alone lead.
  private let vetoes: Int
  private let base: Int
  /// Tables that are not in use.
  private var pool: [Coalitions] = []

  init(in game: SimpleGame) {
    self.game = game
    shares = game.kinds.map { _ in Array(repeating: 0, count: game.count) }
    let holders = game.kinds.filter(\.hasVeto)
    vetoes = holders.reduce(0) { $0 + $1.members.count }
    base = holders.reduce(0) { $0 + $1.members.count * $1.step }
    guard let first = game.suffices.firstIndex(of: 1) else { return }
    let last = game.suffices.lastIndex(of: 0) ?? -1
    let free = game.kinds.indices.filter { !game.kinds[$0].hasVeto }
    let members = game.count - vetoes
    let reach = game.suffices.count - 1 - base
    if !free.isEmpty {
      let goal = Coalitions.Goal(
        members: members - 1,
        reach: reach,
        size: game.needed - 1 - vetoes,
        place: first - base,
        lastPlace: last - base
      )
      divide(free[...], others: Coalitions(towards: goal))
    }
    guard vetoes > 0 else { return }
    let goal = Coalitions.Goal(
      members: members,
      reach: reach,
      size: game.needed - vetoes,
      place: first - base,
      lastPlace: reach
    )
    var everybody = Coalitions(towards: goal)
    for kind in free { everybody.add(game.kinds[kind].members.count, step: game.kinds[kind].step) }
    for place in game.kinds.indices where game.kinds[place].hasVeto {
      take(holder: place, others: everybody)
    }
  }

  /// Leaves out one kind after another: each half is joined to the others before the other half is
  /// taken apart, so that members are added a few times each and never taken out.
  private mutating func divide(_ kinds: ArraySlice<Int>, others: Coalitions) {
    guard kinds.count > 1, let first = kinds.first else {
      if let kind = kinds.first { take(kind, others: others) }
      return
    }
    let size = kinds.reduce(0) { $0 + game.kinds[$1].members.count }
    var (middle, left) = (kinds.startIndex + 1, game.kinds[first].members.count)
    while middle < kinds.endIndex - 1, 2 * left < size {
      left += game.kinds[kinds[middle]].members.count
      middle += 1
    }
    for (part, rest) in [
      (kinds[..<middle], kinds[middle...]), (kinds[middle...], kinds[..<middle]),
    ] {
      var joined = copy(of: others)
      for kind in rest { joined.add(game.kinds[kind].members.count, step: game.kinds[kind].step) }
      divide(part, others: joined)
      pool.append(joined)
    }
  }

  /// A table with the same in it, in cells that are used again.
  private mutating func copy(of others: Coalitions) -> Coalitions {
    var table = pool.popLast() ?? others
    table.become(others)
    return table
  }

  /// Where a member without a veto decides: its step carries what did not suffice, all vetoes being in.
  private mutating func take(_ place: Int, others: Coalitions) {
    let kind = game.kinds[place]
    var others = copy(of: others)
    defer { pool.append(others) }
    others.add(kind.members.count - 1, step: kind.step)
    let reach = others.reach
    let with = (0...reach).map { game.suffices[$0 + base + kind.step] }
    let only = (0...reach).map { with[$0] - game.suffices[$0 + base] }
    for size in 0...others.count where size + vetoes + 1 >= game.needed {
      let decides = size + vetoes + 1 == game.needed ? with : only
      shares[place][size + vetoes] =
        others.mean(of: decides, size: size)
        * chanceThatAllAreIn(vetoes, of: others.count, size: size)
    }
  }

  /// Where a member with a veto decides: wherever anything is carried.
  private mutating func take(holder place: Int, others: Coalitions) {
    let suffices = (0...others.reach).map { game.suffices[$0 + base] }
    for size in 0...others.count where size + vetoes >= game.needed {
      shares[place][size + vetoes - 1] =
        others.mean(of: suffices, size: size)
        * chanceThatAllAreIn(vetoes - 1, of: others.count, size: size)
    }
  }

  /// Share of the coalitions among some members and some holders that have all holders in them, for
  /// coalitions with `size` of the members.
  private func chanceThatAllAreIn(_ holders: Int, of members: Int, size: Int) -> Double {
    (0..<holders).reduce(1) { $0 * Double(size + $1 + 1) / Double(members + $1 + 1) }
  }
}
