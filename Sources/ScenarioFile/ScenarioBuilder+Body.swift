internal import Treaty

extension VotingRule {
  /// The word that makes a rule count delegations instead of weights.
  static let members = "members"
}

extension ScenarioBuilder {
  /// The conference that decides; nothing if a fault leaves it without a rule.
  mutating func readBody(_ value: YAMLValue?, delegations: [Delegation]) -> Body? {
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "body",
        required: ["name", "rule"],
        optional: ["consensusFirst", "procedure"]
      )
    else { return nil }
    let name = faults.line(fields["name"], as: "the name of the body")
    let seeksConsensus =
      faults.flag(fields["consensusFirst"], as: "the value of consensusFirst") ?? false
    guard let value = fields["rule"], let rule = readRule(value, delegations: delegations) else {
      return nil
    }
    return Body(
      name: name,
      rule: rule,
      seeksConsensus: seeksConsensus,
      procedure: readProcedure(fields["procedure"], delegations: delegations)
    )
  }

  mutating func readRule(_ value: YAMLValue, delegations: [Delegation]) -> VotingRule? {
    guard case .text(let text, _) = value.content else {
      return readConditions(value, delegations: delegations)
    }
    if let rule = VotingRule.named.first(where: { $0.name == text.trimmed })?.rule { return rule }
    let names = VotingRule.named.map(\.name)
    faults.add(
      "No voting rule is called \(shown(text)).",
      at: value.place,
      remedy: NearestName.find(text, among: names).map { "Did you mean \($0)?" }
        ?? "The rules are \(names.joined(separator: ", ")), and a list of conditions under all."
    )
    return nil
  }

  private mutating func readConditions(
    _ value: YAMLValue,
    delegations: [Delegation]
  ) -> VotingRule? {
    guard let fields = faults.fields(of: value, as: "a voting rule", required: ["all"]),
      let list = fields["all"], let values = faults.list(list, as: "all")
    else { return nil }
    if values.isEmpty {
      faults.add(
        "The voting rule has no condition.",
        at: list.place,
        remedy: "Give one or more, such as { of: members, atLeast: 9 }."
      )
    }
    var weight: Cell?
    return .all(
      values.compactMap { readCondition($0, weight: &weight, delegations: delegations) }
    )
  }

  private mutating func readCondition(
    _ value: YAMLValue,
    weight: inout Cell?,
    delegations: [Delegation]
  ) -> VotingRule.Condition? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a condition",
        required: [],
        optional: ["of", "atLeast", "share", "veto"]
      )
    else { return nil }
    if let veto = fields["veto"], fields["of"] == nil, fields["atLeast"] == nil,
      fields["share"] == nil
    {
      return readVeto(veto)
    }
    guard let name = fields["of"].flatMap({ faults.cell($0, as: "of") }),
      fields["veto"] == nil, (fields["atLeast"] == nil) != (fields["share"] == nil)
    else {
      addUnclearCondition(at: value.place)
      return nil
    }
    return name.text == VotingRule.members
      ? readCount(fields) : readShare(fields, of: name, weight: &weight, delegations: delegations)
  }

  private mutating func addUnclearCondition(at place: Place) {
    faults.add(
      "This is no condition of a voting rule.",
      at: place,
      remedy:
        "Write { of: members, atLeast: 9 }, { of: population, share: 0.65 } or { veto: [CHN] }."
    )
  }

  private mutating func readCount(_ fields: YAMLFields) -> VotingRule.Condition? {
    guard let value = fields["atLeast"] else {
      addUnclearCondition(at: fields.place)
      return nil
    }
    let members = delegationNames.names.count
    let bounds =
      delegationNames.isComplete && members > 0
      ? Bounds.within(1...Double(members)) : .atLeast(1)
    return faults.whole(value, as: "the number of members", bounds).map { .members(atLeast: $0) }
  }

  private mutating func readShare(
    _ fields: YAMLFields,
    of name: Cell,
    weight: inout Cell?,
    delegations: [Delegation]
  ) -> VotingRule.Condition? {
    guard let value = fields["share"] else {
      addUnclearCondition(at: fields.place)
      return nil
    }
    let share = faults.number(value, as: "the share", .share)
    if let share, share == 0 {
      faults.add(
        "The share is 0, which any text reaches.",
        at: value.place,
        remedy: "It must be above 0 and at most 1."
      )
    }
    if let first = weight, first.text != name.text {
      faults.add(
        "The rule weighs votes by \(shown(name.text)) and by \(shown(first.text)).",
        at: name.place,
        remedy: "A rule may name one column of weights."
      )
    } else if weight == nil {
      weight = name
      checkWeights(name, delegations)
    }
    return share.map { .share($0, ofWeight: 0) }
  }

  private mutating func checkWeights(_ name: Cell, _ delegations: [Delegation]) {
    let weights = delegations.compactMap(\.weights.first)
    guard areWeightsKnown, !weights.isEmpty, weights.allSatisfy({ $0 == 0 }) else { return }
    faults.add(
      "The weights in \(shown(name.text)) sum to 0, so that no text can pass.",
      at: name.place,
      remedy: "Give one delegation a weight above 0, or more."
    )
  }

  private mutating func readVeto(_ value: YAMLValue) -> VotingRule.Condition? {
    guard let values = faults.list(value, as: "veto") else { return nil }
    if values.isEmpty {
      faults.add(
        "Nobody holds the veto.",
        at: value.place,
        remedy: "Name one delegation or more, or drop the condition."
      )
    }
    return .veto(
      values.compactMap { value in
        faults.cell(value, as: "a delegation with a veto").flatMap {
          faults.find($0, in: delegationNames)
        }
      }
    )
  }
}
