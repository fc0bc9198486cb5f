internal import Treaty

extension ScenarioBuilder {
  /// The drafting words.
  mutating func readLexicon(_ value: YAMLValue?) -> Lexicon {
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "the lexicon",
        required: ["cues"],
        optional: ["markers"]
      )
    else { return .empty }
    var markers: [Lexicon.Marker] = []
    if let value = fields["markers"], let entries = faults.entries(of: value, as: "markers") {
      for entry in entries {
        let role: Clause.Kind? = faults.choice(entry.key, as: "what a marker shows")
        let phrases = readPhrases(entry.value)
        if let role { markers += phrases.map { Lexicon.Marker(role: role, phrase: $0) } }
      }
    }
    guard let list = fields["cues"].flatMap({ faults.list($0, as: "cues") }) else { return .empty }
    return Lexicon(list.compactMap { readCue($0) }, markers: markers)
  }

  private mutating func readPhrases(_ value: YAMLValue?) -> [CuePhrase] {
    guard let value, let values = faults.list(value, as: "phrases") else { return [] }
    if values.isEmpty {
      faults.add("There is no phrase.", at: value.place, remedy: "Write one or more.")
    }
    return values.compactMap { value in
      guard let cell = faults.cell(value, as: "a phrase"),
        let text = faults.line(cell, as: "a phrase")
      else { return nil }
      let phrase = CuePhrase(text)
      guard phrase.elements.first != .gap, phrase.elements.last != .gap else {
        faults.add(
          "The phrase begins or ends with a gap.",
          at: value.place,
          remedy: "A gap stands between words."
        )
        return nil
      }
      return phrase
    }
  }

  private mutating func readCue(_ value: YAMLValue) -> Cue? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a cue",
        required: ["id", "phrases", "rationale", "source"],
        optional: ["pulls", "level", "neutral", "negation"]
      )
    else { return nil }
    let id = faults.name(fields["id"], as: "the id of a cue", .word)
    if let id { _ = faults.declare(id, in: &cueNames) }
    let phrases = readPhrases(fields["phrases"])
    let action = readAction(fields)
    let isTurned = faults.flag(fields["negation"], as: "the value of negation") ?? true
    let rationale = faults.prose(fields["rationale"], as: "the rationale")
    let source = faults.prose(fields["source"], as: "the source")
    guard let id, let action else { return nil }
    return Cue(
      id: Cue.ID(id.text),
      phrases: phrases,
      action: action,
      isTurnedByNegation: isTurned,
      rationale: rationale,
      source: source
    )
  }

  private mutating func readAction(_ fields: YAMLFields) -> Cue.Action? {
    let given = ["pulls", "level", "neutral"].filter { fields[$0] != nil }
    guard given.count == 1 else {
      faults.add(
        given.isEmpty
          ? "The cue does not say what it does."
          : "The cue has both \(given.joined(separator: " and ")).",
        at: fields.place,
        remedy: "Give one: pulls, level, or neutral: true."
      )
      return nil
    }
    if let value = fields["pulls"] {
      guard let values = faults.list(value, as: "pulls") else { return nil }
      return .pull(values.compactMap { readPull($0) })
    }
    if let value = fields["level"] {
      guard
        let level = faults.fields(of: value, as: "a level", required: ["of", "issues", "at"])
      else { return nil }
      let group = faults.line(level["of"], as: "what the level is of")
      let issues = level["issues"].flatMap { faults.list($0, as: "the issues") } ?? []
      let names = issues.compactMap { faults.cell($0, as: "an issue") }
      let at = faults.number(level["at"], as: "the level", .place)
      return at.map { .level(of: group, issues: names.map { Issue.ID($0.text) }, $0) }
    }
    _ = faults.flag(fields["neutral"], as: "the value of neutral")
    return .neutral
  }

  private mutating func readPull(_ value: YAMLValue) -> Cue.Pull? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a pull",
        required: ["in", "issue", "pole", "share", "range"]
      )
    else { return nil }
    let roles = (fields["in"].flatMap { faults.list($0, as: "the kinds") } ?? []).compactMap {
      value -> Clause.Kind? in
      faults.choice(value, as: "a kind")
    }
    let issue = fields["issue"].flatMap { faults.cell($0, as: "the issue") }
    let pole = faults.number(fields["pole"], as: "the pole", .place)
    if let pole, pole != 0, pole != 100, let place = fields["pole"]?.place {
      faults.add("The pole is \(plain(pole)).", at: place, remedy: "It must be 0 or 100.")
    }
    let bounds = Bounds.within(0...0.95)
    let share = faults.number(fields["share"], as: "the share", bounds)
    let range = fields["range"].flatMap { faults.list($0, as: "the range") } ?? []
    let ends = range.compactMap { faults.number($0, as: "the end of the range", bounds) }
    guard let issue, let pole, let share else { return nil }
    guard ends.count == 2, range.count == 2, ends[0] <= share, share <= ends[1] else {
      faults.add(
        "The range does not hold the share.",
        at: fields.place,
        remedy: "Write the lowest and the highest share, as in [0.2, 0.5], with the share between."
      )
      return nil
    }
    return Cue.Pull(
      roles: roles,
      issue: Issue.ID(issue.text),
      pole: pole,
      share: share,
      low: ends[0],
      high: ends[1]
    )
  }
}
