import Treaty

/// A walk through packages of changes, with the chance of each that was counted.
struct PackageSearch {
  /// A package that was counted.
  struct Counted {
    /// The changes, as places in `ChangeTable.options`, ascending.
    let choice: [Int]
    let chance: Double
  }

  let table: ChangeTable
  /// What was counted, in that order; the text as it stands is the first.
  private(set) var counted: [Counted] = []
  private var places: [[Int]: Int] = [:]
  private var isQuick = true

  init(of table: ChangeTable) {
    self.table = table
    _ = count([])
  }

  /// The chance of a package, counted unless it was before.
  @discardableResult
  mutating func count(_ choice: [Int]) -> Double {
    if let place = places[choice] { return counted[place].chance }
    let sum = table.sum(of: choice)
    let chance = isQuick ? table.quickChance(of: sum) : table.chance(of: sum)
    places[choice] = counted.count
    counted.append(Counted(choice: choice, chance: chance))
    return chance
  }

  /// Counts every text that may be made.
  mutating func countAll() {
    isQuick = false
    counted = []
    places = [:]
    var choices: [[Int]] = [[]]
    var last: [[Int]] = [[]]
    while !last.isEmpty {
      last = last.flatMap { choice in
        let clause = choice.last.map { table.options[$0].clause } ?? -1
        return table.options.indices.filter { table.options[$0].clause > clause }.map {
          choice + [$0]
        }
      }
      choices += last
    }
    for choice in choices { count(choice) }
  }

  /// Counts every change of one clause.
  mutating func countSingles() {
    for option in table.options.indices { count([option]) }
  }

  /// The best package of up to so many changes, counted out; of equals the one with fewer changes, then the one met first.
  func best(of most: Int) -> Advice.Package {
    var best = counted[0]
    for each in counted where each.choice.count <= most {
      let step = each.chance - best.chance
      let isFewer = each.choice.count < best.choice.count
      if step > PackageSearch.tie || step >= -PackageSearch.tie && isFewer { best = each }
    }
    return package(of: best.choice)
  }

  /// A package with its chance counted out.
  func package(of choice: [Int]) -> Advice.Package {
    Advice.Package(
      text: table.text(with: choice),
      clauses: choice.map { table.options[$0].clause },
      chance: table.chance(of: table.sum(of: choice))
    )
  }

  /// What no package of up to so many changes exceeds: each delegation is given the changes that it likes best, whatever the
  /// others are given.
  func bound(of most: Int) -> Double {
    table.quickChance(of: ideal(of: most)) + ChangeTable.looseness
  }

  private func ideal(of most: Int) -> ChangeTable.Sum {
    var clauses: [ChangeTable.Sum] = []
    var clause = -1
    for option in table.options {
      if option.clause == clause {
        clauses[clauses.count - 1] = clauses[clauses.count - 1].joined(with: option.added)
      } else {
        clauses.append(option.added)
        clause = option.clause
      }
    }
    var ideal = table.now
    for place in ideal.gains.indices {
      let steps = clauses.map { $0.gains[place] }.filter { $0 > 0 }.sorted(by: >)
      ideal.gains[place] += steps.prefix(most).reduce(0, +)
    }
    for place in ideal.scores.indices {
      let steps = clauses.map { $0.scores[place] }.filter { $0 > 0 }.sorted(by: >)
      ideal.scores[place] += steps.prefix(most).reduce(0, +)
      let mended = clauses.map { $0.crossings[place] }.filter { $0 < 0 }.sorted()
      ideal.crossings[place] = max(0, ideal.crossings[place] + mended.prefix(most).reduce(0, +))
    }
    return ideal
  }

  /// Chances that differ by less are the same.
  private static let tie = 1e-9
}

extension PackageSearch {
  /// How much each change alone lifts the log-odds: what packages are tried first by, and nothing else.
  var promises: [Double] {
    let now = PackageSearch.logOdds(counted[0].chance)
    return table.options.indices.map { option in
      (places[[option]].map { PackageSearch.logOdds(counted[$0].chance) } ?? now) - now
    }
  }

  /// Goes on from the best pairs by one change more at a time, keeping the best few, and exchanges single changes of what it
  /// comes to.
  mutating func widen(to most: Int) {
    let promises = promises
    let ranked = table.options.indices.sorted {
      (promises[$1], $0) < (promises[$0], $1)
    }
    for size in stride(from: 3, through: most, by: 1) {
      let before = best(of: size - 1).chance
      for choice in leaders(of: size - 1) {
        for option in ranked.prefix(PackageSearch.breadth) { extend(choice, by: option) }
      }
      if let leader = leaders(of: size).first { exchange(leader, among: ranked) }
      if best(of: size).chance <= before + Advice.little { return }
    }
  }

  /// The best packages of exactly so many changes.
  private func leaders(of size: Int) -> [[Int]] {
    counted.filter { $0.choice.count == size }.enumerated()
      .sorted { ($1.element.chance, $0.offset) < ($0.element.chance, $1.offset) }
      .prefix(PackageSearch.beam).map(\.element.choice)
  }

  private mutating func extend(_ choice: [Int], by option: Int) {
    let clause = table.options[option].clause
    guard !choice.contains(where: { table.options[$0].clause == clause }) else { return }
    count((choice + [option]).sorted())
  }

  /// Puts another change in the place of each.
  private mutating func exchange(_ choice: [Int], among ranked: [Int]) {
    for place in choice.indices {
      var rest = choice
      rest.remove(at: place)
      for option in ranked.prefix(PackageSearch.exchanged) { extend(rest, by: option) }
    }
  }

  static func logOdds(_ chance: Double) -> Double {
    let bounded = min(max(chance, 1e-12), 1 - 1e-12)
    return Elementary.log(bounded / (1 - bounded))
  }

  /// Packages that are carried on from at each size, changes that each is tried with, and changes that are tried in
  /// exchange: as many as leave an answer quick.
  private static let beam = 2
  private static let breadth = 30
  private static let exchanged = 8
}
