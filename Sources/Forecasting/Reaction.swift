public import Treaty

/// What an observer makes of a text.
public struct Reaction: Sendable {
  /// Where an observer stands, from against to in favour.
  public enum Level: Int, Sendable, Comparable, CaseIterable {
    /// A score of −50 or less.
    case stronglyOpposes
    /// A score above −50, to −15.
    case opposes
    /// A score above −15 and below 15.
    case mixed
    /// A score of 15 or more, below 50.
    case supports
    /// A score of 50 or more.
    case stronglySupports

    /// Where a score stands.
    public init(score: Double) {
      if score <= -50 {
        self = .stronglyOpposes
      } else if score <= -15 {
        self = .opposes
      } else if score < 15 {
        self = .mixed
      } else if score < 50 {
        self = .supports
      } else {
        self = .stronglySupports
      }
    }

    /// Whether one level is further against than another.
    public static func < (left: Self, right: Self) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// How one criterion is met and what that does to the score.
  public struct Ground: Sendable {
    /// The criterion, as a place in `Observer.criteria`.
    public let criterion: Int
    /// The clause it looks at, as a place in `Scenario.clauses`.
    public let clause: Int
    /// How far it is met, −1...1.
    public let satisfaction: Double
    /// What it adds to the score before red lines count, in points.
    public let effect: Double
    /// Whether it is a red line and is crossed.
    public let isCrossed: Bool
  }

  /// What the observer thinks of the text, −100...100.
  public let score: Double
  /// The score in words.
  public let level: Level
  /// Every criterion, largest effect first, ties in the observer's order.
  public let grounds: [Ground]
  /// The criteria that are red lines and crossed, as places in `Observer.criteria`.
  public let crossed: [Int]

  /// Judges a text by an observer's criteria.
  public init(of observer: Observer, to text: TreatyText, in scenario: Scenario) {
    let total = observer.criteria.reduce(0) { $0 + $1.weight }
    let given = observer.criteria.indices.map { place in
      let criterion = observer.criteria[place]
      let stands = scenario.placements(
        of: text.provisions[criterion.clause],
        at: criterion.clause
      )
      let byPlace = Reaction.satisfaction(at: stands[criterion.issue], with: criterion.wanted)
      let byWords = Reaction.satisfaction(
        of: criterion,
        by: scenario.words(of: text.provisions[criterion.clause], at: criterion.clause)
      )
      let satisfaction = min(byPlace, byWords)
      return Ground(
        criterion: place,
        clause: criterion.clause,
        satisfaction: satisfaction,
        effect: 100 * criterion.weight * satisfaction / total,
        isCrossed: criterion.isRedLine && satisfaction < 0
      )
    }
    crossed = given.filter(\.isCrossed).map(\.criterion)
    var score = given.reduce(observer.prior) { $0 + $1.effect }
    if !crossed.isEmpty {
      score = min(score, Reaction.ceilingWhereCrossed(count: crossed.count))
    }
    self.score = min(max(score, -100), 100)
    level = Level(score: self.score)
    grounds = given.sorted {
      ($1.effect.magnitude, $0.criterion) < ($0.effect.magnitude, $1.criterion)
    }
  }

  /// How far a place meets a wanted range, −1...1: fully inside, less by 1 for each step outside.
  static func satisfaction(at place: Double, with wanted: ClosedRange<Double>) -> Double {
    let outside = max(wanted.lowerBound - place, place - wanted.upperBound, 0)
    return max(1 - outside / step, -1)
  }

  /// Whether words meet what a criterion requires and forbids: 1 or −1.
  private static func satisfaction(of criterion: Observer.Criterion, by words: String) -> Double {
    if criterion.forbidden.contains(where: { words.says($0) }) { return -1 }
    if criterion.required.isEmpty { return 1 }
    return criterion.required.contains { words.says($0) } ? 1 : -1
  }

  /// The best score that a text can have where red lines are crossed.
  ///
  /// A floor under trade-offs: observers warn against trading one article for another.
  static func ceilingWhereCrossed(count: Int) -> Double {
    -40 - 15 * Double(count - 1)
  }

  /// The distance between two marks of a written scale, in points.
  private static let step = 25.0
}
