internal import Treaty

/// Reads the values of one delegation, where what is missing or out of bounds is a fault.
struct RowReader {
  let row: DelegationTable.Row
  /// Whether a missing value is missing in this delegation alone and not in the whole column.
  let isInline: Bool
  var faults: FaultCollector

  /// What stands in a column; nothing if it is empty.
  private func cell(_ column: Int?) -> Cell? {
    guard let column, column < row.cells.count, let cell = row.cells[column] else { return nil }
    return cell.text.isEmpty ? nil : cell
  }

  /// Notes that a value is missing, unless its column is.
  private mutating func addMissing(_ column: Int?, _ name: String, of owner: String) {
    guard isInline || column != nil, !row.isBroken else { return }
    var place = row.place
    if let column, column < row.cells.count, let empty = row.cells[column] { place = empty.place }
    faults.add("The \(name) of \(shown(owner)) is missing.", at: place)
  }

  /// A name that must be there.
  mutating func name(_ column: Int?, called name: String, of owner: String) -> Cell? {
    guard let cell = cell(column) else {
      addMissing(column, name, of: owner)
      return nil
    }
    faults.checkName(cell, as: "the \(name)", .code)
    return cell
  }

  /// Text on one line that must be there.
  mutating func line(_ column: Int?, called name: String, of owner: String) -> String {
    guard let cell = cell(column) else {
      addMissing(column, name, of: owner)
      return ""
    }
    return faults.line(cell, as: "the \(name)") ?? ""
  }

  /// Text that may be missing.
  mutating func prose(_ column: Int?, called name: String) -> String {
    guard let cell = cell(column) else { return "" }
    return faults.prose(cell, as: name) ?? ""
  }

  /// A number that must be there.
  mutating func required(
    _ column: Int?,
    _ name: @autoclosure () -> String,
    of owner: Cell,
    _ bounds: Bounds
  ) -> Double? {
    guard let cell = cell(column) else {
      addMissing(column, name(), of: owner.text)
      return nil
    }
    if let number = DecimalNumber.value(of: cell.text), bounds.contains(number) { return number }
    return faults.number(cell, as: "the \(name()) of \(shown(owner.text))", bounds)
  }

  /// A number that may be missing.
  mutating func number(_ column: Int?, _ name: String, _ bounds: Bounds) -> Double? {
    guard let cell = cell(column) else { return nil }
    return faults.number(cell, as: name, bounds)
  }

  /// How the positions are known, `coded` if nothing is said.
  mutating func basis(_ column: Int?) -> Delegation.Basis {
    guard let cell = cell(column) else { return .coded }
    return faults.choice(cell, as: "the basis") ?? .coded
  }

  /// The further groups, each once.
  mutating func groups(_ column: Int?) -> [Cell] {
    guard let cell = cell(column) else { return [] }
    var groups: [Cell] = []
    for name in cell.text.split(separator: "|", omittingEmptySubsequences: false) {
      let group = Cell(text: String(name).trimmed, place: cell.place)
      faults.checkName(group, as: "a group", .code)
      if !groups.contains(where: { $0.text == group.text }) { groups.append(group) }
    }
    return groups
  }
}
