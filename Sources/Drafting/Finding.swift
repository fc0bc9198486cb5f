/// Something in a text that a drafter would look at again.
public struct Finding: Sendable, Equatable {
  /// What is the matter.
  public enum Matter: Sendable, Equatable {
    /// A term whose reach nobody can tell, and that no clause defines.
    case vague
    /// A second duty in one sentence.
    case secondDuty
    /// A duty with a way out beside it.
    case dutyWithExit
    /// A reference to an article that the treaty does not have.
    case noSuchArticle(String)
    /// A reference to an article of which nothing is in the text.
    case struckArticle(String, clause: Int)
    /// A safeguard that asks for no more than domestic law provides.
    case emptySafeguard
    /// Another name for what the text mostly calls otherwise.
    case otherName(usual: String)
  }

  /// The clause, as a place in `Scenario.clauses`.
  public let clause: Int
  /// What is the matter.
  public let matter: Matter
  /// The words at fault.
  public let phrase: String
  /// The words at fault with those around them.
  public let context: String
  /// An edit that would mend it; nil where only a drafter can say.
  public let edit: TextEdit?
}
