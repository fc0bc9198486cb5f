public import Calibration
import Forecasting
public import Treaty

/// Recorded decisions told by fits that did not see them, as a reply.
public struct BlindTest: Sendable {
  /// How the decisions were kept out of sight.
  private enum Design {
    case before(String, TrainedBefore)
    case folds(StateFolds, [ToldVote])
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

  /// Looks at one decision that was told in parts of its states, once or more often.
  public init(of scenario: Scenario, in folds: StateFolds, told: [ToldVote]) {
    self.scenario = scenario.uncalibrated
    design = .folds(folds, told)
  }

  /// Whether there is anything to tell.
  public var isEmpty: Bool {
    switch design {
    case .before(_, let trained): trained.records.isEmpty
    case .folds(_, let deals): deals.isEmpty
    }
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
      if !trained.fit.isSettled { page.say(Phrase(CalibrationAnswer.unsettled)) }
      sayRecords(trained.records, on: &page)
      for told in trained.told { say([told], on: &page) }
      sayBins(of: trained.told, on: &page)
      page.heading("Numbers of the model")
      page.show(CalibrationAnswer.table(of: trained.fit.knowledge))
      page.say(Phrase(CalibrationAnswer.sentence(on: trained.fit.knowledge)), indent: 2)
    case .folds(let folds, let deals):
      say(deals, in: folds, on: &page)
    }
    return Enquiry(page, document: BlindTestDocument(told, records: records, in: scenario))
  }

  private func say(_ deals: [ToldVote], in folds: StateFolds, on page: inout Page) {
    let id = scenario.decisions[folds.decision].id.text
    let others = folds.votes.filter { $0 != folds.decision }
    page.say(Phrase("\(id), told in \(StateFolds.folds) parts of its states", .strong))
    page.say(
      Phrase(
        "Each state is told from what the others did in it, and from all states in \(names(others)). "
          + (deals.count == 1
            ? "The states were dealt into parts once."
            : "The states were dealt into parts \(deals.count) times; figures are means over that.")
      )
    )
    say(deals, on: &page)
    sayBins(of: deals, on: &page)
  }

  /// What was told, each vote as often as it was.
  private var told: [[ToldVote]] {
    switch design {
    case .before(_, let trained): trained.told.map { [$0] }
    case .folds(_, let deals): [deals]
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
        Phrase(record.decision.recorded),
        Phrase(record.expectedWords(decimals: 1)),
        Phrase(distance(of: record).map { Figures.decimal($0, decimals: 0) } ?? ""),
        Phrase(
          record.decision.isFitted ? "fitted on" : record.isAsExpected ? "" : "missed"
        )
      )
    }
    page.heading("Decisions since")
    page.show(table)
    let blind = records.filter { !$0.decision.isFitted }
    page.say(
      "Yes–no–abstaining. “Off by”: the errors of the three counts, added up. \(blind.count(where: \.isAsExpected)) of "
        + "\(blind.count) came out on the side that was likelier.",
      indent: 2
    )
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
    for (label, _, places) in Self.strata(of: deals, in: scenario) {
      guard let score = ToldScore(meanOf: deals.compactMap { $0.score(of: places) }) else {
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
    page.say(
      "Brier: 0 is perfect, 0.67 a third for each answer. Log loss: 0, and 1.10.",
      indent: 2
    )
    let all = deals.compactMap(\.score)
    if all.count > 1, let worst = all.map(\.right).min(), let best = all.map(\.right).max() {
      page.say(
        "By deal from \(Figures.decimal(100 * worst, decimals: 1)) % to \(Figures.decimal(100 * best, decimals: 1)) % right.",
        indent: 2
      )
    }
  }

  /// All states, those of each basis, and those of each answer: what they are called, and their key.
  static func strata(
    of deals: [ToldVote],
    in scenario: Scenario
  ) -> [(label: String, key: String, places: [Int])] {
    let all = Array(scenario.delegations.indices)
    let answers: [(Answer, String)] = [(.yes, "yes"), (.no, "no"), (.abstain, "abstain")]
    return [("all", "all", all)]
      + Delegation.Basis.allCases.map { basis in
        (basis.words, basis.rawValue, all.filter { scenario.delegations[$0].basis == basis })
      }
      + answers.map { answer, key in
        ("who \(answer.done)", key, all.filter { deals.first?.answers[$0] == answer })
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
  static func right(by rule: SimpleRule, in deals: [ToldVote]) -> Double {
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
        Phrase("\(reasons.joined(separator: ", ")) (\(delegation.basis.words))")
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
    let strata = Self.strata(of: told, in: scenario).prefix(1 + Delegation.Basis.allCases.count)
    var table = Table(
      [.leading, .trailing, .trailing, .trailing, .leading],
      headings: ["", "times", "given", "came", "0                 50                100"]
    )
    for (label, _, places) in strata where !places.isEmpty {
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
      "In 100; each of the three answers of each state counts\(told.count > 1 ? ", in each deal" : ""). o: the chance that was given; x: how often it came; * both.",
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
}
