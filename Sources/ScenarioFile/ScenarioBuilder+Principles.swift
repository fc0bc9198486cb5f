internal import Treaty

extension ScenarioBuilder {
  /// The principles by which the text can be judged.
  mutating func readPrinciples(_ value: YAMLValue?) -> [Principle] {
    guard let value, let values = faults.list(value, as: "principles") else { return [] }
    return values.compactMap { readPrinciple($0) }
  }

  private mutating func readPrinciple(_ value: YAMLValue) -> Principle? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a principle",
        required: ["id", "title", "asks", "tests"],
        optional: ["source"]
      )
    else { return nil }
    let id = faults.name(fields["id"], as: "the id of a principle", .word)
    if let id { _ = faults.declare(id, in: &principleNames) }
    let title = faults.line(fields["title"], as: "the title of the principle")
    let asks = faults.prose(fields["asks"], as: "what the principle asks")
    let source = faults.prose(fields["source"], as: "the source")
    let values = fields["tests"].flatMap { faults.list($0, as: "the list of tests") } ?? []
    if let place = fields["tests"]?.place, values.isEmpty {
      faults.add(
        "The principle has no test.",
        at: place,
        remedy: "Name one clause or more from which it is read."
      )
    }
    let tests = values.compactMap { readTest($0) }
    guard let id else { return nil }
    return Principle(
      id: Principle.ID(id.text),
      title: title,
      asks: asks,
      tests: tests,
      source: source
    )
  }

  private mutating func readTest(_ value: YAMLValue) -> Principle.Test? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a test",
        required: ["clause", "met", "partly"],
        optional: ["why", "phrases"]
      )
    else { return nil }
    let clause = fields["clause"].flatMap { faults.cell($0, as: "the clause") }.flatMap {
      faults.find($0, in: clauseNames)
    }
    let met = readWordings(fields["met"], of: clause)
    let partly = readWordings(fields["partly"], of: clause)
    let why = faults.prose(fields["why"], as: "the reason")
    var phrases: (met: [String], partly: [String]) = ([], [])
    if let value = fields["phrases"],
      let given = faults.fields(
        of: value,
        as: "the phrases",
        required: [],
        optional: ["met", "partly"]
      )
    {
      phrases = (readWords(given["met"]), readWords(given["partly"]))
    }
    guard let clause else { return nil }
    return Principle.Test(
      clause: clause,
      met: met,
      partly: partly,
      metPhrases: phrases.met,
      partlyPhrases: phrases.partly,
      why: why
    )
  }

  private mutating func readWordings(_ value: YAMLValue?, of clause: Int?) -> [Wording.ID] {
    guard let value, let values = faults.list(value, as: "the list of wordings") else { return [] }
    return values.compactMap { value in
      guard let cell = faults.cell(value, as: "a wording"), let clause, clause < clauses.count,
        faults.find(cell, in: clauses[clause].wordingNames) != nil
      else { return nil }
      return Wording.ID(cell.text)
    }
  }

  /// Phrases to be found in a text.
  mutating func readWords(_ value: YAMLValue?) -> [String] {
    guard let value, let values = faults.list(value, as: "the list of phrases") else { return [] }
    return values.map { faults.line($0, as: "a phrase") }.filter { !$0.isEmpty }
  }
}
