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
