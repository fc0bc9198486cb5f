/// A part of a reply: what is shown, before anybody knows the width of the screen.
public enum Block: Sendable {
  /// Text that is wrapped; lines after the first are set in by `hang` columns more than `indent`.
  case paragraph(Phrase, indent: Int, hang: Int)
  /// Columns.
  case table(Table)
  /// A typed line with carets under a part of it, both counted in columns.
  case caret(String, column: Int, columns: Int)
  /// Two texts side by side where the screen is wide enough, else one that holds both.
  case facing(Phrase, Phrase, inline: Phrase, indent: Int)
  /// A line that has been laid out already.
  case row(Phrase)
  /// An empty line.
  case gap
}

/// Rows in columns; the last column takes what is left of the width and wraps in itself.
public struct Table: Sendable {
  /// Where the text of a column stands.
  public enum Alignment: Sendable {
    /// At the left.
    case leading
    /// At the right, for figures.
    case trailing
  }

  /// How each column is aligned.
  public let alignments: [Alignment]
  /// The headings; empty for a table without.
  public let headings: [String]
  /// The cells, row by row.
  public private(set) var rows: [[Phrase]] = []
  /// Columns that the whole table is set in.
  public let indent: Int

  /// Starts a table.
  public init(_ alignments: [Alignment], headings: [String] = [], indent: Int = 2) {
    self.alignments = alignments
    self.headings = headings
    self.indent = indent
  }

  /// Adds a row.
  public mutating func add(_ cells: Phrase...) {
    rows.append(cells)
  }

  /// Adds a row.
  public mutating func add(_ cells: [Phrase]) {
    rows.append(cells)
  }
}

/// A reply under construction.
struct Page: Sendable {
  private(set) var blocks: [Block] = []

  mutating func say(_ phrase: Phrase, indent: Int = 0, hang: Int = 0) {
    blocks.append(.paragraph(phrase, indent: indent, hang: hang))
  }

  mutating func show(_ table: Table) {
    if !table.rows.isEmpty { blocks.append(.table(table)) }
  }

  mutating func point(at part: Range<String.Index>, of line: String) {
    let before = String(line[..<part.lowerBound]).displayWidth
    blocks.append(.caret(line, column: before, columns: String(line[part]).displayWidth))
  }

  mutating func add(_ blocks: [Block]) {
    self.blocks += blocks
  }

  mutating func show(_ left: Phrase, beside right: Phrase, orInline inline: Phrase, indent: Int) {
    blocks.append(.facing(left, right, inline: inline, indent: indent))
  }

  mutating func show(rows: some Sequence<Phrase>) {
    blocks += rows.map(Block.row)
  }

  mutating func gap() {
    blocks.append(.gap)
  }

  mutating func heading(_ text: String) {
    if !blocks.isEmpty { gap() }
    say(Phrase(text, .strong))
  }
}
