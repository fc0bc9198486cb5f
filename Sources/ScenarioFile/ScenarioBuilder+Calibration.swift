internal import Treaty

extension ScenarioBuilder {
  /// What recorded votes have moved, as `plenary calibrate` writes it; nothing where the scenario has no such file or a
  /// fault leaves it incomplete.
  mutating func readLeanings(
    _ value: YAMLValue?,
    model: ModelParameters,
    delegations: [Delegation],
    decisions: [Decision]
  ) -> Leanings? {
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "the calibration",
        required: ["votes", "model", "axis", "shifts"],
        optional: ["absences"]
      )
    else { return nil }
    let votes = fields["votes"].map { readFitted($0, among: decisions) } ?? []
    let numbers =
      fields["model"].map { readModel($0, over: model, only: Leanings.numbers.map(\.name)) }
      ?? model
    let axis = readNumbers(
      fields["axis"],
      of: issueNames,
      as: "the axis",
      each: "the step",
      .within(-1...1)
    )
    let shifts = readNumbers(
      fields["shifts"],
      of: delegationNames,
      as: "the shifts",
      each: "the shift",
      .within(-100...100)
    )
    let absences = readNumbers(
      fields["absences"],
      of: delegationNames,
      as: "the absences",
      each: "the absence",
      .share
    )
    return Leanings(
      model: numbers,
      axis: issueNames.names.indices.map { axis[$0] ?? 0 },
      shifts: delegations.indices.map { shifts[$0] ?? 0 },
      absences: delegations.enumerated().map { absences[$0.offset] ?? $0.element.absence },
      decisions: votes
    )
  }

  /// The votes that were fitted, as places among the decisions.
  private mutating func readFitted(_ value: YAMLValue, among decisions: [Decision]) -> [Int] {
    let values = faults.list(value, as: "the list of votes") ?? []
    if case .list = value.content, values.isEmpty {
      faults.add(
        "The calibration names no vote.",
        at: value.place,
        remedy: "Leave the file out where nothing was fitted."
      )
    }
    var places: [Int] = []
    var named: [String] = []
    for value in values {
      guard let cell = faults.cell(value, as: "a vote"),
        let place = faults.find(cell, in: decisionNames)
      else { continue }
      // A decision with faults of its own is missing among those that were read.
      let decision = decisions.first { $0.id.text == cell.text }
      if named.contains(cell.text) {
        faults.add("The vote \(shown(cell.text)) is named twice.", at: cell.place)
      } else if decision?.hasAnswersByState == false {
        faults.add(
          "Nothing can be fitted to \(shown(cell.text)).",
          at: cell.place,
          remedy: "Name resolutions on which it is on record who voted how."
        )
      }
      places.append(place)
      named.append(cell.text)
    }
    return places
  }

  /// Numbers by the names of a table.
  private mutating func readNumbers(
    _ value: YAMLValue?,
    of names: NameTable,
    as subject: String,
    each: String,
    _ bounds: Bounds
  ) -> [Int: Double] {
    guard let value, let entries = faults.entries(of: value, as: subject) else { return [:] }
    var numbers: [Int: Double] = [:]
    for entry in entries {
      let place = faults.find(entry.key, in: names)
      let number = faults.number(entry.value, as: "\(each) of \(shown(entry.key.text))", bounds)
      if let place, let number { numbers[place] = number }
    }
    return numbers
  }
}
