public import Treaty

extension ScenarioReader {
  private static let heading = ["clause", "wording", "issue", "value"]

  /// Reads the placements of somebody else: a table with `clause,wording,issue,value`, where the wording `absent` means
  /// a treaty without the clause.
  ///
  /// Throws all that is wrong with the table.
  public static func coding(
    _ file: SourceFile,
    of scenario: Scenario
  ) throws(FaultyScenario) -> SecondCoding {
    var faults = FaultCollector()
    let coding = read(file, of: scenario, faults: &faults)
    guard let coding, faults.isEmpty else { throw FaultyScenario(faults: faults.inOrder) }
    return coding
  }

  private static func read(
    _ file: SourceFile,
    of scenario: Scenario,
    faults: inout FaultCollector
  ) -> SecondCoding? {
    guard let text = faults.text(of: file, as: .coding(file.path)) else { return nil }
    var reader = CSVReader(text)
    guard let header = reader.next(keeping: heading.count, faults: &faults) else { return nil }
    guard header.fieldCount == heading.count, header.fields.map(\.text) == heading else {
      faults.add(
        "The header of a second coding is \(heading.joined(separator: ",")).",
        at: header.place,
        remedy: "Write that as its first line."
      )
      return nil
    }
    let clauses = names(scenario.clauses.map(\.id.text), "clause", "clauses")
    let issues = names(scenario.issues.map(\.id.text), "issue", "issues")
    var marks: [SecondCoding.Mark] = []
    var lines: [[Int]: Int] = [:]
    while let record = reader.next(keeping: heading.count, faults: &faults) {
      guard record.fieldCount == heading.count else {
        faults.add("This line has \(record.fieldCount) fields, not four.", at: record.place)
        continue
      }
      guard let clause = faults.find(record.fields[0], in: clauses),
        let issue = faults.find(record.fields[2], in: issues),
        let value = faults.number(record.fields[3], as: "the value", .place)
      else { continue }
      let known = [Provision.absent.name] + scenario.clauses[clause].wordings.map(\.id.text)
      let wordings = names(known, "wording of clause \(scenario.clauses[clause].id)", "wordings")
      guard let wording = faults.find(record.fields[1], in: wordings) else { continue }
      guard scenario.clauses[clause].issues.contains(issue) else {
        faults.add(
          "Clause \(scenario.clauses[clause].id) does not bear on \(shown(record.fields[2].text)).",
          at: record.fields[2].place,
          remedy: "Leave this line out."
        )
        continue
      }
      if let line = lines.updateValue(record.place.line, forKey: [clause, wording, issue]) {
        faults.add(
          "This wording is placed on this issue a second time.",
          at: record.place,
          remedy: "The first stands on line \(line)."
        )
      }
      marks.append(
        SecondCoding.Mark(
          clause: clause,
          wording: wording == 0 ? nil : Wording.ID(known[wording]),
          issue: issue,
          value: value
        )
      )
    }
    if marks.isEmpty { faults.addEmpty("The table has no line.", .coding(file.path)) }
    return SecondCoding(marks: marks)
  }

  /// A table of names that lines can refer to.
  static func names(_ names: [String], _ singular: String, _ plural: String) -> NameTable {
    var table = NameTable(singular: singular, plural: plural)
    for name in names {
      _ = table.add(Cell(text: name, place: .whole(.scenario)))
    }
    return table
  }
}
