internal import Treaty

extension ScenarioBuilder {
  /// The drafts, the one that opens the talks and the one to which failure may lead.
  mutating func readDrafts(
    _ root: YAMLFields
  ) -> (drafts: [Draft], opening: Int, fallback: Int?) {
    guard let value = root["drafts"], let entries = faults.entries(of: value, as: "drafts") else {
      return ([], 0, nil)
    }
    let limit = ScenarioReader.limits.drafts
    if entries.isEmpty {
      faults.add("There is no draft.", at: value.place, remedy: "A scenario needs one or more.")
      draftNames.isComplete = false
    } else if entries.count > limit {
      faults.addTooMany(limit, of: "drafts", at: entries[limit].key.place)
      draftNames.isComplete = false
    }
    for entry in entries.prefix(limit) {
      faults.checkName(entry.key, as: "the id of a draft", .word)
      _ = faults.declare(entry.key, in: &draftNames)
    }
    let fallback = readFallback(root["fallback"])
    let drafts = entries.prefix(limit).map {
      readDraft($0, fallback: fallback?.chance, hasFallback: root["fallback"] != nil)
    }
    let opening = root["opening"].flatMap { faults.cell($0, as: "the opening draft") }.flatMap {
      faults.find($0, in: draftNames)
    }
    return (drafts, opening ?? 0, fallback?.draft)
  }

  private mutating func readFallback(_ value: YAMLValue?) -> (draft: Int, chance: Double)? {
    guard let value,
      let fields = faults.fields(of: value, as: "fallback", required: ["draft", "chance"])
    else { return nil }
    let chance = faults.number(fields["chance"], as: "the chance of the fallback", .share)
    let draft = fields["draft"].flatMap { faults.cell($0, as: "the draft of the fallback") }
      .flatMap { faults.find($0, in: draftNames) }
    guard let chance, let draft else { return nil }
    return (draft, chance)
  }

  private mutating func readDraft(
    _ entry: YAMLEntry,
    fallback: Double?,
    hasFallback: Bool
  ) -> Draft {
    let fields = faults.fields(
      of: entry.value,
      as: "a draft",
      required: ["title"],
      optional: ["date", "fallbackChance", "package", "wordings"]
    )
    let chance = faults.number(fields?["fallbackChance"], as: "the fallbackChance", .share)
    if let chance, chance > 0, !hasFallback, let place = fields?["fallbackChance"]?.place {
      faults.add(
        "A fallbackChance is given, and the scenario has no fallback.",
        at: place,
        remedy: "Name the draft to which failure leads under fallback."
      )
    }
    return Draft(
      id: Draft.ID(entry.key.text),
      title: faults.line(fields?["title"], as: "the title of the draft"),
      date: faults.line(fields?["date"], as: "the date of the draft"),
      text: readText(fields?["wordings"]),
      fallbackChance: chance ?? fallback ?? 0,
      isPackage: faults.flag(fields?["package"], as: "the value of package") ?? false
    )
  }

  private mutating func readText(_ value: YAMLValue?) -> TreatyText {
    var provisions = [Provision](repeating: .absent, count: clauses.count)
    guard let value, let entries = faults.entries(of: value, as: "wordings") else {
      return TreatyText(provisions)
    }
    for entry in entries {
      let wording = faults.cell(entry.value, as: "a wording")
      guard let clause = faults.find(entry.key, in: clauseNames), clause < clauses.count,
        let wording, let provision = provision(wording, at: clause)
      else { continue }
      provisions[clause] = provision
    }
    return TreatyText(provisions)
  }

  /// A wording of a clause or `absent`, where any other name is a fault.
  mutating func provision(_ cell: Cell, at clause: Int) -> Provision? {
    guard cell.text != Provision.absent.name else { return .absent }
    let names = clauses[clause].wordingNames
    guard let wording = faults.find(cell, in: names) else { return nil }
    return .listed(Wording.ID(names.names[wording]))
  }
}
