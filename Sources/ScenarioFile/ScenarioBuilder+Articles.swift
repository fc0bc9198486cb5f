internal import Treaty

extension ScenarioBuilder {
  /// The articles; their clauses are added to `clauses`.
  mutating func readArticles(_ value: YAMLValue?) -> [Article] {
    guard let value, let values = faults.list(value, as: "articles") else {
      clauseNames.isComplete = false
      return []
    }
    var numbers = NameTable(singular: "article", plural: "articles")
    let articles = values.map { readArticle($0, numbers: &numbers) }
    if clauses.isEmpty, clauseNames.isComplete {
      faults.add("There is no clause.", at: value.place, remedy: "A scenario needs one or more.")
    }
    return articles
  }

  private mutating func readArticle(_ value: YAMLValue, numbers: inout NameTable) -> Article {
    let start = clauses.count
    let fields = faults.fields(
      of: value,
      as: "an article",
      required: ["number", "title", "clauses"]
    )
    let number = faults.name(fields?["number"], as: "the number of an article", .code)
    if let number { _ = faults.declare(number, in: &numbers) }
    let title = faults.line(fields?["title"], as: "the title of the article")
    guard let list = fields?["clauses"], let values = faults.list(list, as: "clauses") else {
      clauseNames.isComplete = false
      return Article(number: number?.text ?? "", title: title, clauses: start..<start)
    }
    if values.isEmpty {
      faults.add(
        "The article has no clause.",
        at: list.place,
        remedy: "An article needs one or more."
      )
    }
    for value in values {
      guard clauses.count < ScenarioReader.limits.clauses else {
        faults.addTooMany(ScenarioReader.limits.clauses, of: "clauses", at: value.place)
        clauseNames.isComplete = false
        break
      }
      readClause(value, of: title)
    }
    return Article(number: number?.text ?? "", title: title, clauses: start..<clauses.count)
  }

  private mutating func readClause(_ value: YAMLValue, of article: String) {
    guard
      let fields = faults.fields(
        of: value,
        as: "a clause",
        required: ["id", "kind", "weight", "absent", "wordings"],
        optional: ["title"]
      ), let id = faults.name(fields["id"], as: "the id of a clause", .code)
    else {
      clauseNames.isComplete = false
      return
    }
    let isNew = faults.declare(id, in: &clauseNames)
    let title = fields["title"].map { faults.line($0, as: "the title of the clause") } ?? article
    let kind: Clause.Kind? = faults.choice(fields["kind"], as: "the kind of a clause")
    let weights = readWeights(fields["weight"])
    let weighed = weights.map { $0.map { $0 > 0 } }
    let absent = readPlacements(fields.entry("absent"), weighed: weighed)
    var wordingNames = NameTable(
      singular: "wording of \(shown(id.text))",
      plural: "wordings of \(shown(id.text))"
    )
    let wordings = readWordings(fields["wordings"], weighed: weighed, names: &wordingNames)
    guard isNew else { return }
    let clause = Clause(
      id: Clause.ID(id.text),
      title: title,
      kind: kind ?? .definition,
      weights: weights ?? issueNames.names.map { _ in 0 },
      absent: absent,
      wordings: wordings
    )
    clauses.append(ReadClause(clause: clause, wordingNames: wordingNames, weighed: weighed))
  }

  /// The weights by issue; nothing if they could not all be read.
  private mutating func readWeights(_ value: YAMLValue?) -> [Double]? {
    guard let value, let entries = faults.entries(of: value, as: "weight") else { return nil }
    var weights = issueNames.names.map { _ in 0.0 }
    var isComplete = issueNames.isComplete
    for entry in entries {
      let weight = faults.number(entry.value, as: "a weight", .atLeast(0))
      guard let issue = faults.find(entry.key, in: issueNames) else {
        isComplete = false
        continue
      }
      if weight == nil { isComplete = false }
      weights[issue] = weight ?? 0
    }
    guard isComplete else { return nil }
    if !weights.contains(where: { $0 > 0 }) {
      faults.add(
        "The clause bears on no issue.",
        at: value.place,
        remedy: "Give it a weight above 0 on one issue or more."
      )
      return nil
    }
    return weights
  }

  /// The places by issue, where a missing one and one without weight is a fault.
  private mutating func readPlacements(_ entry: YAMLEntry?, weighed: [Bool]?) -> [Double] {
    var placements = issueNames.names.map { _ in 0.0 }
    guard let entry, let entries = faults.entries(of: entry.value, as: entry.key.text) else {
      return placements
    }
    var given: Set<Int> = []
    var hasUnknown = false
    for placement in entries {
      let number = faults.number(placement.value, as: "the placement", .place)
      guard let issue = faults.find(placement.key, in: issueNames) else {
        hasUnknown = true
        continue
      }
      given.insert(issue)
      placements[issue] = number ?? 0
      if let weighed, !weighed[issue] {
        faults.add(
          "The clause does not bear on \(shown(issueNames.names[issue])), which is placed here.",
          at: placement.key.place,
          remedy: "Give the clause a weight on it, or drop the placement."
        )
      }
    }
    guard let weighed, !hasUnknown else { return placements }
    for issue in weighed.indices where weighed[issue] && !given.contains(issue) {
      faults.add(
        "There is no placement on \(shown(issueNames.names[issue])) in \(entry.key.text).",
        at: entry.key.place,
        remedy: "The clause bears on it; give a number from 0 to 100."
      )
    }
    return placements
  }

  private mutating func readWordings(
    _ value: YAMLValue?,
    weighed: [Bool]?,
    names: inout NameTable
  ) -> [Wording] {
    guard let value, let values = faults.list(value, as: "wordings") else {
      names.isComplete = false
      return []
    }
    if values.isEmpty {
      faults.add(
        "The clause has no wording.",
        at: value.place,
        remedy: "A clause needs one or more."
      )
      names.isComplete = false
    }
    return values.compactMap { readWording($0, weighed: weighed, names: &names) }
  }

  private mutating func readWording(
    _ value: YAMLValue,
    weighed: [Bool]?,
    names: inout NameTable
  ) -> Wording? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a wording",
        required: ["id", "title", "text", "placements"],
        optional: ["heldBy", "source"]
      ), let id = faults.name(fields["id"], as: "the id of a wording", .word)
    else {
      names.isComplete = false
      return nil
    }
    if id.text == Provision.absent.name || id.text == "own-words" {
      faults.add(
        "A wording cannot be called \(id.text).",
        at: id.place,
        remedy: id.text == "own-words"
          ? "That word stands for a text that somebody writes in the room."
          : "That word stands for a text without the clause."
      )
    } else {
      _ = faults.declare(id, in: &names)
    }
    return Wording(
      id: Wording.ID(id.text),
      title: faults.line(fields["title"], as: "the title of the wording"),
      text: faults.prose(fields["text"], as: "the text of the wording"),
      placements: readPlacements(fields.entry("placements"), weighed: weighed),
      heldBy: readHolders(fields["heldBy"]),
      source: faults.prose(fields["source"], as: "the source")
    )
  }

  private mutating func readHolders(_ value: YAMLValue?) -> [String] {
    guard let value, let values = faults.list(value, as: "heldBy") else { return [] }
    return values.compactMap { value in
      guard let cell = faults.cell(value, as: "a name in heldBy") else { return nil }
      return faults.find(cell, among: [delegationNames, groupNames])?.name
    }
  }
}
