/// Turns what a reply shows into lines of a given width, with or without colour.
public struct Screen: Sendable {
  /// Columns, at least 20.
  public let width: Int
  /// Whether styles are shown by escape sequences.
  public let isColoured: Bool

  /// Describes a screen.
  public init(width: Int, isColoured: Bool = false) {
    self.width = max(20, width)
    self.isColoured = isColoured
  }

  /// The text of some blocks, lines joined by a newline and none at the end.
  public func text(of blocks: [Block]) -> String {
    lines(of: blocks).joined(separator: "\n")
  }

  /// The lines of some blocks.
  public func lines(of blocks: [Block]) -> [String] {
    rows(of: blocks).map(painted)
  }

  /// The lines of some blocks with their styles.
  func rows(of blocks: [Block]) -> [Phrase] {
    blocks.flatMap { block -> [Phrase] in
      switch block {
      case .gap: [""]
      case .row(let row): [row]
      case .facing(let left, let right, let inline, let indent):
        facing(left, right, inline: inline, indent: indent)
      case .paragraph(let phrase, let indent, let hang):
        wrap(phrase, indent: indent, hang: hang)
      case .table(let table): lines(of: table)
      case .caret(let line, let column, let columns):
        pointing(at: column, columns: columns, in: line)
      }
    }
  }

  /// A line and the carets under it; of a line that is too long, the part around them.
  private func pointing(at column: Int, columns: Int, in line: String) -> [Phrase] {
    let indent = "    "
    let room = width - indent.count
    let carets = min(max(1, columns), room - 1)
    var shown = Substring(line)
    var before = column
    var lead = ""
    if before + carets > room {
      lead = "…"
      while let first = shown.first, before + carets + 1 > room {
        before -= String(first).displayWidth
        shown = shown.dropFirst()
      }
      before += 1
    }
    while String(shown).displayWidth + lead.count > room { shown = shown.dropLast() }
    let mark = String(repeating: " ", count: max(0, before)) + String(repeating: "^", count: carets)
    return [
      Phrase(indent + lead + shown.trimmingEnd), Phrase(indent) + Phrase(mark, .adverse),
    ]
  }

  /// Columns from which two texts stand side by side.
  static let leastFacingWidth = 120

  private func facing(_ left: Phrase, _ right: Phrase, inline: Phrase, indent: Int) -> [Phrase] {
    guard width >= Screen.leastFacingWidth else { return wrap(inline, indent: indent, hang: 0) }
    var table = Table([.leading, .leading], indent: indent)
    table.add(left, right)
    let half = (width - indent - 2) / 2
    return lines(of: [left, right], widths: [half, half], gap: 2, in: table)
  }

  private func wrap(_ phrase: Phrase, indent: Int, hang: Int) -> [Phrase] {
    let wrapped = phrase.lines(first: width - indent, others: width - indent - hang)
    return wrapped.enumerated().map { index, line in
      Phrase(String(repeating: " ", count: index == 0 ? indent : indent + hang)) + line
    }
  }

  private func lines(of table: Table) -> [Phrase] {
    var rows = table.rows
    if !table.headings.isEmpty { rows.insert(table.headings.map { Phrase($0, .faint) }, at: 0) }
    let columns = table.alignments.indices
    var widths = columns.map { column in
      rows.map { column < $0.count ? $0[column].text.displayWidth : 0 }.max() ?? 0
    }
    let gap = 2
    let room = width - table.indent - gap * (widths.count - 1)
    let least = columns.map { column in
      rows.map { column < $0.count ? $0[column].longestWord : 0 }.max() ?? 0
    }
    guard least.reduce(0, +) <= room else { return stacked(rows, indent: table.indent) }
    // The widest gives way first, and none goes below its longest word.
    var excess = widths.reduce(0, +) - room
    while excess > 0,
      let widest = columns.filter({ widths[$0] > least[$0] }).max(by: {
        (widths[$0], $0) < (widths[$1], $1)
      })
    {
      let next = columns.filter { $0 != widest }.map { widths[$0] }.filter { $0 < widths[widest] }
      let step = max(1, min(excess, widths[widest] - max(next.max() ?? 0, least[widest])))
      widths[widest] -= step
      excess -= step
    }
    return rows.flatMap { lines(of: $0, widths: widths, gap: gap, in: table) }
  }

  /// A table for a screen that is too narrow for its columns: the first cell of a row on a line, the
  /// others below it.
  private func stacked(_ rows: [[Phrase]], indent: Int) -> [Phrase] {
    rows.flatMap { row in
      row.enumerated().filter { !$0.element.text.isEmpty }.flatMap { column, cell in
        wrap(cell, indent: column == 0 ? indent : indent + 2, hang: 2)
      }
    }
  }

  private func lines(of row: [Phrase], widths: [Int], gap: Int, in table: Table) -> [Phrase] {
    let cells = row.enumerated().map { column, phrase in
      phrase.lines(first: widths[column], others: widths[column])
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { lineIndex in
      var text = Phrase(String(repeating: " ", count: table.indent))
      for (column, lines) in cells.enumerated() {
        let line = lineIndex < lines.count ? lines[lineIndex] : Phrase("")
        let padding = Phrase(
          String(repeating: " ", count: max(0, widths[column] - line.text.displayWidth))
        )
        switch table.alignments[column] {
        case .leading: text = text + line + (column + 1 < cells.count ? padding : "")
        case .trailing: text = text + padding + line
        }
        if column + 1 < cells.count { text = text + Phrase(String(repeating: " ", count: gap)) }
      }
      return text.trimmingEnd
    }
  }

  private func painted(_ phrase: Phrase) -> String {
    guard isColoured else { return phrase.text }
    return phrase.spans.map { span in
      guard let code = span.style.escape else { return span.text }
      return "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
    }.joined()
  }
}

extension Substring {
  fileprivate var trimmingEnd: Substring {
    var rest = self
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }
}

extension Style {
  /// The parameters of the escape sequence that shows a style.
  fileprivate var escape: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .inserted: "4;32"
    case .deleted: "9;31"
    case .favourable: "32"
    case .adverse: "31"
    }
  }
}

extension Phrase {
  /// The phrase cut at spaces into lines of at most these widths; a word that is wider than a line
  /// stands alone.
  fileprivate func lines(first: Int, others: Int) -> [Phrase] {
    var lines: [Phrase] = []
    var line = Phrase("")
    var lineWidth = 0
    var isLineEmpty = true
    for word in words {
      if word.isBreak {
        lines.append(line)
        line = Phrase("")
        lineWidth = 0
        isLineEmpty = true
        continue
      }
      let limit = lines.isEmpty ? first : others
      let space = isLineEmpty ? 0 : word.spaces
      let width = word.phrase.text.displayWidth
      if !isLineEmpty, lineWidth + space + width > limit {
        lines.append(line)
        line = word.phrase
        lineWidth = width
      } else {
        let lead = isLineEmpty && lines.isEmpty ? word.spaces : space
        line = line + Phrase(String(repeating: " ", count: lead), word.joint) + word.phrase
        lineWidth += lead + width
      }
      isLineEmpty = false
    }
    lines.append(line)
    return lines
  }

  /// Columns that the longest word takes.
  fileprivate var longestWord: Int {
    words.map(\.phrase.text.displayWidth).max() ?? 0
  }

  private struct Word {
    var phrase = Phrase("")
    var spaces = 0
    var isBreak = false
    /// The style of the space before the word, kept where both sides share it.
    var joint: Style = .plain
  }

  /// The words with the spaces that stood before each; line breaks are words of their own.
  private var words: [Word] {
    var words: [Word] = []
    var current = Word()
    var isOpen = false
    func close() {
      if isOpen { words.append(current) }
      current = Word()
      isOpen = false
    }
    for span in spans {
      var run = ""
      func flush() {
        if !run.isEmpty {
          current.phrase = current.phrase + Phrase(run, span.style)
          run = ""
          isOpen = true
        }
      }
      for character in span.text {
        if character == " " {
          flush()
          if isOpen { close() }
          current.spaces += 1
          current.joint = span.style
        } else if character == "\n" {
          flush()
          close()
          words.append(Word(isBreak: true))
        } else {
          run.append(character)
        }
      }
      flush()
    }
    close()
    return words
  }
}
