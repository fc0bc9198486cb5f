/// How replies are shown; nothing of it changes what is estimated.
public struct Settings: Sendable, Equatable {
  /// In what form replies are shown.
  public enum Output: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// For a document: tables and paragraphs in Markdown.
    case markdown
    /// For a spreadsheet: the tables of a reply, its sentences aside.
    case csv
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
  /// Whether a reply that is taller than the terminal is shown page by page.
  public internal(set) var isPaged = true
  /// Whether it is said how long an answer took.
  public internal(set) var showsTiming = false
  /// Whether replies are cut to what a projector shows of 80 columns and 24 rows.
  public internal(set) var isProjected = false
  /// Whether marks are told in words, for a screen reader.
  public internal(set) var isSpoken = false

  /// Columns at which a room asks to be shown, if it does.
  public var columns: Int? { isProjected ? min(width ?? 80, 80) : width }
}
