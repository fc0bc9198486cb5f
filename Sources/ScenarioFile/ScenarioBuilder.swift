internal import Treaty

/// Puts a scenario together, part by part, with the names that later parts refer to.
struct ScenarioBuilder {
  var faults = FaultCollector()
  var issueNames = NameTable(singular: "issue", plural: "issues")
  var delegationNames = NameTable(singular: "delegation", plural: "delegations")
  /// Blocs and further groups.
  var groupNames = NameTable(singular: "bloc or group", plural: "blocs and groups")
  var blocNames = NameTable(singular: "bloc", plural: "blocs")
  var clauseNames = NameTable(singular: "clause", plural: "clauses")
  var draftNames = NameTable(singular: "draft", plural: "drafts")
  var observerNames = NameTable(singular: "observer", plural: "observers")
  var principleNames = NameTable(singular: "principle", plural: "principles")
  var briefNames = NameTable(singular: "holder of instructions", plural: "holders of instructions")
  var newsNames = NameTable(singular: "event", plural: "events")
  var cueNames = NameTable(singular: "cue", plural: "cues")
  var decisionNames = NameTable(singular: "decision", plural: "decisions")
  /// The clauses by the order of their names, with their wordings and weighed issues as far as known.
  var clauses: [ReadClause] = []

  /// Whether every delegation's weights could be read.
  var areWeightsKnown = true

  /// A clause and what later parts have to know of it.
  struct ReadClause {
    let clause: Clause
    let wordingNames: NameTable
    /// Whether it weighs each issue; nothing if that could not be read.
    let weighed: [Bool]?
  }

  /// The parts of a scenario, whichever way each was given.
  struct Parts {
    var scenario: YAMLFields?
    var articles: YAMLValue?
    var observers: YAMLValue?
    var delegations: DelegationTable?
    var principles: YAMLValue?
    var events: YAMLValue?
    var history: YAMLValue?
    var calibration: YAMLValue?
    var lexicon: YAMLValue?
  }

  /// The tables of votes, which decisions name.
  var tables: [SourceFile] = []
  /// The files with instructions.
  var briefs: [SourceFile] = []

  /// The scenario that the files describe; nothing if a fault leaves it incomplete.
  mutating func scenario(from files: [SourceFile]) -> Scenario? {
    guard let parts = parts(of: files) else { return nil }
    let root = parts.scenario
    let issueList = readIssueNames(root)
    let delegations = readDelegations(parts.delegations, rule: root?["body"])
    let issues = issueList.compactMap { readIssue($0) }
    let articles = readArticles(parts.articles)
    checkEveryIssueIsWeighed(issueList)
    let observers = readObservers(parts.observers)
    let principles = readPrinciples(parts.principles)
    guard let root else { return nil }
    let drafts = readDrafts(root)
    let scenario = Scenario.ID(
      faults.name(root["id"], as: "the id of the scenario", .word)?.text ?? ""
    )
    let title = faults.line(root["title"], as: "the title of the scenario")
    let summary = faults.prose(root["summary"], as: "the summary")
    let body = readBody(root["body"], delegations: delegations.delegations)
    let blocs = readBlocs(root["blocs"], delegations: delegations.delegations)
    let redLines = readRedLines(root["redLines"])
    let model = readModel(root["model"])
    let spread = readSpread(root["uncertainty"])
    let rounds = faults.whole(root["rounds"], as: "the number of rounds", .within(1...100)) ?? 3
    let firstMove = faults.line(root["firstMove"], as: "the first move")
    let decisions = readHistory(parts.history, drafts: drafts.drafts)
    let leanings = readLeanings(
      parts.calibration,
      model: model,
      delegations: delegations.delegations,
      decisions: decisions
    )
    let lexicon = readLexicon(parts.lexicon)
    let urgency = readUrgency(root["urgency"], hasFallback: root["fallback"] != nil)
    let briefs = readBriefs(briefs, observers: observers)
    let news = readNews(parts.events)
    let aftermath = readAftermath(root["afterwards"])
    guard faults.isEmpty, let body else { return nil }
    let coded = Scenario(
      id: scenario,
      title: title,
      summary: summary,
      body: body,
      model: model,
      spread: spread,
      rounds: rounds,
      issues: issues,
      articles: articles,
      clauses: clauses.map(\.clause),
      drafts: drafts.drafts,
      opening: drafts.opening,
      fallback: drafts.fallback,
      delegations: delegations.delegations,
      blocs: blocs,
      weightNames: delegations.weightNames,
      observers: observers,
      principles: principles,
      redLines: redLines,
      decisions: decisions,
      lexicon: lexicon,
      urgency: urgency,
      briefs: briefs,
      news: news,
      aftermath: aftermath,
      firstMove: firstMove
    )
    return leanings.map(coded.calibrated) ?? coded
  }
}
