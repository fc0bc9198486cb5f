internal import Treaty

extension ScenarioBuilder {
  /// What delegations will not accept.
  mutating func readRedLines(_ value: YAMLValue?) -> [RedLine] {
    guard let value, let values = faults.list(value, as: "redLines") else { return [] }
    return values.compactMap { readRedLine($0) }
  }

  private mutating func readRedLine(_ value: YAMLValue) -> RedLine? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a red line",
        required: ["of", "clause", "price"],
        optional: ["issue", "above", "below", "wording", "reason"]
      )
    else { return nil }
    let holder = fields["of"].flatMap { faults.cell($0, as: "of") }.flatMap {
      faults.find($0, among: [delegationNames, groupNames])
    }
    let clause = fields["clause"].flatMap { faults.cell($0, as: "the clause") }.flatMap {
      faults.find($0, in: clauseNames)
    }
    let price = faults.number(fields["price"], as: "the price", .atLeast(0))
    let reason = faults.prose(fields["reason"], as: "the reason")
    let condition = readRedLineCondition(fields, clause: clause)
    guard let holder, let clause, let price, let condition else { return nil }
    return RedLine(
      holder: holder.name,
      clause: clause,
      condition: condition,
      price: price,
      reason: reason
    )
  }

  private mutating func readRedLineCondition(
    _ fields: YAMLFields,
    clause: Int?
  ) -> RedLine.Condition? {
    let given = ["above", "below", "wording"].filter { fields[$0] != nil }
    let wantsIssue = given != ["wording"]
    guard given.count == 1, (fields["issue"] != nil) == wantsIssue else {
      faults.add(
        given.count == 1
          ? "The red line \(wantsIssue ? "names no issue" : "has both an issue and a wording")."
          : "The red line has \(given.isEmpty ? "nothing" : given.joined(separator: " and ")) that crosses it.",
        at: fields.place,
        remedy: "Give an issue with above or below, or else a wording."
      )
      return nil
    }
    if let value = fields["wording"] {
      let cell = faults.cell(value, as: "the wording")
      guard let clause, clause < clauses.count, let cell else { return nil }
      return provision(cell, at: clause).map { .reads($0) }
    }
    let above = faults.number(fields["above"], as: "the limit", .place)
    let below = faults.number(fields["below"], as: "the limit", .place)
    let issue = fields["issue"].flatMap { faults.cell($0, as: "the issue") }.flatMap {
      weighedIssue($0, of: clause)
    }
    guard let issue else { return nil }
    return above.map { .above($0, issue: issue) } ?? below.map { .below($0, issue: issue) }
  }

  /// An issue that a clause bears on, where any other is a fault.
  mutating func weighedIssue(_ cell: Cell, of clause: Int?) -> Int? {
    guard let issue = faults.find(cell, in: issueNames) else { return nil }
    guard let clause, clause < clauses.count, let weighed = clauses[clause].weighed else {
      return issue
    }
    if !weighed[issue] {
      let names = issueNames.names.indices.filter { weighed[$0] }.map { issueNames.names[$0] }
      faults.add(
        "The clause \(clauses[clause].clause.id) does not bear on \(shown(cell.text)).",
        at: cell.place,
        remedy: "It bears on \(names.joined(separator: ", "))."
      )
    }
    return issue
  }
}
