extension PackageSearch {
  /// Counts packages that a state likes, or rights groups, or both, beside the chance: for the front between them.
  mutating func lean(towards state: Int, upTo most: Int) {
    let promises = promises
    let gains = table.options.map { $0.added.gains[state] }
    let now = table.rights(of: table.now) ?? 0
    let rights = table.options.map { (table.rights(of: table.now + $0.added) ?? 0) - now }
    func scaled(_ values: [Double]) -> [Double] {
      let most = values.map(\.magnitude).max() ?? 0
      return values.map { most > 0 ? $0 / most : 0 }
    }
    let (chance, own, critics) = (scaled(promises), scaled(gains), scaled(rights))
    for weights in PackageSearch.leanings {
      let worth = table.options.indices.map {
        weights.chance * chance[$0] + weights.own * own[$0] + weights.rights * critics[$0]
      }
      var choice: [Int] = []
      let ranked = table.options.indices.sorted { (worth[$1], $0) < (worth[$0], $1) }
      for option in ranked where worth[option] > 0 && choice.count < most {
        let clause = table.options[option].clause
        guard !choice.contains(where: { table.options[$0].clause == clause }) else { continue }
        choice.append(option)
        count(choice.sorted())
      }
    }
  }

  /// Of what was counted, the texts of which none is better than another in chance, in what the state gains and in what rights
  /// groups say; the likeliest first.
  func front(for state: Int, upTo most: Int) -> [Advice.Point] {
    let seen = counted.filter { $0.choice.count <= most }.map { each in
      let sum = table.sum(of: each.choice)
      return (
        choice: each.choice, chance: each.chance, gain: table.gains(of: sum)[state],
        rights: table.rights(of: sum)
      )
    }
    // The first of those that are equal in everything stays.
    func beats(_ one: Int, _ other: Int) -> Bool {
      let (a, b) = (seen[one], seen[other])
      let isNoWorse =
        a.chance >= b.chance && a.gain >= b.gain && (a.rights ?? 0) >= (b.rights ?? 0)
      guard isNoWorse else { return false }
      return a.chance > b.chance || a.gain > b.gain || (a.rights ?? 0) > (b.rights ?? 0)
        || one < other
    }
    let left = seen.indices.filter { place in !seen.indices.contains { beats($0, place) } }
    let points = left.map {
      Advice.Point(
        package: package(of: seen[$0].choice),
        gain: seen[$0].gain,
        rights: seen[$0].rights
      )
    }
    return points.enumerated().sorted {
      ($1.element.package.chance, $0.offset) < ($0.element.package.chance, $1.offset)
    }.map(\.element)
  }

  /// How much the chance, the state's own gain and rights groups count in turn, each as a part of the most that a change does.
  private static let leanings: [(chance: Double, own: Double, rights: Double)] = [
    (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1), (2, 1, 0), (2, 0, 1),
    (1, 2, 0), (1, 0, 2),
  ]
}
