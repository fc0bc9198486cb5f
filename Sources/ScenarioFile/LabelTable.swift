internal import Treaty

/// Something about states or votes, as a table has it: lines that begin with an id.
public struct LabelTable: Sendable {
  private let part: Part
  private let columns: [String]
  private let rows: [[Cell]]

  fileprivate init(part: Part, columns: [String], rows: [[Cell]]) {
    self.part = part
    self.columns = columns
    self.rows = rows
  }

  /// What stands in a column for each id, in the order of the table.
  public func texts(
    of column: String
  ) throws(FaultyScenario) -> [(id: String, text: String)] {
    try cells(of: column).map { ($0.id, $0.cell.text) }
  }

  /// The numbers in a column for each id, in the order of the table; ids without one are left out.
  public func numbers(
    of column: String
  ) throws(FaultyScenario) -> [(id: String, number: Double)] {
    var faults = FaultCollector()
    let found = try cells(of: column).filter { !$0.cell.text.isEmpty }
    let numbers = found.compactMap { id, cell -> (id: String, number: Double)? in
      guard let number = DecimalNumber.value(of: cell.text) else {
        faults.add(
          "The \(shown(column)) of \(shown(id)) is \"\(shown(cell.text))\", which is no number.",
          at: cell.place,
          remedy: "Write a plain number such as 12.5."
        )
        return nil
      }
      return (id, number)
    }
    guard faults.isEmpty else { throw FaultyScenario(faults: faults.inOrder) }
    return numbers
  }

  private func cells(of column: String) throws(FaultyScenario) -> [(id: String, cell: Cell)] {
    guard let place = columns.firstIndex(of: column) else {
      var faults = FaultCollector()
      faults.add(
        "No column is called \(shown(column)).",
        at: Place(part: part, line: 1, column: 1),
        remedy: NearestName.remedy(for: column, among: columns, called: "columns")
      )
      throw FaultyScenario(faults: faults.inOrder)
    }
    return rows.map { ($0[0].text, $0[place]) }
  }
}

extension ScenarioReader {
  /// More columns than anything about states has.
  private static let mostLabels = 512
  /// More lines than there are states or votes in a table of roll calls.
  private static let mostLines = 20_000

  /// Reads a table with a header, whose lines begin with an id.
  ///
  /// Throws all that is wrong with the table.
  public static func labels(_ file: SourceFile) throws(FaultyScenario) -> LabelTable {
    var faults = FaultCollector()
    let table = readLabels(file, faults: &faults)
    guard let table, faults.isEmpty else { throw FaultyScenario(faults: faults.inOrder) }
    return table
  }

  private static func readLabels(
    _ file: SourceFile,
    faults: inout FaultCollector
  ) -> LabelTable? {
    let part = Part.labels(file.path)
    guard let text = faults.text(of: file, as: part) else { return nil }
    var reader = CSVReader(text)
    guard
      let (header, lines) = reader.table(
        of: "lines",
        columns: mostLabels,
        lines: mostLines,
        faults: &faults
      )
    else { return nil }
    return LabelTable(
      part: part,
      columns: header.fields.map(\.text),
      rows: lines.map(\.fields)
    )
  }
}
