/// Rows of cells as a spreadsheet reads them.
enum CommaSeparated {
  /// The tables among some blocks, kept apart by empty lines; empty where there is none.
  static func text(of blocks: [Block]) -> String {
    blocks.compactMap { block -> String? in
      guard case .table(let table) = block else { return nil }
      let headings = table.headings.isEmpty ? [] : [table.headings]
      return (headings + table.rows.map { $0.map(\.text) }).map(row).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// One row.
  static func row(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",")
  }

  /// A cell, in quotation marks where it would be read as more than one.
  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }
}
