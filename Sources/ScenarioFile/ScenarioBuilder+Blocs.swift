internal import Treaty

extension ScenarioBuilder {
  /// A bloc as its author declared it.
  private struct Declaration {
    let title: String
    let discipline: Double
    let coordinator: Delegation.ID?
  }

  /// The blocs in the order of their first member, with what was declared of them.
  mutating func readBlocs(_ value: YAMLValue?, delegations: [Delegation]) -> [Bloc] {
    var declared: [String: Declaration] = [:]
    if let value, let entries = faults.entries(of: value, as: "blocs") {
      for entry in entries {
        checkHasMembers(entry.key)
        declared[entry.key.text] = readBloc(entry, delegations: delegations)
      }
    }
    return blocNames.names.map { name in
      let declaration = declared[name]
      return Bloc(
        id: Bloc.ID(name),
        title: declaration?.title ?? name,
        discipline: declaration?.discipline ?? 0,
        coordinator: declaration?.coordinator
      )
    }
  }

  private mutating func checkHasMembers(_ name: Cell) {
    guard blocNames.isComplete, blocNames.index(of: name.text) == nil else { return }
    let isGroup = groupNames.index(of: name.text) != nil
    faults.add(
      "No delegation is in the bloc \(shown(name.text)).",
      at: name.place,
      remedy: isGroup
        ? "It is a group; only the bloc of a delegation is declared."
        : NearestName.remedy(for: name.text, among: blocNames.names, called: blocNames.plural)
    )
  }

  private mutating func readBloc(_ entry: YAMLEntry, delegations: [Delegation]) -> Declaration {
    let fields = faults.fields(
      of: entry.value,
      as: "a bloc",
      required: [],
      optional: ["title", "discipline", "coordinator"]
    )
    let title = fields?["title"].map { faults.line($0, as: "the title of the bloc") }
    return Declaration(
      title: title ?? entry.key.text,
      discipline: faults.number(fields?["discipline"], as: "the discipline", .share) ?? 0,
      coordinator: readCoordinator(
        fields?["coordinator"],
        of: entry.key.text,
        delegations: delegations
      )
    )
  }

  private mutating func readCoordinator(
    _ value: YAMLValue?,
    of bloc: String,
    delegations: [Delegation]
  ) -> Delegation.ID? {
    guard let value, let cell = faults.cell(value, as: "the coordinator"),
      let place = faults.find(cell, in: delegationNames)
    else { return nil }
    let id = Delegation.ID(delegationNames.names[place])
    if let delegation = delegations.first(where: { $0.id == id }), blocNames.isComplete,
      blocNames.index(of: bloc) != nil, !delegation.belongs(to: Bloc.ID(bloc))
    {
      faults.add(
        "The coordinator \(shown(cell.text)) is not in the bloc \(shown(bloc)).",
        at: cell.place,
        remedy: "Name one of its members."
      )
    }
    return id
  }
}
