/// What a reply shows as Markdown, for a document.
enum Markdown {
  /// The blocks, kept apart by empty lines.
  static func text(of blocks: [Block]) -> String {
    blocks.compactMap { block -> String? in
      switch block {
      case .gap: nil
      case .row(let row), .facing(_, _, inline: let row, _): marked(row)
      case .paragraph(let phrase, _, _): marked(phrase)
      case .table(let table): rows(of: table)
      case .caret(let line, let column, let columns):
        "    \(line)\n    "
          + String(repeating: " ", count: column) + String(repeating: "^", count: columns)
      }
    }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func rows(of table: Table) -> String {
    let columns = table.alignments
    let headings = columns.indices.map { $0 < table.headings.count ? table.headings[$0] : "" }
    let rules = columns.map { $0 == .trailing ? "---:" : "---" }
    let body = table.rows.map { row in
      columns.indices.map { $0 < row.count ? marked(row[$0]).replacing("\n", with: "<br>") : "" }
    }
    return ([headings, rules] + body).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }

  /// The phrase with what is strong marked so, and everything else as it reads.
  private static func marked(_ phrase: Phrase) -> String {
    phrase.spans.map { span in
      let text = escaped(span.text)
      // Emphasis cannot begin or end at a space.
      guard span.style == .strong, text.first != " ", text.last != " " else { return text }
      return "**\(text)**"
    }.joined()
  }

  /// The text with what Markdown would take for marks of its own kept as it is.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\*_[]<>|`~".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}
