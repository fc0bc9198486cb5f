/// What a reply shows as HTML, for paper.
enum HTML {
  /// The blocks, one after another.
  static func text(of blocks: [Block]) -> String {
    blocks.compactMap { block -> String? in
      switch block {
      case .gap: nil
      case .row(let row), .facing(_, _, inline: let row, _): "<p>\(marked(row))</p>"
      case .paragraph(let phrase, _, _): "<p>\(marked(phrase))</p>"
      case .table(let table): rows(of: table)
      case .caret(let line, _, _): "<pre>\(escaped(line))</pre>"
      }
    }.joined(separator: "\n")
  }

  private static func rows(of table: Table) -> String {
    let head =
      table.headings.isEmpty
      ? [] : ["<tr>\(table.headings.map { "<th>\(escaped($0))</th>" }.joined())</tr>"]
    let body = table.rows.map { "<tr>\($0.map { "<td>\(marked($0))</td>" }.joined())</tr>" }
    return "<table>\n\((head + body).joined(separator: "\n"))\n</table>"
  }

  /// The phrase with what is strong marked so.
  private static func marked(_ phrase: Phrase) -> String {
    phrase.spans.map { span in
      let text = escaped(span.text)
      return span.style == .strong ? "<strong>\(text)</strong>" : text
    }.joined()
  }

  /// The text with what HTML would take for marks of its own kept as it is.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
