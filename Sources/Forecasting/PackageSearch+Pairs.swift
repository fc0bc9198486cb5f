/// Changes that are alike, taken together.
private struct Flock {
  /// The changes, as places in `ChangeTable.options`.
  let members: [Int]
  /// What is no worse than any of them for anybody.
  let join: ChangeTable.Sum
  /// The clause, where all are of one.
  let clause: Int?

  init(_ members: [Int], in table: ChangeTable) {
    self.members = members
    let options = members.map { table.options[$0] }
    join = options.dropFirst().reduce(options[0].added) { $0.joined(with: $1.added) }
    clause = options.allSatisfy { $0.clause == options[0].clause } ? options[0].clause : nil
  }

  /// Two flocks, each around one of the two members that differ most from the middle and from each other; nil for one member.
  func split(in table: ChangeTable) -> (Flock, Flock)? {
    guard members.count > 1 else { return nil }
    func distance(_ one: Int, _ other: Int) -> Double {
      zip(table.options[one].added.gains, table.options[other].added.gains).reduce(0) {
        $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
      }
    }
    func furthest(from one: Int) -> Int {
      var far = (member: one, distance: -1.0)
      for member in members where member != one {
        let distance = distance(one, member)
        if distance > far.distance { far = (member, distance) }
      }
      return far.member
    }
    let first = furthest(from: members[0])
    let second = furthest(from: first)
    let near = members.filter {
      $0 == first || $0 != second && distance($0, first) < distance($0, second)
    }
    let rest = members.filter { !near.contains($0) }
    return (Flock(near, in: table), Flock(rest, in: table))
  }
}

extension PackageSearch {
  /// Looks at all pairs of changes and returns what none of them, and no single change, exceeds.
  ///
  /// Flocks of changes that are alike are looked at together: what is no worse than any of them for anybody has no lesser
  /// chance than any, so that where it stays below the best pair, all pairs of two flocks are out. If that takes too long,
  /// what is left has the bound that is returned.
  mutating func boundPairs() -> Double {
    let single = best(of: 1).chance
    guard !table.options.isEmpty else { return single }
    countPromisingPairs()
    var best = best(ofQuick: 2)
    var flocks = [Flock(Array(table.options.indices), in: table)]
    var halves: [Int: (Int, Int)] = [:]
    /// Pairs of flocks that are not out, with the chance that none of their pairs exceeds.
    var open = [(first: 0, second: 0, bound: 1.0)]
    var looks = 0
    while let top = open.indices.max(by: { (open[$0].bound, $1) < (open[$1].bound, $0) }) {
      let pair = open[top]
      guard pair.bound > best else { break }
      guard looks < PackageSearch.mostLooks else { return pair.bound + ChangeTable.looseness }
      open.remove(at: top)
      let splitsFirst = flocks[pair.first].members.count >= flocks[pair.second].members.count
      let place = splitsFirst ? pair.first : pair.second
      if halves[place] == nil, let (near, far) = flocks[place].split(in: table) {
        halves[place] = (flocks.count, flocks.count + 1)
        flocks += [near, far]
      }
      guard let (near, far) = halves[place] else { continue }
      let other = splitsFirst ? pair.second : pair.first
      let next =
        pair.first == pair.second
        ? [(near, near), (near, far), (far, far)] : [(near, other), (far, other)]
      for (first, second) in next {
        let (one, two) = (flocks[first], flocks[second])
        if let clause = one.clause, clause == two.clause { continue }
        looks += 1
        if one.members.count == 1, two.members.count == 1 {
          best = max(best, count([one.members[0], two.members[0]].sorted()))
        } else {
          let bound = min(pair.bound, table.quickChance(of: table.now + one.join + two.join))
          if bound > best { open.append((first, second, bound)) }
        }
      }
    }
    return max(best, single) + ChangeTable.looseness / 2
  }

  /// Counts the pairs that promise most, so that there is something for others to stay below.
  private mutating func countPromisingPairs() {
    let promises = promises
    let ranked = table.options.indices.sorted { (promises[$1], $0) < (promises[$0], $1) }
      .prefix(PackageSearch.promising)
    for (place, one) in ranked.enumerated() {
      for other in ranked.dropFirst(place + 1)
      where table.options[one].clause != table.options[other].clause {
        count([one, other].sorted())
      }
    }
  }

  /// The best chance that was counted of up to so many changes.
  private func best(ofQuick most: Int) -> Double {
    counted.filter { $0.choice.count <= most }.map(\.chance).max() ?? 0
  }

  /// Single changes of which all pairs are counted first.
  private static let promising = 9
  /// Pairs of flocks that are looked at before the bound is left as it is; as many as leave an answer quick.
  static let mostLooks = 400
}
