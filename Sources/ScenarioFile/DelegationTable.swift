/// Who sits in the room as a table, whether it was written as one or inline.
struct DelegationTable {
  /// One delegation: its values in the order of the columns, none where it has no such value.
  struct Row {
    let place: Place
    let cells: [Cell?]
    /// Whether its values may stand under the wrong columns, which is a fault already reported.
    let isBroken: Bool
  }

  /// The names of the columns and where each first stands.
  let columns: [Cell]
  let rows: [Row]
  /// Whether each delegation names its own columns.
  let isInline: Bool
  /// Whether a fault hides delegations that the table has.
  let isCutOff: Bool
}

extension FaultCollector {
  /// More columns than any scenario within its limits has use for.
  private static let mostColumns = 512

  /// The table of a file.
  mutating func delegationTable(_ text: SourceText) -> DelegationTable? {
    var reader = CSVReader(text)
    guard let header = reader.next(keeping: Self.mostColumns, faults: &self) else { return nil }
    guard !header.isCutOff, isHeader(header, of: Self.mostColumns) else { return nil }
    var rows: [DelegationTable.Row] = []
    var isCutOff = false
    while let record = reader.next(keeping: header.fieldCount, faults: &self) {
      guard rows.count < ScenarioReader.limits.delegations else {
        addTooMany(ScenarioReader.limits.delegations, of: "delegations", at: record.place)
        break
      }
      let isBroken = record.fieldCount != header.fieldCount
      isCutOff = isCutOff || record.isCutOff
      if isBroken, !isCutOff { addWrongCount(record, of: header.fieldCount) }
      rows.append(
        DelegationTable.Row(place: record.place, cells: record.fields, isBroken: isBroken)
      )
    }
    return DelegationTable(columns: header.fields, rows: rows, isInline: false, isCutOff: isCutOff)
  }

  /// The table of a list in `scenario.yaml`.
  mutating func delegationTable(_ value: YAMLValue) -> DelegationTable? {
    guard let values = list(value, as: "delegations") else { return nil }
    var columns: [Cell] = []
    var places: [String: Int] = [:]
    var rows: [DelegationTable.Row] = []
    for value in values {
      guard rows.count < ScenarioReader.limits.delegations else {
        addTooMany(ScenarioReader.limits.delegations, of: "delegations", at: value.place)
        break
      }
      var cells = [Cell?](repeating: nil, count: columns.count)
      for (column, cell) in inlineCells(value) {
        guard let place = places[column.text] else {
          places[column.text] = columns.count
          columns.append(column)
          cells.append(cell)
          continue
        }
        cells[place] = cell
      }
      rows.append(DelegationTable.Row(place: value.place, cells: cells, isBroken: false))
    }
    return DelegationTable(columns: columns, rows: rows, isInline: true, isCutOff: false)
  }

  /// Notes that there is more of something than is read.
  mutating func addTooMany(_ limit: Int, of plural: String, at place: Place) {
    add("There are more than \(limit) \(plural).", at: place, remedy: "At most \(limit) are read.")
  }

  /// Whether a first line names columns, each once and not more than so many.
  mutating func isHeader(_ header: CSVReader.Record, of most: Int) -> Bool {
    guard header.fieldCount <= most else {
      addTooMany(most, of: "columns", at: header.place)
      return false
    }
    if header.fieldCount == 1, let only = header.fields.first,
      only.text.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == 0x09 })
    {
      add(
        "The header has no comma.",
        at: header.place,
        remedy: "Save the table with commas between the columns, not semicolons or tabs."
      )
      return false
    }
    var known: Set<String> = []
    for column in header.fields {
      if column.text.isEmpty {
        add("A column has no name.", at: column.place)
      } else if !known.insert(column.text).inserted {
        add(
          "There are two columns called \(shown(column.text)).",
          at: column.place,
          remedy: "Keep one of them."
        )
      }
    }
    return true
  }

  /// The values of one delegation, by the column that a table would have for each.
  private mutating func inlineCells(_ value: YAMLValue) -> [(column: Cell, value: Cell)] {
    guard let entries = entries(of: value, as: "a delegation") else { return [] }
    var cells: [(column: Cell, value: Cell)] = []
    for entry in entries where !entry.value.isBlank {
      switch entry.key.text {
      case "positions", "saliences":
        guard let places = self.entries(of: entry.value, as: entry.key.text) else { continue }
        let prefix = entry.key.text == "positions" ? "position." : "salience."
        for place in places {
          guard let cell = cell(place.value, as: prefix + place.key.text) else { continue }
          cells.append((Cell(text: prefix + place.key.text, place: place.key.place), cell))
        }
      case "groups":
        guard case .list(let values) = entry.value.content else { fallthrough }
        let names = values.compactMap { cell($0, as: "a group") }.map(\.text)
        let joined = Cell(text: names.joined(separator: "|"), place: entry.value.place)
        cells.append((entry.key, joined))
      default:
        guard let cell = cell(entry.value, as: shown(entry.key.text)) else { continue }
        cells.append((entry.key, cell))
      }
    }
    return cells
  }
}
