internal import Treaty

extension ScenarioBuilder {
  /// What was decided in the world.
  mutating func readHistory(_ value: YAMLValue?, drafts: [Draft]) -> [Decision] {
    guard let value, let values = faults.list(value, as: "the list of decisions") else { return [] }
    return values.compactMap { readDecision($0, drafts: drafts) }
  }

  private mutating func readDecision(_ value: YAMLValue, drafts: [Draft]) -> Decision? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a decision",
        required: ["id", "date", "title", "question"],
        optional: ["votes", "totals", "outcome", "source", "fitted", "otherMatter"]
      )
    else { return nil }
    let id = fields["id"].flatMap { faults.cell($0, as: "the id of a decision") }
    if let id, faults.line(id, as: "the id of a decision") != nil {
      _ = faults.declare(id, in: &decisionNames)
    }
    let date = faults.line(fields["date"], as: "the date")
    if let place = fields["date"]?.place, !date.isEmpty, !Decision.isDate(date) {
      faults.add(
        "The date is \"\(shown(date))\".",
        at: place,
        remedy: "Write a day as in 2018-12-17, or a month as in 2018-12."
      )
    }
    let title = faults.line(fields["title"], as: "the title of the decision")
    let question = fields["question"].flatMap { readQuestion($0, drafts: drafts) }
    let record = readRecord(fields)
    let source = faults.prose(fields["source"], as: "the source")
    let isFitted = faults.flag(fields["fitted"], as: "the value of fitted") ?? false
    let isOnOtherMatter =
      faults.flag(fields["otherMatter"], as: "the value of otherMatter") ?? false
    if isOnOtherMatter, let place = fields["otherMatter"]?.place,
      !tellsLeanings(question: question, record: record)
    {
      faults.add(
        "A decision on another matter tells leanings only by who voted how between two places.",
        at: place,
        remedy:
          "Give votes (a table) and a question with position and against, or leave otherMatter out."
      )
    }
    guard let id, let question, let record else { return nil }
    return Decision(
      id: Decision.ID(id.text),
      date: date,
      title: title,
      question: question,
      record: record,
      source: source,
      isFitted: isFitted,
      isOnOtherMatter: isOnOtherMatter
    )
  }

  /// Whether the ballots of states on a resolution are given, as far as both could be read.
  private func tellsLeanings(question: Decision.Question?, record: Decision.Record?) -> Bool {
    switch question {
    case .resolution, nil: break
    case .change, .draft: return false
    }
    switch record {
    case .votes, nil: return true
    case .totals, .outcome: return false
    }
  }

  // MARK: Question

  private mutating func readQuestion(_ value: YAMLValue, drafts: [Draft]) -> Decision.Question? {
    guard
      let fields = faults.fields(
        of: value,
        as: "a question",
        required: [],
        optional: ["position", "against", "draft", "clause", "from", "to", "asked"]
      )
    else { return nil }
    if fields["position"] != nil || fields["against"] != nil { return readResolution(fields) }
    let draft = fields["draft"].flatMap { faults.cell($0, as: "the draft") }.flatMap {
      faults.find($0, in: draftNames)
    }
    guard fields["clause"] != nil else {
      guard fields["draft"] != nil else {
        faults.add(
          "The question is about nothing.",
          at: fields.place,
          remedy: "Give position and against, or a clause with to, or a draft."
        )
        return nil
      }
      return draft.map { .draft($0) }
    }
    return readChange(fields, draft: draft, drafts: drafts)
  }

  private mutating func readResolution(_ fields: YAMLFields) -> Decision.Question? {
    guard let position = fields["position"], let against = fields["against"] else {
      faults.add(
        "The question gives \(fields["position"] == nil ? "no position" : "nothing it stands against").",
        at: fields.place,
        remedy: "Give both: where the resolution stands, and where the world stands without it."
      )
      return nil
    }
    guard let places = readPlaces(position, as: "position"),
      let others = readPlaces(against, as: "against")
    else { return nil }
    guard Set(places.keys) == Set(others.keys), !places.isEmpty else {
      faults.add(
        "The position and what it stands against are not about the same issues.",
        at: against.place,
        remedy: "Give each issue in both."
      )
      return nil
    }
    return .resolution(places: places, against: others)
  }

  private mutating func readPlaces(_ value: YAMLValue, as subject: String) -> [Int: Double]? {
    guard let entries = faults.entries(of: value, as: subject) else { return nil }
    var places: [Int: Double] = [:]
    for entry in entries {
      let issue = faults.find(entry.key, in: issueNames)
      let place = faults.number(entry.value, as: "the place on \(shown(entry.key.text))", .place)
      guard let issue, let place else { return nil }
      places[issue] = place
    }
    return places
  }

  private mutating func readChange(
    _ fields: YAMLFields,
    draft: Int?,
    drafts: [Draft]
  ) -> Decision.Question? {
    let clause = fields["clause"].flatMap { faults.cell($0, as: "the clause") }.flatMap {
      faults.find($0, in: clauseNames)
    }
    let asked: Decision.Asked? = faults.choice(fields["asked"], as: "what was asked")
    let to = fields["to"].flatMap { faults.cell($0, as: "the wording") }
    let from = fields["from"].flatMap { faults.cell($0, as: "the wording") }
    if fields["to"] == nil {
      faults.add(
        "The question does not say how the clause would read.",
        at: fields.place,
        remedy: "Give to: a wording, or absent."
      )
    }
    guard let clause, clause < clauses.count, let to, let new = provision(to, at: clause) else {
      return nil
    }
    // Without a draft it is the last one, on which the talks ended.
    let base = draft ?? drafts.indices.last
    let old = from.flatMap { provision($0, at: clause) }
    guard let base, base < drafts.count else { return nil }
    let standing = old ?? drafts[base].text.provisions[clause]
    guard standing != new else {
      faults.add(
        "The clause reads that way before and after.",
        at: fields.place,
        remedy: "Give another wording under to."
      )
      return nil
    }
    return .change(
      draft: base,
      clause: clause,
      from: standing,
      to: new,
      asked: asked ?? (new == .absent ? .delete : .amend)
    )
  }

  // MARK: Record

  private mutating func readRecord(_ fields: YAMLFields) -> Decision.Record? {
    let given = ["votes", "totals", "outcome"].filter { fields[$0] != nil }
    guard given.count == 1 else {
      faults.add(
        given.isEmpty
          ? "Nothing of the decision is on record."
          : "The decision has both \(given.joined(separator: " and ")).",
        at: fields.place,
        remedy: "Give one: votes (a table), totals, or outcome."
      )
      return nil
    }
    if let value = fields["totals"] { return readTotals(value) }
    if let value = fields["votes"] {
      return faults.cell(value, as: "the table of votes").flatMap { readVotes($0) }.map {
        .votes($0)
      }
    }
    let outcome: Decision.Outcome? = faults.choice(fields["outcome"], as: "the outcome")
    return outcome.map { .outcome($0) }
  }

  private mutating func readTotals(_ value: YAMLValue) -> Decision.Record? {
    guard
      let fields = faults.fields(of: value, as: "totals", required: ["yes", "no", "abstain"])
    else { return nil }
    let bounds = Bounds.within(0...1000)
    let yes = faults.whole(fields["yes"], as: "the number of yes", bounds)
    let no = faults.whole(fields["no"], as: "the number of no", bounds)
    let abstain = faults.whole(fields["abstain"], as: "the number of abstentions", bounds)
    guard let yes, let no, let abstain else { return nil }
    return .totals(yes: yes, no: no, abstain: abstain)
  }

  /// The ballots in a table of the folder `votes`.
  private mutating func readVotes(_ path: Cell) -> [Ballot?]? {
    let parts = path.text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == ScenarioReader.tables, path.text.hasSuffix(".csv"),
      parts[1].first != ".", !path.text.contains("\\")
    else {
      faults.add(
        "The table of votes cannot be \"\(shown(path.text))\".",
        at: path.place,
        remedy:
          "Put it into the folder \(ScenarioReader.tables) beside this file, as in votes/73-187.csv."
      )
      return nil
    }
    guard let file = tables.first(where: { $0.path == path.text }) else {
      let names = tables.map(\.path)
      faults.add(
        "There is no table \(shown(path.text)).",
        at: path.place,
        remedy: NearestName.find(path.text, among: names).map { "Did you mean \($0)?" }
      )
      return nil
    }
    guard let text = faults.text(of: file, as: .votes(path.text)) else { return nil }
    var reader = CSVReader(text)
    guard let header = reader.next(keeping: 2, faults: &faults) else { return nil }
    guard header.fieldCount == 2, header.fields.map(\.text) == ["id", "vote"] else {
      faults.add(
        "The header of a table of votes is id,vote.",
        at: header.place,
        remedy: "Write that as its first line."
      )
      return nil
    }
    var ballots = [Ballot?](repeating: nil, count: delegationNames.names.count)
    var lines: [Int: Int] = [:]
    while let record = reader.next(keeping: 2, faults: &faults) {
      guard record.fieldCount == 2 else {
        faults.add(
          "This line has \(record.fieldCount) \(record.fieldCount == 1 ? "field" : "fields"), not two.",
          at: record.place
        )
        continue
      }
      guard let index = faults.find(record.fields[0], in: delegationNames) else { continue }
      if let line = lines[index] {
        faults.add(
          "\(shown(record.fields[0].text)) votes a second time.",
          at: record.place,
          remedy: "The first stands on line \(line)."
        )
        continue
      }
      lines[index] = record.place.line
      switch record.fields[1].text {
      case "Y": ballots[index] = .yes
      case "N": ballots[index] = .no
      case "A": ballots[index] = .abstain
      case "": break
      default:
        faults.add(
          "The vote of \(shown(record.fields[0].text)) is \"\(shown(record.fields[1].text))\".",
          at: record.fields[1].place,
          remedy: "Write Y, N, A, or nothing for a delegation that did not vote."
        )
      }
    }
    return ballots
  }
}
