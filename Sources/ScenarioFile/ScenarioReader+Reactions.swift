public import Treaty

extension ScenarioReader {
  private static let columns = ["observer", "draft", "level", "source"]

  /// Reads what observers are on record as having said: a table with `observer,draft,level,source`, a line for each
  /// statement, the level from −2 (strongly opposed) to 2 (strongly in favour).
  ///
  /// Throws all that is wrong with the table.
  public static func reactions(
    _ file: SourceFile,
    of scenario: Scenario
  ) throws(FaultyScenario) -> [RecordedReaction] {
    var faults = FaultCollector()
    let reactions = readReactions(file, of: scenario, faults: &faults)
    guard faults.isEmpty else { throw FaultyScenario(faults: faults.inOrder) }
    return reactions
  }

  private static func readReactions(
    _ file: SourceFile,
    of scenario: Scenario,
    faults: inout FaultCollector
  ) -> [RecordedReaction] {
    guard let text = faults.text(of: file, as: .reactions(file.path)) else { return [] }
    var reader = CSVReader(text)
    guard let header = reader.next(keeping: columns.count, faults: &faults) else { return [] }
    guard header.fieldCount == columns.count, header.fields.map(\.text) == columns else {
      faults.add(
        "The header of a table of reactions is \(columns.joined(separator: ",")).",
        at: header.place,
        remedy: "Write that as its first line."
      )
      return []
    }
    let observers = names(scenario.observers.map(\.id.text), "observer", "observers")
    let drafts = names(scenario.drafts.map(\.id.text), "draft", "drafts")
    var reactions: [RecordedReaction] = []
    while let record = reader.next(keeping: columns.count, faults: &faults) {
      guard record.fieldCount == columns.count else {
        faults.add("This line has \(record.fieldCount) fields, not four.", at: record.place)
        continue
      }
      guard let observer = faults.find(record.fields[0], in: observers),
        let draft = faults.find(record.fields[1], in: drafts),
        let level = faults.number(record.fields[2], as: "the level", .within(-2...2))
      else { continue }
      reactions.append(
        RecordedReaction(
          observer: observer,
          draft: draft,
          level: level,
          source: record.fields[3].text
        )
      )
    }
    if reactions.isEmpty { faults.addEmpty("The table has no line.", .reactions(file.path)) }
    return reactions
  }
}
