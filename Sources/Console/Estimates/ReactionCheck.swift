import Forecasting
import Negotiation
import Treaty

/// What observers are expected to say of drafts, held against what they are on record as having said.
struct ReactionCheck: Sendable {
  /// An observer on a draft: the mean of its statements counts as its level.
  struct Case: Sendable {
    let observer: Int
    let draft: Int
    /// Mean level of the statements, −2...2.
    let recorded: Double
    let statements: Int
    /// What the model expects.
    let expected: Reaction

    /// The level that the mean is nearest to.
    var level: Reaction.Level {
      Reaction.Level(rawValue: Int((recorded + 2).rounded(.toNearestOrAwayFromZero))) ?? .mixed
    }
    var isExact: Bool { level == expected.level }
    var isWithinOne: Bool { (level.rawValue - expected.level.rawValue).magnitude <= 1 }
  }

  /// An observer on two drafts of which it is on record, one after the other.
  struct Step: Sendable {
    let from: Case
    let to: Case

    var recorded: Double { to.recorded - from.recorded }
    var expected: Double { to.expected.score - from.expected.score }
    /// Whether a recorded change goes the expected way; nil where no change is on record.
    var isRight: Bool? { recorded == 0 ? nil : recorded * expected > 0 }
  }

  let scenario: Scenario
  let cases: [Case]

  init(of scenario: Scenario, against reactions: [RecordedReaction]) {
    self.scenario = scenario
    cases = scenario.observers.indices.flatMap { observer in
      scenario.drafts.indices.compactMap { draft -> Case? in
        let those = reactions.filter { $0.observer == observer && $0.draft == draft }
        guard !those.isEmpty else { return nil }
        return Case(
          observer: observer,
          draft: draft,
          recorded: those.reduce(0) { $0 + $1.level } / Double(those.count),
          statements: those.count,
          expected: Reaction(
            of: scenario.observers[observer],
            to: scenario.drafts[draft].text,
            in: scenario
          )
        )
      }
    }
  }

  /// Steps from a draft to the next one of which the same observer is on record.
  var steps: [Step] {
    zip(cases, cases.dropFirst()).filter { $0.observer == $1.observer }.map(Step.init)
  }

  /// The mean over the recorded levels of the share of cases that are told right, 0...1: whoever says one level always gets
  /// one over their number.
  func macroAccuracy(_ isRight: (Case) -> Bool) -> Double {
    let groups = Dictionary(grouping: cases, by: \.level)
    let shares = groups.values.map { Double($0.count(where: isRight)) / Double($0.count) }
    return shares.isEmpty ? 0 : shares.sorted().reduce(0, +) / Double(shares.count)
  }

  /// The result in words: the whole beside a simple rule, then case by case.
  func say(on page: inout Page) {
    let exact = cases.count(where: \.isExact)
    let near = cases.count(where: \.isWithinOne)
    let rule = cases.count { $0.level == .opposes }
    page.say(
      "\(scenario.id): \(Figures.count(cases.count, "reaction")) of an observer to a draft, from "
        + "\(Figures.count(cases.reduce(0) { $0 + $1.statements }, "statement")) on record."
    )
    page.say(
      "Told exactly: \(exact) (\(percent(exact)) in 100); within one of five levels: \(near). “Always opposes” tells "
        + "\(rule) exactly.",
      indent: 2
    )
    page.say(
      "Each recorded level counting alike: \(percent(macroAccuracy(\.isExact))) in 100; “always opposes” "
        + "\(percent(macroAccuracy { $0.level == .opposes })).",
      indent: 2
    )
    let changes = steps.compactMap(\.isRight)
    if !changes.isEmpty {
      page.say(
        "Of \(Figures.count(changes.count, "recorded change")) from one draft to the next, \(changes.count { $0 }) "
          + "the expected way.",
        indent: 2
      )
    }
    page.gap()
    var table = Table(
      [.leading, .leading, .trailing, .leading, .leading, .leading],
      headings: ["observer", "draft", "mean", "recorded", "expected", ""]
    )
    for each in cases {
      table.add(
        Phrase(scenario.observers[each.observer].id.text),
        Phrase(scenario.drafts[each.draft].id.text),
        Phrase(Figures.signed(each.recorded, decimals: 1)),
        Phrase(each.level.words),
        Phrase(each.expected.level.words),
        Phrase(each.isExact ? "" : each.isWithinOne ? "one off" : "off")
      )
    }
    page.show(table)
  }

  private func percent(_ count: Int) -> Int {
    cases.isEmpty ? 0 : Figures.rounded(100 * Double(count) / Double(cases.count))
  }

  private func percent(_ share: Double) -> Int { Figures.rounded(100 * share) }

  /// The result as data.
  var document: ReactionCheckDocument { ReactionCheckDocument(self) }
}

/// Recorded reactions beside expected ones, as data.
struct ReactionCheckDocument: Encodable, Sendable {
  struct Entry: Encodable, Sendable {
    let observer: String
    let draft: String
    let statements: Int
    let recorded: Double
    let expected: String
    let score: Double
    let isExact: Bool
  }

  let schema = "plenary.reaction-check/1"
  let scenario: String
  let exact: Int
  let macroAccuracy: Double
  let cases: [Entry]

  init(_ check: ReactionCheck) {
    scenario = check.scenario.id.text
    exact = check.cases.count(where: \.isExact)
    macroAccuracy = check.macroAccuracy(\.isExact)
    cases = check.cases.map {
      Entry(
        observer: check.scenario.observers[$0.observer].id.text,
        draft: check.scenario.drafts[$0.draft].id.text,
        statements: $0.statements,
        recorded: $0.recorded,
        expected: $0.expected.level.words,
        score: $0.expected.score,
        isExact: $0.isExact
      )
    }
  }
}
