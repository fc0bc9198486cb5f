internal import Treaty

/// The names of one kind that a scenario declares, in their order.
struct NameTable {
  /// What one is called: `issue`.
  let singular: String
  /// What several are called: `issues`.
  let plural: String
  /// The names, in the order of the file.
  private(set) var names: [String] = []
  /// Whether all names could be read; if not, an unknown name may be a fault already reported.
  var isComplete = true
  private var places: [String: (index: Int, place: Place)] = [:]

  /// Starts an empty table.
  init(singular: String, plural: String) {
    self.singular = singular
    self.plural = plural
  }

  /// The place of a name in the table.
  func index(of name: String) -> Int? { places[name]?.index }

  /// Where a name was first declared.
  func place(of name: String) -> Place? { places[name]?.place }

  /// Adds a name; false if the table has it already.
  mutating func add(_ cell: Cell) -> Bool {
    guard places[cell.text] == nil else { return false }
    places[cell.text] = (names.count, cell.place)
    names.append(cell.text)
    return true
  }
}

extension FaultCollector {
  /// Adds a name to a table, where a name that is taken is a fault.
  mutating func declare(_ cell: Cell, in table: inout NameTable) -> Bool {
    if table.add(cell) { return true }
    let first = table.place(of: cell.text)
    add(
      "There are two \(table.plural) called \(shown(cell.text)).",
      at: cell.place,
      remedy: first.map { "The first stands on line \($0.line)\(file(of: $0, from: cell.place))." }
    )
    return false
  }

  /// The place of a name in a table, where an unknown name is a fault; reading then goes on with the
  /// nearest name.
  mutating func find(_ cell: Cell, in table: NameTable) -> Int? {
    find(cell, among: [table]).map { $0.index }
  }

  /// The first of several tables that has a name, and its place there.
  mutating func find(
    _ cell: Cell,
    among tables: [NameTable]
  ) -> (table: Int, index: Int, name: String)? {
    for (number, table) in tables.enumerated() {
      if let index = table.index(of: cell.text) { return (number, index, cell.text) }
    }
    guard tables.allSatisfy(\.isComplete), !isFull else { return nil }
    let names = tables.flatMap(\.names)
    add(
      "No \(tables.map(\.singular).joined(separator: ", ")) is called \(shown(cell.text)).",
      at: cell.place,
      remedy: NearestName.remedy(
        for: cell.text,
        among: names,
        called: tables.map(\.plural).joined(separator: ", ")
      )
    )
    guard let nearest = NearestName.find(cell.text, among: names) else { return nil }
    for (number, table) in tables.enumerated() {
      if let index = table.index(of: nearest) { return (number, index, nearest) }
    }
    return nil
  }

  /// The file of a place, where it is not the reader's own.
  private func file(of place: Place, from other: Place) -> String {
    place.part == other.part ? "" : " of \(place.part.path)"
  }
}
