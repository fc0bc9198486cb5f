import Console

/// A list of candidates with their notes, laid out in columns that read downwards.
struct TerminalColumns {
  private let cells: [Cell]
  private let width: Int
  private let height: Int

  /// Lays out the candidates for a screen of that many columns and rows; the notes give way
  /// where they would push candidates off the screen.
  init(of candidates: [Candidate], width: Int, height: Int, isStyled: Bool) {
    self.width = max(width, Self.leastWidth)
    self.height = max(height, Self.leastHeight)
    let room = self.width - 1
    let textColumns = candidates.map { Terminal.columns(of: $0.text) }.max() ?? 0
    let described = candidates.map {
      Cell(of: $0, textColumns: textColumns, room: room, isStyled: isStyled)
    }
    let fits = Grid(of: described, width: self.width).rowCount <= self.height - Self.rowsForLine
    cells = fits ? described : candidates.map { Cell(of: $0.text, room: room) }
  }

  /// The rows, as many as leave the line being typed on the screen.
  var rows: [String] {
    let grid = Grid(of: cells, width: width)
    let shownRows = min(grid.rowCount, height - Self.rowsForLine)
    let rows = (0..<shownRows).map(grid.row(at:))
    guard shownRows < grid.rowCount else { return rows }
    return rows + ["... \(grid.rowCount - shownRows) rows more: type another letter, then TAB."]
  }

  /// The prompt, two rows typed into it, and the row that says what is missing.
  private static let rowsForLine = 4

  private static let leastWidth = 20
  private static let leastHeight = rowsForLine + 1
}

/// Cells in columns of one width, to be read downwards.
private struct Grid {
  let rowCount: Int

  private let cells: [Cell]
  private let cellWidth: Int

  init(of cells: [Cell], width: Int) {
    self.cells = cells
    cellWidth = (cells.map(\.columns).max() ?? 0) + Self.gap
    let columnCount = max(1, (width - 1 + Self.gap) / cellWidth)
    rowCount = (cells.count + columnCount - 1) / columnCount
  }

  func row(at index: Int) -> String {
    let cells = stride(from: index, to: cells.count, by: rowCount).map { self.cells[$0] }
    let spaced = cells.dropLast().map {
      $0.text + String(repeating: " ", count: cellWidth - $0.columns)
    }
    return spaced.joined() + (cells.last?.text ?? "")
  }

  private static let gap = 2
}

/// One candidate as it stands in the list.
private struct Cell {
  let text: String
  let columns: Int

  init(of name: String, room: Int) {
    text = Self.clipped(Self.printable(name), to: room)
    columns = Terminal.columns(of: text)
  }

  init(of candidate: Candidate, textColumns: Int, room: Int, isStyled: Bool) {
    let name = Self.clipped(Self.printable(candidate.text), to: room)
    let nameColumns = Terminal.columns(of: name)
    let noteRoom = room - textColumns - Self.indent
    let note = Self.clipped(Self.printable(candidate.note), to: max(noteRoom, 0))
    guard !note.isEmpty else {
      text = name
      columns = nameColumns
      return
    }
    let space = String(repeating: " ", count: textColumns - nameColumns + Self.indent)
    text = name + space + (isStyled ? "\u{1B}[2m\(note)\u{1B}[0m" : note)
    columns = textColumns + Self.indent + Terminal.columns(of: note)
  }

  private static let indent = 2

  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isControl }))
  }

  private static func clipped(_ text: String, to room: Int) -> String {
    guard Terminal.columns(of: text) > room else { return text }
    var clipped = ""
    var columns = 1
    for character in text {
      columns += Terminal.columns(of: String(character))
      guard columns <= room else { break }
      clipped.append(character)
    }
    return clipped.isEmpty ? "" : clipped + "…"
  }
}

extension Unicode.Scalar {
  /// Whether it could move the cursor or turn the direction of writing.
  var isControl: Bool {
    switch self {
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: properties.generalCategory == .control
    }
  }
}
