/// How replies are shown; nothing of it changes what is estimated or recorded.
public struct Settings: Sendable, Equatable {
  /// In what form replies are shown.
  public enum Output: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// For programs.
    case json
  }

  /// Columns of the screen; nil follows the terminal.
  public internal(set) var width: Int?
  /// Whether replies end with what can come next.
  public internal(set) var showsHints = true
  /// In what form replies are shown.
  public var output: Output = .text
  /// Whether the editor shows what TAB would insert.
  public internal(set) var showsGhost = true
}
