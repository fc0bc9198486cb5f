internal import Treaty

extension ScenarioBuilder {
  /// What recorded votes have moved, as `plenary calibrate` writes it; nothing where the scenario has no such file or a
  /// fault leaves it incomplete.
  mutating func readLeanings(
    _ value: YAMLValue?,
    model: ModelParameters,
    delegations: [Delegation]
  ) -> Leanings? {
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "the calibration",
        required: ["votes", "model", "axis", "shifts"],
        optional: ["absences"]
      )
    else { return nil }
    let votes = fields["votes"].flatMap { faults.list($0, as: "the list of votes") } ?? []
    let places = votes.compactMap { value in
      faults.cell(value, as: "a vote").flatMap { faults.find($0, in: decisionNames) }
    }
    let numbers = fields["model"].map { readModel($0, over: model) } ?? model
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
      decisions: places
    )
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
