public import Treaty

/// Which changes of the text would carry it: the fewest that do, and the best of so many.
public struct Advice: Sendable {
  /// What no package of changes may do.
  public struct Limits: Sendable, Equatable {
    /// Clauses that stay as they are, as places in `Scenario.clauses`.
    public var kept: [Int]
    /// Observers whose red lines are not to be crossed, as places in `Scenario.observers`.
    public var observers: [Int]
    /// Delegations whose red lines are not to be crossed, as places in `Scenario.delegations`.
    public var delegations: [Int]

    /// Describes limits.
    public init(kept: [Int] = [], observers: [Int] = [], delegations: [Int] = []) {
      self.kept = kept
      self.observers = observers
      self.delegations = delegations
    }
  }

  /// Changes that are put together.
  public struct Package: Sendable, Equatable {
    /// The text with all of them made.
    public let text: TreatyText
    /// The clauses that change, as places in `Scenario.clauses`.
    public let clauses: [Int]
    /// The chance that it has, 0...1.
    public let chance: Double
  }

  /// The best that some number of changes can do.
  public struct Best: Sendable, Equatable {
    /// The changes that it may have at most.
    public let most: Int
    /// The best package that was found.
    public let package: Package
    /// What no package of so many changes exceeds.
    public let bound: Double

    /// Whether there is no better one, to within what a search can tell.
    public var isProven: Bool { bound <= package.chance + ChangeTable.looseness }
  }

  /// A text as it looks to who adopts, to one state and to rights groups.
  public struct Point: Sendable, Equatable {
    /// The changes that lead there.
    public let package: Package
    /// What the state gains by it.
    public let gain: Double
    /// The mean score of the rights groups, −100...100; nil where none is watching.
    public let rights: Double?
  }

  /// The chance that the present text has: of an agreement where the body seeks consensus, else of adoption.
  public let chance: Double
  /// The chance that is to be reached.
  public let goal: Double
  /// The best of up to one change, of up to two and so on, as long as more changes are better.
  public let best: [Best]
  /// The fewest changes that were found to reach the goal; nil where none were, or none are needed.
  public let smallest: Package?
  /// The number of changes that reaching the goal takes at least, by proof; nil where no number reaches it.
  public let least: Int?
  /// Texts of which none is better in all three than another, the likeliest first; empty where no state asked.
  public let front: [Point]
  /// How many texts were counted.
  public let texts: Int
  /// Whether these were all that may be made.
  public let isExhaustive: Bool

  /// Looks for changes that lift the chance of a text to a goal.
  ///
  /// With a state, it also weighs what that state gains and what rights groups say.
  public init(
    on text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances,
    rule: VotingRule? = nil,
    goal: Double = Advice.usualGoal,
    within limits: Limits = Limits(),
    for state: Int? = nil
  ) {
    self.init(
      from: ChangeTable(
        of: text,
        in: scenario,
        under: circumstances,
        rule: rule ?? scenario.body.rule,
        within: limits
      ),
      goal: goal,
      for: state,
      countingAllOf: Advice.mostTexts
    )
  }

  /// Counts all texts where there are at most so many.
  init(from table: ChangeTable, goal: Double, for state: Int?, countingAllOf mostTexts: Int) {
    var search = PackageSearch(of: table)
    let isExhaustive = table.texts <= mostTexts
    var bounds: [Double] = []
    if isExhaustive {
      search.countAll()
    } else {
      search.countSingles()
      bounds = [search.best(of: 1).chance + ChangeTable.looseness / 2, search.boundPairs()]
      search.widen(to: Advice.mostChanges)
      if let state { search.lean(towards: state, upTo: Advice.mostChanges) }
    }
    let now = table.chance(of: table.now)
    let clauses = Set(table.options.map(\.clause)).count
    let limit = isExhaustive ? clauses : min(clauses, Advice.mostChanges)
    let found = stride(from: 1, through: limit, by: 1).map { search.best(of: $0) }
    /// What no package of so many changes exceeds.
    func bound(_ most: Int) -> Double {
      if isExhaustive { return found[most - 1].chance }
      return most <= bounds.count ? bounds[most - 1] : search.bound(of: most)
    }
    var best: [Best] = []
    for (place, package) in found.enumerated()
    where package.chance > (best.last?.package.chance ?? now) + Advice.little {
      let most = place + 1
      best.append(Best(most: most, package: package, bound: max(bound(most), package.chance)))
    }
    let isMet = now >= goal
    chance = now
    self.goal = goal
    self.best = best
    smallest = isMet ? nil : found.first { $0.chance >= goal }
    least = isMet ? 0 : stride(from: 1, through: clauses, by: 1).first { bound($0) >= goal }
    front = state.map { search.front(for: $0, upTo: limit) } ?? []
    texts = search.counted.count
    self.isExhaustive = isExhaustive
  }

  /// The chance that is asked for where nothing is said: judgement.
  public static let usualGoal = 0.9
  /// Changes that a package has at most where not all texts are counted; with more it is another treaty: judgement.
  public static let mostChanges = 6
  /// Texts of which all are counted where there are no more.
  private static let mostTexts = 1_500
  /// A difference of chances that is none.
  static let little = 0.0005
}

extension Advice.Limits {
  /// Whether a text crosses a line of those named that another did not.
  func forbid(_ amended: TreatyText, from text: TreatyText, in scenario: Scenario) -> Bool {
    let isHeld = scenario.redLines.contains { line in
      line.isCrossed(by: amended, in: scenario) && !line.isCrossed(by: text, in: scenario)
        && delegations.contains { line.isHeld(by: scenario.delegations[$0]) }
    }
    return isHeld
      || observers.contains { place in
        let observer = scenario.observers[place]
        let before = Reaction(of: observer, to: text, in: scenario).crossed
        return Reaction(of: observer, to: amended, in: scenario).crossed.contains {
          !before.contains($0)
        }
      }
  }
}

extension Advice {
  /// The chance that advice is on, of a whole text, to within a thousandth: of an agreement where the body seeks consensus,
  /// else of adoption.
  public static func quickChance(
    of text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) -> Double {
    let table = ChangeTable(
      of: text,
      in: scenario,
      under: circumstances,
      rule: scenario.body.rule,
      within: Limits(kept: Array(scenario.clauses.indices))
    )
    return table.quickChance(of: table.now)
  }
}
