internal import Treaty

extension ScenarioBuilder {
  /// Learns the names of the issues, which all other parts refer to, and gives their descriptions.
  mutating func readIssueNames(_ root: YAMLFields?) -> [YAMLValue] {
    guard let value = root?["issues"], let values = faults.list(value, as: "issues") else {
      issueNames.isComplete = false
      return []
    }
    if values.isEmpty {
      faults.add("There are no issues.", at: value.place, remedy: "A scenario needs one or more.")
      issueNames.isComplete = false
    }
    let limit = ScenarioReader.limits.issues
    if values.count > limit {
      faults.addTooMany(limit, of: "issues", at: values[limit].place)
      issueNames.isComplete = false
    }
    for value in values.prefix(limit) {
      guard case .mapping(let entries) = value.content,
        let id = entries.first(where: { $0.key.text == "id" })?.value,
        let cell = faults.name(id, as: "the id of an issue", .word)
      else {
        issueNames.isComplete = false
        continue
      }
      _ = faults.declare(cell, in: &issueNames)
    }
    return Array(values.prefix(limit))
  }

  /// An issue; nothing if a fault leaves it without a name.
  mutating func readIssue(_ value: YAMLValue) -> Issue? {
    guard
      let fields = faults.fields(
        of: value,
        as: "an issue",
        required: ["id", "title", "low", "high", "noAgreement"],
        optional: ["scale", "cues"]
      )
    else { return nil }
    let id = faults.name(fields["id"], as: "the id of an issue", .word)?.text ?? ""
    let cueName = faults.name(fields["cues"], as: "what the lexicon calls the issue", .word)
    return Issue(
      id: Issue.ID(id),
      title: faults.line(fields["title"], as: "the title of the issue"),
      low: faults.line(fields["low"], as: "low"),
      high: faults.line(fields["high"], as: "high"),
      scale: readScale(fields["scale"]),
      noAgreement: readNoAgreement(fields["noAgreement"]),
      cueName: cueName.map { Issue.ID($0.text) }
    )
  }

  private mutating func readScale(_ value: YAMLValue?) -> [Issue.Mark] {
    guard let value, let entries = faults.entries(of: value, as: "scale") else { return [] }
    var marks: [Issue.Mark] = []
    for entry in entries {
      let meaning = faults.line(entry.value, as: "the meaning of a mark")
      guard let at = faults.number(entry.key, as: "a mark of the scale", .place) else { continue }
      if let last = marks.last, at <= last.at {
        faults.add(
          "The mark \(plain(at)) comes after \(plain(last.at)).",
          at: entry.key.place,
          remedy: "Marks go up from 0 to 100."
        )
      }
      marks.append(Issue.Mark(at: at, meaning: meaning))
    }
    return marks
  }

  private mutating func readNoAgreement(_ value: YAMLValue?) -> NoAgreement {
    guard let value else { return NoAgreement(standard: 0) }
    if case .text = value.content {
      return NoAgreement(
        standard: faults.number(value, as: "the place without agreement", .place) ?? 0
      )
    }
    var standard: Double?
    var exceptions: [NoAgreement.Exception] = []
    guard let entries = faults.entries(of: value, as: "noAgreement") else {
      return NoAgreement(standard: 0)
    }
    for entry in entries {
      let place = faults.number(entry.value, as: "the place without agreement", .place) ?? 0
      guard entry.key.text != "default" else {
        standard = place
        continue
      }
      let found = faults.find(entry.key, among: [groupNames])
      exceptions.append(
        NoAgreement.Exception(group: Bloc.ID(found?.name ?? entry.key.text), place: place)
      )
    }
    if standard == nil {
      faults.add(
        "The key default is missing in noAgreement.",
        at: value.place,
        remedy: "It gives the place of all whom no bloc or group in the list fits."
      )
    }
    return NoAgreement(standard: standard ?? 0, exceptions: exceptions)
  }

  /// Notes the issues that no clause bears on, about which no text could ever say anything.
  mutating func checkEveryIssueIsWeighed(_ values: [YAMLValue]) {
    guard clauseNames.isComplete, !clauses.isEmpty else { return }
    let weighed = clauses.compactMap(\.weighed)
    guard weighed.count == clauses.count else { return }
    for (issue, name) in issueNames.names.enumerated() {
      guard let place = issueNames.place(of: name), !weighed.contains(where: { $0[issue] }) else {
        continue
      }
      faults.add(
        "No clause bears on the issue \(shown(name)).",
        at: place,
        remedy: "Name it in the weight of a clause, or drop it."
      )
    }
  }
}
