internal import Treaty

extension ScenarioBuilder {
  /// What follows adoption.
  mutating func readAftermath(_ value: YAMLValue?) -> Aftermath? {
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "afterwards",
        required: ["place", "year", "signature", "ratification", "entryIntoForce"],
        optional: ["oversight", "world", "worldDraft"]
      )
    else { return nil }
    let place = faults.line(fields["place"], as: "the place of the ceremony")
    let year = faults.whole(fields["year"], as: "the year of the ceremony", .within(1900...2200))
    let signature = readPropensity(fields["signature"], as: "signature")
    let ratification = readPropensity(fields["ratification"], as: "ratification")
    let threshold = readThreshold(fields["entryIntoForce"])
    let oversight = fields["oversight"].flatMap { faults.list($0, as: "oversight") } ?? []
    let clauses = oversight.compactMap { value in
      faults.cell(value, as: "a clause").flatMap { faults.find($0, in: clauseNames) }
    }
    let world = readWords(fields["world"])
    let draft = fields["worldDraft"].flatMap { faults.cell($0, as: "the draft") }.flatMap {
      faults.find($0, in: draftNames)
    }
    guard let year, let signature, let ratification, let threshold else { return nil }
    return Aftermath(
      place: place,
      year: year,
      signature: signature,
      ratification: ratification,
      threshold: threshold,
      oversight: clauses,
      world: world,
      worldText: draft
    )
  }

  private mutating func readPropensity(
    _ value: YAMLValue?,
    as subject: String
  ) -> Aftermath.Propensity? {
    guard let value,
      let fields = faults.fields(
        of: value,
        as: subject,
        required: ["sensitivity", "valence"],
        optional: ["terms", "source"]
      )
    else { return nil }
    let sensitivity = faults.number(fields["sensitivity"], as: "the sensitivity", .within(0...100))
    let valence = faults.number(fields["valence"], as: "the valence", .within(-100...100))
    let values = fields["terms"].flatMap { faults.list($0, as: "the list of terms") } ?? []
    let terms = values.compactMap { value -> Aftermath.Propensity.Term? in
      guard
        let fields = faults.fields(of: value, as: "a term", required: ["of", "add", "why"])
      else { return nil }
      let holder = fields["of"].flatMap { faults.cell($0, as: "of") }.flatMap {
        faults.find($0, among: [delegationNames, groupNames])
      }
      let amount = faults.number(fields["add"], as: "what is added", .within(-100...100))
      let reason = faults.line(fields["why"], as: "the reason")
      guard let holder, let amount else { return nil }
      return Aftermath.Propensity.Term(holder: holder.name, amount: amount, reason: reason)
    }
    let source = faults.prose(fields["source"], as: "the source")
    guard let sensitivity, let valence else { return nil }
    return Aftermath.Propensity(
      sensitivity: sensitivity,
      valence: valence,
      terms: terms,
      source: source
    )
  }

  private mutating func readThreshold(_ value: YAMLValue?) -> Aftermath.Threshold? {
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "entryIntoForce",
        required: ["clause", "needs", "otherwise"]
      )
    else { return nil }
    let clause = fields["clause"].flatMap { faults.cell($0, as: "the clause") }.flatMap {
      faults.find($0, in: clauseNames)
    }
    let entries = fields["needs"].flatMap { faults.entries(of: $0, as: "needs") } ?? []
    let needed = entries.compactMap { entry -> (wording: Wording.ID, count: Int)? in
      let count = faults.whole(entry.value, as: "the number of ratifications", .within(1...1000))
      guard let clause, clause < clauses.count,
        faults.find(entry.key, in: clauses[clause].wordingNames) != nil, let count
      else { return nil }
      return (Wording.ID(entry.key.text), count)
    }
    let otherwise = faults.whole(
      fields["otherwise"],
      as: "the number of ratifications",
      .within(1...1000)
    )
    guard let clause, let otherwise else { return nil }
    return Aftermath.Threshold(clause: clause, needed: needed, otherwise: otherwise)
  }

  /// Chances that failure leads to the worse text, as time runs out.
  mutating func readUrgency(_ value: YAMLValue?, hasFallback: Bool) -> [Double] {
    guard let value, let values = faults.list(value, as: "urgency") else { return [] }
    if !hasFallback {
      faults.add(
        "An urgency is given, and the scenario has no fallback.",
        at: value.place,
        remedy: "Name the draft to which failure leads under fallback."
      )
    }
    return values.compactMap { faults.number($0, as: "a chance", .share) }
  }

  /// How the body goes about its votes.
  mutating func readProcedure(_ value: YAMLValue?, delegations: [Delegation]) -> Procedure {
    guard let value else { return .plain }
    guard case .text(let text, _) = value.content else {
      return readOwnProcedure(value, delegations: delegations)
    }
    if let named = Procedure.named.first(where: { $0.name == text.trimmed }) {
      return named.procedure
    }
    let names = Procedure.named.map(\.name)
    faults.add(
      "No procedure is called \(shown(text)).",
      at: value.place,
      remedy: "There are \(names.joined(separator: " and ")), and a mapping of one's own."
    )
    return .plain
  }

  private mutating func readOwnProcedure(
    _ value: YAMLValue,
    delegations: [Delegation]
  ) -> Procedure {
    guard
      let fields = faults.fields(
        of: value,
        as: "a procedure",
        required: [],
        optional: ["quorum", "furthestFirst", "reconsideration", "procedural"]
      )
    else { return .plain }
    return Procedure(
      quorum: faults.number(fields["quorum"], as: "the quorum", .share) ?? 0,
      ordersAmendments: faults.flag(fields["furthestFirst"], as: "the value of furthestFirst")
        ?? false,
      reconsideration: fields["reconsideration"].flatMap {
        readRule($0, delegations: delegations)
      },
      procedural: fields["procedural"].flatMap { readRule($0, delegations: delegations) }
        ?? .simpleMajority
    )
  }
}
