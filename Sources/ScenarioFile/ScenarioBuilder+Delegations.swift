internal import Treaty

extension ScenarioBuilder {
  /// The delegations and the weights that the voting rule names; learns the names of delegations,
  /// blocs and groups.
  mutating func readDelegations(
    _ table: DelegationTable?,
    rule body: YAMLValue?
  ) -> (delegations: [Delegation], weightNames: [String]) {
    guard let table else {
      forgetCompleteness()
      return ([], [])
    }
    let columns = DelegationColumns(
      table,
      issues: issueNames,
      weights: Self.weightNames(body),
      faults: &faults
    )
    let delegations = table.rows.compactMap { readDelegation($0, columns, table) }
    if table.isCutOff {
      forgetCompleteness()
    } else if table.rows.count < 2 {
      let place = table.rows.first?.place ?? table.columns.first?.place
      faults.add(
        table.rows.isEmpty ? "There are no delegations." : "There is only one delegation.",
        at: place ?? .whole(table.isInline ? .scenario : .delegations),
        remedy: "It takes two to negotiate."
      )
    }
    return (delegations, columns.weightNames)
  }

  /// The names of weights in the voting rule, without a judgement on the rule; nothing if there is
  /// no rule to be read.
  private static func weightNames(_ body: YAMLValue?) -> [Cell]? {
    func value(_ key: String, in value: YAMLValue?) -> YAMLValue? {
      guard case .mapping(let entries)? = value?.content else { return nil }
      return entries.first { $0.key.text == key }?.value
    }
    guard let rule = value("rule", in: body) else { return nil }
    guard case .list(let conditions)? = value("all", in: rule)?.content else { return [] }
    return conditions.compactMap { condition in
      guard let name = value("of", in: condition), case .text(let text, _) = name.content,
        text.trimmed != VotingRule.members
      else { return nil }
      return Cell(text: text.trimmed, place: name.place)
    }
  }

  /// Notes that not all delegations are known, so that an unknown name is no further fault.
  private mutating func forgetCompleteness() {
    delegationNames.isComplete = false
    groupNames.isComplete = false
    blocNames.isComplete = false
  }

  private mutating func readDelegation(
    _ row: DelegationTable.Row,
    _ columns: DelegationColumns,
    _ table: DelegationTable
  ) -> Delegation? {
    var reader = RowReader(row: row, isInline: table.isInline, faults: faults)
    defer { faults = reader.faults }
    guard let id = reader.name(columns["id"], called: "id", of: "a delegation") else {
      delegationNames.isComplete = false
      return nil
    }
    _ = reader.faults.declare(id, in: &delegationNames)
    guard !row.isBroken else {
      areWeightsKnown = false
      groupNames.isComplete = false
      blocNames.isComplete = false
      return nil
    }
    let bloc = reader.name(columns["bloc"], called: "bloc", of: id.text)
    if let bloc {
      _ = blocNames.add(bloc)
      _ = groupNames.add(bloc)
    } else {
      groupNames.isComplete = false
      blocNames.isComplete = false
    }
    let groups = reader.groups(columns["groups"])
    for group in groups { _ = groupNames.add(group) }
    let name = reader.line(columns["name"], called: "name", of: id.text)
    let positions = issueNames.names.indices.map {
      reader.required(columns.positions[$0], "position.\(issueNames.names[$0])", of: id, .place)
        ?? 0
    }
    let saliences = issueNames.names.indices.map {
      reader.number(columns.saliences[$0], "the salience", .atLeast(0)) ?? 1
    }
    let weights = columns.weights.indices.compactMap {
      reader.required(columns.weights[$0], columns.weightNames[$0], of: id, .atLeast(0))
    }
    areWeightsKnown = areWeightsKnown && weights.count == columns.weights.count
    return Delegation(
      id: Delegation.ID(id.text),
      name: name,
      bloc: bloc.flatMap { blocNames.index(of: $0.text) } ?? 0,
      blocID: Bloc.ID(bloc?.text ?? ""),
      groups: groups.map { Bloc.ID($0.text) },
      influence: reader.number(columns["influence"], "the influence", .above(0)) ?? 1,
      absence: reader.number(columns["absence"], "the absence", .share) ?? 0,
      openness: reader.number(columns["openness"], "the openness", .share) ?? 0,
      positions: positions,
      saliences: saliences,
      basis: reader.basis(columns["basis"]),
      source: reader.prose(columns["source"], called: "the source"),
      weights: weights
    )
  }
}
