internal import Treaty

extension ScenarioBuilder {
  /// Who watches.
  mutating func readObservers(_ value: YAMLValue?) -> [Observer] {
    guard let value, let values = faults.list(value, as: "observers") else { return [] }
    return values.compactMap { readObserver($0) }
  }

  private mutating func readObserver(_ value: YAMLValue) -> Observer? {
    guard
      let fields = faults.fields(
        of: value,
        as: "an observer",
        required: ["id", "name", "kind", "reach", "prior", "criteria"],
        optional: ["source"]
      )
    else { return nil }
    let id = faults.name(fields["id"], as: "the id of an observer", .word)
    if let id { _ = faults.declare(id, in: &observerNames) }
    let kind: Observer.Kind =
      faults.choice(fields["kind"], as: "the kind of an observer") ?? .rights
    return Observer(
      id: Observer.ID(id?.text ?? ""),
      name: faults.line(fields["name"], as: "the name of the observer"),
      kind: kind,
      reach: faults.number(fields["reach"], as: "the reach", .share) ?? 0,
      prior: faults.number(fields["prior"], as: "the prior", .within(-100...100)) ?? 0,
      criteria: readCriteria(fields["criteria"], of: kind),
      source: faults.prose(fields["source"], as: "the source")
    )
  }

  private mutating func readCriteria(
    _ value: YAMLValue?,
    of kind: Observer.Kind
  ) -> [Observer.Criterion] {
    guard let value, let values = faults.list(value, as: "criteria") else { return [] }
    if kind == .press {
      guard !values.isEmpty else { return [] }
      faults.add(
        "The press takes no side and has no criteria.",
        at: value.place,
        remedy: "Write criteria: [] or give the observer another kind."
      )
    } else if values.isEmpty {
      faults.add(
        "The observer has no criterion.",
        at: value.place,
        remedy: "An observer needs one or more to judge a text by."
      )
    }
    return values.compactMap { readCriterion($0) }
  }

  private mutating func readCriterion(_ value: YAMLValue) -> Observer.Criterion? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a criterion",
        required: ["clause", "wanted", "weight", "principle"],
        optional: ["concern", "redLine", "requires", "forbids", "source"]
      )
    else { return nil }
    let clause = fields["clause"].flatMap { faults.cell($0, as: "the clause") }.flatMap {
      faults.find($0, in: clauseNames)
    }
    let wanted = fields["wanted"].flatMap { readWanted($0, of: clause) }
    let weight = faults.number(fields["weight"], as: "the weight", .above(0))
    let principle = faults.line(fields["principle"], as: "the principle")
    let concern = faults.prose(fields["concern"], as: "the concern")
    let isRedLine = faults.flag(fields["redLine"], as: "the value of redLine") ?? false
    let source = faults.prose(fields["source"], as: "the source")
    let required = readWords(fields["requires"])
    let forbidden = readWords(fields["forbids"])
    guard let clause, let wanted, let weight else { return nil }
    return Observer.Criterion(
      clause: clause,
      issue: wanted.issue,
      wanted: wanted.range,
      required: required,
      forbidden: forbidden,
      weight: weight,
      principle: principle,
      concern: concern,
      isRedLine: isRedLine,
      source: source
    )
  }

  private mutating func readWanted(
    _ value: YAMLValue,
    of clause: Int?
  ) -> (issue: Int, range: ClosedRange<Double>)? {
    guard let entries = faults.entries(of: value, as: "wanted") else { return nil }
    guard entries.count == 1, let entry = entries.first else {
      faults.add(
        "A criterion wants something on \(entries.count) issues.",
        at: value.place,
        remedy: "Name exactly one, and write a criterion for each other."
      )
      return nil
    }
    let issue = weighedIssue(entry.key, of: clause)
    guard let ends = faults.list(entry.value, as: "the range wanted") else { return nil }
    guard ends.count == 2 else {
      faults.add(
        "The range wanted has \(ends.count) \(ends.count == 1 ? "number" : "numbers").",
        at: entry.value.place,
        remedy: "Write the lowest and the highest, as in [75, 100]."
      )
      return nil
    }
    let low = faults.number(ends[0], as: "the lowest place wanted", .place)
    let high = faults.number(ends[1], as: "the highest place wanted", .place)
    guard let issue, let low, let high else { return nil }
    guard low <= high else {
      faults.add(
        "The range wanted goes from \(plain(low)) down to \(plain(high)).",
        at: entry.value.place,
        remedy: "Write the lower number first."
      )
      return nil
    }
    return (issue, low...high)
  }
}
