internal import Treaty

extension ScenarioBuilder {
  private static let tests = ["reads", "not", "above", "below", "says", "lacks"]

  /// What has to hold of a text, or of how the talks end.
  mutating func readConditions(_ value: YAMLValue?, as subject: String) -> [TextCondition] {
    guard let value, let values = faults.list(value, as: subject) else { return [] }
    return values.compactMap { readTextCondition($0) }
  }

  private mutating func readTextCondition(_ value: YAMLValue) -> TextCondition? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a condition",
        required: [],
        optional: ["clause", "issue", "outcome"] + Self.tests
      )
    else { return nil }
    if let outcome = fields["outcome"] { return readOutcome(outcome) }
    let given = Self.tests.filter { fields[$0] != nil }
    let wantsIssue = given == ["above"] || given == ["below"]
    guard given.count == 1, fields["clause"] != nil, (fields["issue"] != nil) == wantsIssue else {
      faults.add(
        "This is no condition on a text.",
        at: value.place,
        remedy:
          "Write { clause: \"2\", reads: [may-review] }, { clause: \"2\", issue: limits, above: 50 } or { outcome: adopted }."
      )
      return nil
    }
    let clause = fields["clause"].flatMap { faults.cell($0, as: "the clause") }.flatMap {
      faults.find($0, in: clauseNames)
    }
    if wantsIssue {
      let issue = fields["issue"].flatMap { faults.cell($0, as: "the issue") }.flatMap {
        weighedIssue($0, of: clause)
      }
      let above = faults.number(fields["above"], as: "the limit", .place)
      let below = faults.number(fields["below"], as: "the limit", .place)
      guard let clause, let issue else { return nil }
      return above.map { .above($0, issue: issue, clause: clause) }
        ?? below.map { .below($0, issue: issue, clause: clause) }
    }
    let phrases = readWords(fields["says"]) + readWords(fields["lacks"])
    let listed = fields["reads"] ?? fields["not"]
    let provisions = listed.map { readProvisions($0, of: clause) } ?? []
    guard let clause else { return nil }
    switch given[0] {
    case "reads": return .reads(provisions, clause: clause)
    case "not": return .readsNone(provisions, clause: clause)
    case "says": return .says(phrases, clause: clause)
    default: return .lacks(phrases, clause: clause)
    }
  }

  private mutating func readOutcome(_ value: YAMLValue) -> TextCondition? {
    guard let cell = faults.cell(value, as: "the outcome") else { return nil }
    switch cell.text {
    case "adopted": return .isAdopted(true)
    case "not-adopted": return .isAdopted(false)
    default:
      faults.add(
        "The outcome is \(shown(cell.text)).",
        at: cell.place,
        remedy: "Write adopted or not-adopted."
      )
      return nil
    }
  }

  private mutating func readProvisions(_ value: YAMLValue, of clause: Int?) -> [Provision] {
    guard let values = faults.list(value, as: "the list of wordings") else { return [] }
    return values.compactMap { value in
      guard let cell = faults.cell(value, as: "a wording"), let clause, clause < clauses.count
      else { return nil }
      return provision(cell, at: clause)
    }
  }
}
