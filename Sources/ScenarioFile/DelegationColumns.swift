internal import Treaty

/// Which column of the table of delegations holds what.
struct DelegationColumns {
  static let required = ["id", "name", "bloc"]
  static let optional = ["influence", "absence", "openness", "groups", "basis", "source"]

  private var places: [String: Int] = [:]
  /// The columns of positions by issue.
  private(set) var positions: [Int?] = []
  /// The columns of saliences by issue.
  private(set) var saliences: [Int?] = []
  /// The columns of weights that the voting rule names, in its order.
  private(set) var weights: [Int] = []
  /// The names of those weights, as the rule gives them.
  private(set) var weightNames: [String] = []

  /// The column of that name.
  subscript(name: String) -> Int? { places[name] }

  /// Finds the columns, where a missing or an unknown one is a fault.
  init(
    _ table: DelegationTable,
    issues: NameTable,
    weights wanted: [Cell]?,
    faults: inout FaultCollector
  ) {
    for (place, column) in table.columns.enumerated() where places[column.text] == nil {
      places[column.text] = place
    }
    var unknown: [Cell] = []
    positions = [Int?](repeating: nil, count: issues.names.count)
    saliences = positions
    for (place, column) in table.columns.enumerated() where !column.text.isEmpty {
      if Self.required.contains(column.text) || Self.optional.contains(column.text) { continue }
      if let issue = Self.issue(column, after: "position.", issues, &faults) {
        if let issue { positions[issue] = positions[issue] ?? place }
      } else if let issue = Self.issue(column, after: "salience.", issues, &faults) {
        if let issue { saliences[issue] = saliences[issue] ?? place }
      } else {
        unknown.append(column)
      }
    }
    unknown = findWeights(wanted ?? [], among: unknown, faults: &faults)
    unknown = findMisspelt(unknown, issues: issues, faults: &faults)
    if wanted != nil, issues.isComplete {
      for column in unknown {
        faults.add(
          "The column \(shown(column.text)) has no meaning here.",
          at: column.place,
          remedy: "The columns are \(Self.known(issues)), and weights that the voting rule names."
        )
      }
    }
    if !table.isInline { checkComplete(table, issues: issues, faults: &faults) }
  }

  /// The issue that a column with this prefix is about; none inside if it is not known.
  private static func issue(
    _ column: Cell,
    after prefix: String,
    _ issues: NameTable,
    _ faults: inout FaultCollector
  ) -> Int?? {
    guard column.text.utf8.starts(with: prefix.utf8) else { return nil }
    let name = String(column.text.dropFirst(prefix.utf8.count))
    return .some(faults.find(Cell(text: name, place: column.place), in: issues))
  }

  private static func known(_ issues: NameTable) -> String {
    let names = required + ["position.…"] + optional + ["salience.…"]
    return names.joined(separator: ", ")
  }

  /// Finds the weights of the voting rule and gives the columns that are left.
  private mutating func findWeights(
    _ wanted: [Cell],
    among columns: [Cell],
    faults: inout FaultCollector
  ) -> [Cell] {
    var columns = columns
    for name in wanted where !weightNames.contains(name.text) {
      var found = columns.first { $0.text == name.text }?.text
      if found == nil {
        let names = columns.map(\.text)
        faults.add(
          "No column of weights is called \(shown(name.text)).",
          at: name.place,
          remedy: NearestName.remedy(for: name.text, among: names, called: "further columns")
            ?? "Add a column \(shown(name.text)) to the delegations, or write members."
        )
        found = NearestName.find(name.text, among: names)
      }
      guard let found, let place = places[found] else { continue }
      weights.append(place)
      weightNames.append(name.text)
      columns.removeAll { $0.text == found }
    }
    return columns
  }

  /// Finds the known columns behind slips of the finger and gives the columns that are left.
  private mutating func findMisspelt(
    _ columns: [Cell],
    issues: NameTable,
    faults: inout FaultCollector
  ) -> [Cell] {
    let scales = issues.names.map { "position.\($0)" } + issues.names.map { "salience.\($0)" }
    let known = Self.required + Self.optional + scales
    return columns.filter { column in
      guard let nearest = NearestName.find(column.text, among: known) else { return true }
      faults.add(
        "No column is called \(shown(column.text)).",
        at: column.place,
        remedy: "Did you mean \(nearest)?"
      )
      guard let place = places[column.text] else { return false }
      places[nearest] = places[nearest] ?? place
      if let scale = scales.firstIndex(of: nearest) {
        let issue = scale % issues.names.count
        if scale < issues.names.count {
          positions[issue] = positions[issue] ?? place
        } else {
          saliences[issue] = saliences[issue] ?? place
        }
      }
      return false
    }
  }

  private func checkComplete(
    _ table: DelegationTable,
    issues: NameTable,
    faults: inout FaultCollector
  ) {
    let place = Place(part: .delegations, line: table.columns.first?.place.line ?? 1, column: 1)
    for name in Self.required where places[name] == nil {
      faults.add("The column \(name) is missing.", at: place)
    }
    for (issue, name) in issues.names.enumerated() where positions[issue] == nil {
      faults.add("The column position.\(name) is missing.", at: place)
    }
  }
}
