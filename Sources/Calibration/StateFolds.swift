import Forecasting
public import Treaty

/// One recorded vote told in five parts: each state from a fit to the others' answers in it and to all other votes.
///
/// How well that goes hangs a little on how the states are dealt into parts, so that they are dealt more than once.
public struct StateFolds: Sendable {
  /// In how many parts the states are dealt.
  public static let folds = 5

  /// How often the states are dealt unless told otherwise: enough for a mean that moves by less than half a point.
  public static let usualDeals = 20

  /// The vote that is told, as a place in `Scenario.decisions`.
  public let decision: Int
  /// The votes that are fitted, as places in `Scenario.decisions`.
  public let votes: [Int]
  private let coded: Scenario
  private let axis: LeaningAxis
  private let all: [RecordedVote]
  private let place: Int

  /// Takes a decision of a scenario; nil where it has no answers by state.
  public init?(of decision: Int, in scenario: Scenario) {
    coded = scenario.uncalibrated
    let axis = LeaningAxis(of: coded)
    self.axis = axis
    all = coded.decisions.indices.compactMap { [coded] in RecordedVote($0, in: coded, along: axis) }
    guard let place = all.firstIndex(where: { $0.decision == decision }) else { return nil }
    self.place = place
    self.decision = decision
    votes = all.map(\.decision)
  }

  /// The vote as one deal of the states into parts tells it, each answer by a fit that did not see it.
  public func told(deal: Int, seed: UInt64) -> ToldVote {
    let parts = Self.parts(of: coded.delegations.count, seed: seed, deal: deal)
    let answers = all[place].answers
    var chances = answers.map { _ in [0.0, 0, 0] }
    var guesses = SimpleRule.allCases.map { _ in [Answer?](repeating: nil, count: answers.count) }
    for part in parts {
      var seen = all
      seen[place] = all[place].hiding(part)
      let fit = LeaningFit(of: seen, in: coded, along: axis)
      let told = fit.chances(in: place)
      for state in part { chances[state] = told[state] }
      let known = RollCalls(of: seen)
      for rule in SimpleRule.allCases {
        let said = rule.guesses(
          of: place,
          in: known,
          blocs: coded.delegations.map(\.bloc),
          likeness: nil
        )
        for state in part { guesses[rule.place][state] = said[state] }
      }
    }
    return ToldVote(
      decision: all[place].decision,
      chances: chances,
      answers: answers,
      guesses: guesses
    )
  }

  /// The states in parts of nearly one size.
  private static func parts(of count: Int, seed: UInt64, deal: Int) -> [[Int]] {
    var generator = SeededGenerator(seed: seed, purpose: "backtest/folds/\(deal)")
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, Int(generator.next(below: UInt64(place + 1))))
    }
    return (0..<folds).map { fold in
      stride(from: fold, to: count, by: folds).map { order[$0] }.sorted()
    }
  }
}

extension RollCalls {
  /// The answers of recorded votes as a table.
  init(of votes: [RecordedVote]) {
    let states = votes.first?.answers.count ?? 0
    self.init((0..<states).map { state in votes.map { $0.answers[state] } })
  }
}
