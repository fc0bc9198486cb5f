internal import Treaty

extension ScenarioBuilder {
  /// What may break in between rounds.
  mutating func readNews(_ value: YAMLValue?) -> [NewsItem] {
    guard let value, let values = faults.list(value, as: "the list of events") else { return [] }
    return values.compactMap { readNewsItem($0) }
  }

  private mutating func readNewsItem(_ value: YAMLValue) -> NewsItem? {
    guard
      let fields = faults.fields(
        of: value,
        as: "an event",
        required: ["id", "title", "text", "chance", "after", "effects"],
        optional: ["when", "source"]
      )
    else { return nil }
    let id = faults.name(fields["id"], as: "the id of an event", .word)
    if let id { _ = faults.declare(id, in: &newsNames) }
    let title = faults.line(fields["title"], as: "the title of the event")
    let text = faults.prose(fields["text"], as: "the text of the event")
    let chance = faults.number(fields["chance"], as: "the chance", .share)
    let rounds = readRounds(fields["after"])
    let conditions = readConditions(fields["when"], as: "when")
    let values = fields["effects"].flatMap { faults.list($0, as: "the list of effects") } ?? []
    let effects = values.compactMap { readEffect($0) }
    let source = faults.prose(fields["source"], as: "the source")
    guard let id, let chance, let rounds else { return nil }
    return NewsItem(
      id: NewsItem.ID(id.text),
      title: title,
      text: text,
      chance: chance,
      rounds: rounds,
      conditions: conditions,
      effects: effects,
      source: source
    )
  }

  private mutating func readRounds(_ value: YAMLValue?) -> ClosedRange<Int>? {
    guard let value, let values = faults.list(value, as: "after") else { return nil }
    let rounds = values.compactMap { faults.whole($0, as: "a round", .within(1...100)) }
    guard rounds.count == 2, values.count == 2, rounds[0] <= rounds[1] else {
      faults.add(
        "The rounds after which it may break are unclear.",
        at: value.place,
        remedy: "Give the first and the last, as in [1, 3]."
      )
      return nil
    }
    return rounds[0]...rounds[1]
  }

  private mutating func readEffect(_ value: YAMLValue) -> NewsItem.Effect? {
    guard
      let fields = faults.fields(
        of: value,
        as: "an effect",
        required: ["of"],
        optional: ["issue", "salience", "position", "openness"]
      )
    else { return nil }
    let holder = fields["of"].flatMap { faults.cell($0, as: "of") }.flatMap { cell -> String? in
      cell.text == "all" ? "" : faults.find(cell, among: [delegationNames, groupNames])?.name
    }
    let salience = faults.number(
      fields["salience"],
      as: "the factor of salience",
      .within(0.1...10)
    )
    let position = faults.number(
      fields["position"],
      as: "the step of position",
      .within(-100...100)
    )
    let openness = faults.number(fields["openness"], as: "the step of openness", .within(-1...1))
    let issue = fields["issue"].flatMap { faults.cell($0, as: "the issue") }.flatMap {
      faults.find($0, in: issueNames)
    }
    let given = ["salience", "position", "openness"].filter { fields[$0] != nil }
    guard given.count == 1, (fields["issue"] == nil) == (given == ["openness"]) else {
      faults.add(
        "It is unclear what the effect changes.",
        at: value.place,
        remedy: "Give an issue with salience or position, or else openness."
      )
      return nil
    }
    guard let holder else { return nil }
    if let openness { return NewsItem.Effect(holder: holder, change: .openness(openness)) }
    guard let issue else { return nil }
    if let salience {
      return NewsItem.Effect(holder: holder, change: .salience(salience, issue: issue))
    }
    return position.map {
      NewsItem.Effect(holder: holder, change: .position($0, issue: issue))
    }
  }
}
