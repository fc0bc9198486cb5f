public import Forecasting

/// A recorded vote whose answers were told without looking at them, beside what simple rules tell.
public struct ToldVote: Sendable {
  /// How often something happened to which about one chance was given.
  public struct Bin: Sendable, Equatable {
    /// The chances that fall into it, 0...1.
    public let range: Range<Double>
    /// How many chances fell into it.
    public let count: Int
    /// Their mean, 0...1.
    public let chance: Double
    /// The share of them that came about, 0...1.
    public let share: Double
  }

  /// The decision, as a place in `Scenario.decisions`.
  public let decision: Int
  /// The chances of each delegation's answers, in the order of `Answer`.
  public let chances: [[Double]]
  /// What each answered; nil where it took no part.
  public let answers: [Answer?]
  /// What each rule told, in the order of `SimpleRule`.
  public let guesses: [[Answer?]]

  /// The delegations that took part.
  public var voters: [Int] { answers.indices.filter { answers[$0] != nil } }

  /// How the answers of some delegations were told; nil where none of them took part.
  public func score(of delegations: some Sequence<Int>) -> ToldScore? {
    ToldScore(
      delegations.compactMap { place in
        answers[place].map { (chances: chances[place], given: $0.rawValue) }
      }
    )
  }

  /// How all answers were told.
  public var score: ToldScore? { score(of: answers.indices) }

  /// How many answers a rule told right.
  public func guessing(by rule: SimpleRule) -> Guessing {
    Guessing(guesses[rule.place], against: answers)
  }

  /// The mean of what was told of one vote more than once: its chances, with the guesses of the first; nil of none.
  public static func mean(of told: [ToldVote]) -> ToldVote? {
    guard let first = told.first else { return nil }
    let number = Double(told.count)
    return ToldVote(
      decision: first.decision,
      chances: first.chances.indices.map { place in
        Answer.allCases.map { answer in
          told.reduce(0) { $0 + $1.chances[place][answer.rawValue] } / number
        }
      },
      answers: first.answers,
      guesses: first.guesses
    )
  }

  /// The likeliest answer of a delegation; of equally likely ones the lowest.
  public func likeliest(of place: Int) -> Answer {
    Answer.allCases[ToldScore.likeliest(of: chances[place])]
  }

  /// How many of each answer were expected of those who took part, in the order of `Answer`.
  public var expected: [Double] {
    Answer.allCases.map { answer in voters.reduce(0) { $0 + chances[$1][answer.rawValue] } }
  }

  /// How many of each answer there were, in the order of `Answer`.
  public var recorded: [Int] {
    Answer.allCases.map { answer in answers.count { $0 == answer } }
  }

  /// The delegations that were told worst: those whose answer was not the likeliest, by the chance that it had.
  public var misses: [Int] {
    func chance(of place: Int) -> Double {
      answers[place].map { chances[place][$0.rawValue] } ?? 1
    }
    return voters.filter { likeliest(of: $0) != answers[$0] }
      .sorted { (chance(of: $0), $0) < (chance(of: $1), $1) }
  }

  /// How chances of some votes' answers came about, in five bins of equal width; every answer of every delegation
  /// that took part counts once.
  public static func bins(of votes: [ToldVote], among delegations: [Int]) -> [Bin] {
    (0..<5).map { number in
      let range = Double(number) / 5..<(number == 4 ? 1.000001 : Double(number + 1) / 5)
      var count = 0
      var sum = 0.0
      var came = 0
      for vote in votes {
        for place in delegations {
          guard let answer = vote.answers[place] else { continue }
          for each in Answer.allCases where range.contains(vote.chances[place][each.rawValue]) {
            count += 1
            sum += vote.chances[place][each.rawValue]
            if each == answer { came += 1 }
          }
        }
      }
      let divisor = Double(max(count, 1))
      return Bin(
        range: range,
        count: count,
        chance: sum / divisor,
        share: Double(came) / divisor
      )
    }
  }
}

extension SimpleRule {
  /// Where it stands among all rules.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
