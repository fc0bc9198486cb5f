/// What a state answers in a vote, in the order that the model gives the answers.
public enum Answer: Int, Sendable, CaseIterable, Comparable {
  /// Against.
  case no
  /// Neither for nor against.
  case abstain
  /// In favour.
  case yes

  /// Whether an answer comes before another.
  public static func < (left: Answer, right: Answer) -> Bool { left.rawValue < right.rawValue }
}
