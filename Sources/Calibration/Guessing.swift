public import Treaty

/// How many answers were told right.
public struct Guessing: Sendable, Equatable {
  /// The share told right among the states that took part, 0...1; 0 where nobody did.
  public let right: Double
  /// How many states took part.
  public let counted: Int

  /// Holds guesses against the answers that were given, state by state: who took no part does not
  /// count, and who is not guessed at counts as told wrong.
  public init(_ guesses: [Answer?], against given: [Answer?]) {
    precondition(guesses.count == given.count, "a guess or none for each state")
    counted = given.count { $0 != nil }
    let hits = zip(guesses, given).count { $0 != nil && $0 == $1 }
    right = counted == 0 ? 0 : Double(hits) / Double(counted)
  }
}

extension Guessing {
  /// How a rule does on a decision when it may look at all other answers to it; nil where none by state are on record.
  public init?(by rule: SimpleRule, on decision: Decision, in scenario: Scenario) {
    guard let answers = decision.answers else { return nil }
    let guesses = rule.guesses(
      of: 0,
      in: RollCalls(answers.map { [$0] }),
      blocs: scenario.delegations.map(\.bloc),
      likeness: nil
    )
    self.init(guesses, against: answers)
  }
}

extension Decision {
  /// What each delegation answered, nil where it took no part; nil where that is not on record.
  var answers: [Answer?]? {
    guard case .votes(let ballots) = record else { return nil }
    return ballots.map { ballot in
      switch ballot {
      case .yes: .yes
      case .no: .no
      case .abstain: .abstain
      case .absent, nil: nil
      }
    }
  }
}
