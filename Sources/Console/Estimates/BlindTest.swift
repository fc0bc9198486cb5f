import Calibration
import Forecasting
public import Treaty

/// Recorded decisions told by fits that did not see them, as a reply.
public struct BlindTest: Sendable {
  /// How the decisions were kept out of sight.
  private enum Design {
    case before(String, TrainedBefore)
    case folds(StateFolds)
  }

  private let scenario: Scenario
  private let design: Design

  /// Fits the votes before a date and tells what was decided on it and after; nil where no earlier vote has answers by
  /// state.
  public init?(of scenario: Scenario, trainedBefore date: String) {
    guard let trained = TrainedBefore(date, in: scenario) else { return nil }
    self.scenario = scenario.uncalibrated
    design = .before(date, trained)
  }

  /// Tells one decision in five parts, each state from the others and from all other votes; nil where it has no answers
  /// by state.
  public init?(of scenario: Scenario, folding decision: Decision.ID, seed: UInt64, deals: Int) {
    guard let place = scenario.decisions.firstIndex(where: { $0.id == decision }),
      let folds = StateFolds(of: place, in: scenario, seed: seed, deals: deals)
    else { return nil }
    self.scenario = scenario.uncalibrated
    design = .folds(folds)
  }

  /// The answer.
  public var enquiry: Enquiry {
    var page = Page()
    switch design {
    case .before(let date, let trained):
      page.say(Phrase("Told by the votes before \(date)", .strong))
      page.say(
        Phrase(
          "Fitted: \(names(trained.fit.votes.map(\.decision))). Positions are as coded, moved by those votes alone; "
            + "how they were coded may already have seen others (docs/accuracy.md)."
        )
      )
      sayRecords(trained.records, on: &page)
      for told in trained.told { say([told], on: &page) }
      sayBins(of: trained.told, on: &page)
      page.heading("Numbers of the model")
      page.show(CalibrationAnswer.table(of: trained.fit.knowledge))
      page.say(Phrase(CalibrationAnswer.sentence(on: trained.fit.knowledge)), indent: 2)
    case .folds(let folds):
      sayFolds(folds, on: &page)
    }
    return Enquiry(page, document: BlindTestDocument(told, records: records, in: scenario))
  }

  private func sayFolds(_ folds: StateFolds, on page: inout Page) {
    guard let first = folds.deals.first else { return }
    let id = scenario.decisions[first.decision].id.text
    let others = folds.votes.filter { $0 != first.decision }
    page.say(Phrase("\(id), told in \(StateFolds.folds) parts of its states", .strong))
    page.say(
      Phrase(
        "Each state is told from what the others did in it, and from all states in \(names(others)). "
          + "The states were dealt into parts \(Figures.count(folds.deals.count, "time")); figures are means over that."
      )
    )
    say(folds.deals, on: &page)
    sayBins(of: folds.deals, on: &page)
  }

  /// What was told, each vote as often as it was.
  private var told: [[ToldVote]] {
    switch design {
    case .before(_, let trained): trained.told.map { [$0] }
    case .folds(let folds): [folds.deals]
    }
  }

  private var records: [TrackRecord] {
    switch design {
    case .before(_, let trained): trained.records
    case .folds: []
    }
  }

  private func names(_ decisions: [Int]) -> String {
    decisions.map { scenario.decisions[$0].id.text }.joined(separator: ", ")
  }

  // MARK: Counts

  private func sayRecords(_ records: [TrackRecord], on page: inout Page) {
    var table = Table(
      [.leading, .leading, .leading, .trailing, .leading],
      headings: ["decision", "recorded", "expected", "off by", ""]
    )
    for record in records {
      table.add(
        Phrase(record.decision.id.text, .strong),
        Phrase(recorded(record)),
        Phrase(expected(of: record)),
        Phrase(distance(of: record).map { Figures.decimal($0, decimals: 0) } ?? ""),
        Phrase(record.isAsExpected ? "" : "missed")
      )
    }
    page.heading("Decisions since")
    page.show(table)
    page.say(
      "Yes–no–abstaining. “Off by”: the errors of the three counts, added up. \(records.count(where: \.isAsExpected)) of "
        + "\(records.count) came out on the side that was likelier.",
      indent: 2
    )
  }

  private func recorded(_ record: TrackRecord) -> String {
    if let counts = record.decision.counts {
      return "\(counts.yes)–\(counts.no)–\(counts.abstain)"
    }
    guard case .outcome(let outcome) = record.decision.record else { return "" }
    return outcome.rawValue
  }

  private func expected(of record: TrackRecord) -> String {
    guard let expected = record.expected else {
      return "consensus \(Figures.chance(record.chance))"
    }
    return [expected.yes, expected.no, expected.abstain].map {
      Figures.decimal($0.mean, decimals: 1)
    }.joined(separator: "–")
  }

  private func distance(of record: TrackRecord) -> Double? {
    guard let expected = record.expected, let counts = record.decision.counts else { return nil }
    return (expected.yes.mean - Double(counts.yes)).magnitude
      + (expected.no.mean - Double(counts.no)).magnitude
      + (expected.abstain.mean - Double(counts.abstain)).magnitude
  }

  // MARK: States

  private func say(_ deals: [ToldVote], on page: inout Page) {
    guard let told = ToldVote.mean(of: deals) else { return }
    let decision = scenario.decisions[told.decision]
    page.heading("\(decision.id): \(decision.title)")
    let order: [Answer] = [.yes, .no, .abstain]
    let recorded = order.map { "\(told.recorded[$0.rawValue])" }.joined(separator: "–")
    let expected = order.map { Figures.decimal(told.expected[$0.rawValue], decimals: 1) }
      .joined(separator: "–")
    page.say("Recorded \(recorded), expected \(expected) of those who took part.", indent: 2)
    sayStrata(of: deals, on: &page)
    sayRules(on: deals, on: &page)
    sayMisses(of: told, on: &page)
  }

  private func sayStrata(of deals: [ToldVote], on page: inout Page) {
    var table = Table(
      [.leading, .trailing, .trailing, .trailing, .trailing],
      headings: ["", "states", "right", "Brier", "log loss"]
    )
    for (label, places) in strata(of: deals) {
      guard let score = ToldVote.Score.mean(of: deals.compactMap { $0.score(of: places) }) else {
        continue
      }
      table.add(
        Phrase(label),
        Phrase("\(score.count)"),
        Phrase("\(Figures.decimal(100 * score.right, decimals: 1)) %"),
        Phrase(Figures.decimal(score.brier, decimals: 3)),
        Phrase(Figures.decimal(score.logLoss, decimals: 3))
      )
    }
    page.show(table)
    let all = deals.compactMap(\.score)
    if all.count > 1, let worst = all.map(\.right).min(), let best = all.map(\.right).max() {
      page.say(
        "By deal from \(Figures.decimal(100 * worst, decimals: 1)) % to \(Figures.decimal(100 * best, decimals: 1)) % right.",
        indent: 2
      )
    }
  }

  /// All states, those of each basis, and those of each answer.
  private func strata(of deals: [ToldVote]) -> [(label: String, places: [Int])] {
    let all = Array(scenario.delegations.indices)
    return [("all", all)]
      + Delegation.Basis.allCases.map { (Self.words(for: $0), places(of: $0)) }
      + [Answer.yes, .no, .abstain].map { answer in
        (Self.words(for: answer), all.filter { deals.first?.answers[$0] == answer })
      }
  }

  private func sayRules(on deals: [ToldVote], on page: inout Page) {
    let rules = SimpleRule.allCases.map { rule in
      "\(rule.words) \(Figures.decimal(100 * Self.right(by: rule, in: deals), decimals: 1)) %"
    }
    page.say(
      "Simple rules with the same sight have right: \(rules.joined(separator: ", ")).",
      indent: 2
    )
  }

  /// The share of answers that a rule told right, on average, 0...1.
  fileprivate static func right(by rule: SimpleRule, in deals: [ToldVote]) -> Double {
    deals.reduce(0) { $0 + $1.guessing(by: rule).right } / Double(max(deals.count, 1))
  }

  private func sayMisses(of told: ToldVote, on page: inout Page) {
    let misses = told.misses
    guard !misses.isEmpty else { return }
    guard case .resolution(let places, let against) = scenario.decisions[told.decision].question
    else { return }
    let resolution = Resolution(places: places, against: against)
    var table = Table(
      [.leading, .leading, .trailing, .leading],
      headings: ["told worst", "it", "chance of that", "where it was coded, it gains"]
    )
    for place in misses.prefix(10) {
      guard let answer = told.answers[place] else { continue }
      let delegation = scenario.delegations[place]
      let terms = resolution.terms(for: delegation)
        .sorted { (-$0.value.magnitude, $0.issue) < (-$1.value.magnitude, $1.issue) }
      let reasons = terms.prefix(2).map {
        "\(Figures.signed($0.value, decimals: 2)) on \(scenario.issues[$0.issue].id)"
      }
      table.add(
        Phrase("\(delegation.id) \(delegation.name)", .strong),
        Phrase(answer.done),
        Phrase(Figures.hundredths(told.chances[place][answer.rawValue])),
        Phrase("\(reasons.joined(separator: ", ")) (\(Self.words(for: delegation.basis)))")
      )
    }
    page.show(table)
    let rest = misses.count - 10
    if rest > 0 { page.say("And \(Figures.count(rest, "more state")).", indent: 2) }
  }

  // MARK: Chances

  private func sayBins(of told: [ToldVote], on page: inout Page) {
    guard !told.isEmpty else { return }
    page.heading("Chances given, and how often it came so")
    let strata =
      [("all", Array(scenario.delegations.indices))]
      + Delegation.Basis.allCases.map { (Self.words(for: $0), places(of: $0)) }
    var table = Table(
      [.leading, .trailing, .trailing, .trailing, .leading],
      headings: ["", "times", "given", "came", "0                 50                100"]
    )
    for (label, places) in strata where !places.isEmpty {
      for (number, bin) in ToldVote.bins(of: told, among: places).enumerated()
      where bin.count > 0 {
        table.add(
          Phrase(number == 0 ? label : ""),
          Phrase("\(bin.count)"),
          Phrase("\(Figures.rounded(100 * bin.chance))"),
          Phrase("\(Figures.rounded(100 * bin.share))"),
          Phrase(Self.plot(given: bin.chance, came: bin.share))
        )
      }
    }
    page.show(table)
    page.say(
      "In 100; each of the three answers of each state counts. o: the chance that was given; x: how often it came; * both.",
      indent: 2
    )
  }

  /// Two marks on a line from 0 to 100: where they stand on one another chances are true.
  private static func plot(given: Double, came: Double) -> String {
    var cells = [Character](repeating: "·", count: 37)
    let first = Figures.rounded(36 * min(max(given, 0), 1))
    let second = Figures.rounded(36 * min(max(came, 0), 1))
    cells[first] = "o"
    cells[second] = first == second ? "*" : "x"
    return String(cells)
  }

  private func places(of basis: Delegation.Basis) -> [Int] {
    scenario.delegations.indices.filter { scenario.delegations[$0].basis == basis }
  }

  private static func words(for basis: Delegation.Basis) -> String {
    switch basis {
    case .coded: "coded"
    case .bloc: "of a group"
    case .imputed: "imputed"
    }
  }

  private static func words(for answer: Answer) -> String {
    switch answer {
    case .yes: "who said yes"
    case .no: "who said no"
    case .abstain: "who abstained"
    }
  }
}

extension Answer {
  /// What a delegation did, in a word.
  fileprivate var done: String {
    switch self {
    case .yes: "voted for"
    case .no: "voted against"
    case .abstain: "abstained"
    }
  }
}

extension SimpleRule {
  /// The rule in words.
  var words: String {
    switch self {
    case .commonest: "the commonest answer"
    case .bloc: "that of its bloc"
    case .similarVote: "as on the most similar other vote"
    case .idealPoints: "ordered logit on ideal points"
    }
  }

  /// The name that programs read.
  fileprivate var key: String {
    switch self {
    case .commonest: "majority"
    case .bloc: "bloc"
    case .similarVote: "similar-vote"
    case .idealPoints: "ideal-points"
    }
  }
}

/// A blind test as data.
private struct BlindTestDocument: Encodable, Sendable {
  struct Counts: Encodable, Sendable {
    let yes: Double
    let no: Double
    let abstain: Double
  }

  struct Stratum: Encodable, Sendable {
    let name: String
    let n: Int
    let right: Double
    let brier: Double
    let logLoss: Double
  }

  struct Bin: Encodable, Sendable {
    let n: Int
    let chance: Double
    let share: Double
  }

  struct Vote: Encodable, Sendable {
    let id: String
    let expected: Counts
    let recorded: Counts
    let strata: [Stratum]
    let rules: [String: Double]
    let bins: [Bin]
    let misses: [String]
  }

  struct Record: Encodable, Sendable {
    let id: String
    let asExpected: Bool
    let chance: Double
    let expected: Counts?
    let recorded: Counts?
  }

  let schema = "plenary.blind-test/1"
  let scenario: String
  let decisions: [Record]
  let votes: [Vote]

  init(_ told: [[ToldVote]], records: [TrackRecord], in scenario: Scenario) {
    self.scenario = scenario.id.text
    decisions = records.map { record in
      Record(
        id: record.decision.id.text,
        asExpected: record.isAsExpected,
        chance: record.chance,
        expected: record.expected.map {
          Counts(yes: $0.yes.mean, no: $0.no.mean, abstain: $0.abstain.mean)
        },
        recorded: record.decision.counts.map {
          Counts(yes: Double($0.yes), no: Double($0.no), abstain: Double($0.abstain))
        }
      )
    }
    votes = told.compactMap { deals in
      guard let vote = ToldVote.mean(of: deals) else { return nil }
      let strata: [(String, [Int])] =
        [("all", Array(vote.answers.indices))]
        + Delegation.Basis.allCases.map { basis in
          (
            basis.rawValue,
            scenario.delegations.indices.filter { scenario.delegations[$0].basis == basis }
          )
        }
        + [("yes", .yes), ("no", .no), ("abstain", .abstain)].map {
          (name: String, answer: Answer) in
          (name, vote.answers.indices.filter { vote.answers[$0] == answer })
        }
      return Vote(
        id: scenario.decisions[vote.decision].id.text,
        expected: Self.counts(vote.expected),
        recorded: Self.counts(vote.recorded.map(Double.init)),
        strata: strata.compactMap { name, places in
          ToldVote.Score.mean(of: deals.compactMap { $0.score(of: places) }).map {
            Stratum(
              name: name,
              n: $0.count,
              right: $0.right,
              brier: $0.brier,
              logLoss: $0.logLoss
            )
          }
        },
        rules: Dictionary(
          uniqueKeysWithValues: SimpleRule.allCases.map {
            ($0.key, BlindTest.right(by: $0, in: deals))
          }
        ),
        bins: ToldVote.bins(of: deals, among: Array(vote.answers.indices)).map {
          Bin(n: $0.count, chance: $0.chance, share: $0.share)
        },
        misses: vote.misses.map { scenario.delegations[$0].id.text }
      )
    }
  }

  private static func counts(_ values: [Double]) -> Counts {
    Counts(
      yes: values[Answer.yes.rawValue],
      no: values[Answer.no.rawValue],
      abstain: values[Answer.abstain.rawValue]
    )
  }
}
