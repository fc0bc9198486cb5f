import Calibration
import Forecasting
import Negotiation
import Treaty

/// `tested`: what the estimates were held against.
struct TestedVerb: Verb {
  static let word = "tested"
  static let usage = "tested"
  static let summary = "What was decided in the world, beside what the model expects of it."
  static let purpose = Purpose.ask

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var page = Page()
    let records = room.trackRecords
    room.say(records, on: &page)
    room.hint("assumptions", on: &page)
    return Reply(page, document: BacktestDocument(records, in: room.scenario))
  }
}

extension Room {
  /// Every recorded decision on the matter, held against what the model expects of it.
  var trackRecords: [TrackRecord] {
    scenario.tests.map { TrackRecord(of: $0, in: scenario) }
  }

  /// The record as a table, with what it is worth.
  func say(_ records: [TrackRecord], on page: inout Page) {
    guard !records.isEmpty else {
      page.say(
        "The scenario \(scenario.id) has no recorded decisions: its estimates were tested on nothing."
      )
      return
    }
    page.say(Phrase("What was decided in the world, and what the model expects of it", .strong))
    page.say(
      "Yes–no–abstaining. \(fittedWords) Expected is the mean, with the range of 9 in 10 for yes."
    )
    var table = Table(
      [.leading, .leading, .leading, .leading, .leading],
      headings: ["decision", "recorded", "expected", "states right", ""]
    )
    for record in records { table.add(cells(of: record)) }
    page.show(table)
    let withHits = records.filter { $0.score != nil }
    if !withHits.isEmpty {
      page.say(
        "“States right”: how many of 100 voted as the model finds likeliest; after it, how many would be right "
          + "by giving all the commonest vote, and each that of the others of its bloc.",
        indent: 2
      )
    }
    let tests = records.filter { !scenario.isFitted(on: $0.decision) }
    page.say(
      "\(tests.count(where: \.isAsExpected)) of \(tests.count) on which nothing was fitted came out on the side that the "
        + "model finds likelier. Totals that the model misses are told as they are; placements were set before.",
      indent: 2
    )
  }

  private var fittedWords: String {
    if scenario.leanings != nil {
      return
        "Numbers and positions were moved by the votes marked “fitted on”, and by others on other matters: "
        + "those test nothing. `plenary backtest \(scenario.id) --train-before DATE` tells votes that a fit did not see."
    }
    let fitted = scenario.tests.filter(\.isFitted).map(\.id.text)
    guard !fitted.isEmpty else { return "Nothing is fitted here." }
    return
      "Nothing is fitted here; numbers of the model were fitted on \(fitted.joined(separator: ", ")) once, "
      + "which so tests nothing."
  }

  private func cells(of record: TrackRecord) -> [Phrase] {
    let hits = record.score.map { score in
      let rules = BacktestDocument.rules.compactMap { rule, _ in
        Guessing(by: rule, on: record.decision, in: scenario)
      }.map { "\(Figures.rounded(100 * $0.right))" }
      return "\(Figures.rounded(100 * score.right)) (\(rules.joined(separator: ", ")))"
    }
    return [
      Phrase(record.decision.id.text, .strong), Phrase(record.decision.recorded),
      Phrase(expected(of: record)),
      Phrase(hits ?? ""),
      Phrase(remark(on: record)),
    ]
  }

  private func remark(on record: TrackRecord) -> String {
    if scenario.isFitted(on: record.decision) { return "fitted on" }
    return record.isAsExpected ? "" : "missed"
  }

  private func expected(of record: TrackRecord) -> String {
    record.expectedWords(decimals: 0)
      + (record.expected.map { " (\(Figures.range($0.yes)))" } ?? "")
  }

  /// One record in a line: `73/187, 2018: recorded 94–59–33, expected …`.
  func words(of record: TrackRecord) -> String {
    let states =
      record.score.map { "; \(Figures.rounded(100 * $0.right)) of 100 states right" } ?? ""
    let fitted = scenario.isFitted(on: record.decision) ? "; the model was fitted on it" : ""
    return "\(record.decision.id) (\(record.decision.date)), \(record.decision.title): recorded "
      + "\(record.decision.recorded), expected \(expected(of: record))\(states)\(fitted)"
  }
}

/// Estimates held against recorded decisions, as data.
struct BacktestDocument: Encodable, Sendable {
  struct Counts: Encodable, Sendable {
    let yes: Double
    let no: Double
    let abstain: Double
  }

  struct Rule: Encodable, Sendable {
    let name: String
    let right: Double
  }

  struct Entry: Encodable, Sendable {
    let id: String
    let date: String
    let fitted: Bool
    let n: Int?
    let chance: Double
    let asExpected: Bool
    let outcome: String?
    let expected: Counts?
    let recorded: Counts?
    let right: Double?
    let brier: Double?
    let logLoss: Double?
    let rules: [Rule]
  }

  /// The rules that a decision is held beside, with the names that programs read.
  static let rules: [(SimpleRule, name: String)] = [(.commonest, "majority"), (.bloc, "bloc")]

  let schema = "plenary.backtest/1"
  let scenario: String
  let decisions: [Entry]

  init(_ records: [TrackRecord], in scenario: Scenario) {
    self.scenario = scenario.id.text
    decisions = records.map { record in
      var outcome: String?
      if case .outcome(let known) = record.decision.record { outcome = known.rawValue }
      return Entry(
        id: record.decision.id.text,
        date: record.decision.date,
        fitted: scenario.isFitted(on: record.decision),
        n: record.voters,
        chance: record.chance,
        asExpected: record.isAsExpected,
        outcome: outcome,
        expected: record.expected.map {
          Counts(yes: $0.yes.mean, no: $0.no.mean, abstain: $0.abstain.mean)
        },
        recorded: record.decision.counts.map {
          Counts(yes: Double($0.yes), no: Double($0.no), abstain: Double($0.abstain))
        },
        right: record.score?.right,
        brier: record.score?.brier,
        logLoss: record.score?.logLoss,
        rules: Self.rules.compactMap { rule, name in
          Guessing(by: rule, on: record.decision, in: scenario).map {
            Rule(name: name, right: $0.right)
          }
        }
      )
    }
  }
}
