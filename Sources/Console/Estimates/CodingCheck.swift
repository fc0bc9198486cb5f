import Negotiation
import Treaty

/// The placements of a scenario held against those of a second coder.
struct CodingCheck: Sendable {
  /// One wording on one issue.
  struct Case: Sendable {
    let clause: Clause.ID
    let wording: String
    let issue: Int
    /// Where the author put it, 0...100.
    let first: Double
    /// Where the second coder puts it, 0...100.
    let second: Double

    var difference: Double { (second - first).magnitude }
  }

  /// Siblings that are closer than this in the author's eyes have no order.
  static let difference = 10.0

  let scenario: Scenario
  let cases: [Case]

  init(of scenario: Scenario, against coding: SecondCoding) {
    self.scenario = scenario
    cases = coding.marks.map { mark in
      let clause = scenario.clauses[mark.clause]
      let provision = mark.wording.map { Provision.listed($0) } ?? .absent
      return Case(
        clause: clause.id,
        wording: provision.name,
        issue: mark.issue,
        first: scenario.placements(of: provision, at: mark.clause)[mark.issue],
        second: mark.value
      )
    }
  }

  /// Mean absolute difference, in points.
  var meanDifference: Double { mean(cases.map(\.difference)) }

  /// Share of the cases that differ by at most so many points, 0...1.
  func share(within points: Double) -> Double {
    mean(cases.map { $0.difference <= points ? 1 : 0 })
  }

  /// Correlation of the two codings, −1...1; nil where one of them does not vary.
  var correlation: Double? { correlation(of: cases) }

  /// Pairs of wordings of one clause that the author tells apart on an issue, and how many of them the second coder puts
  /// in the same order.
  var pairs: (all: Int, sameOrder: Int) {
    var all = 0
    var same = 0
    for (place, one) in cases.enumerated() {
      for other in cases[(place + 1)...]
      where other.clause == one.clause && other.issue == one.issue {
        let apart = one.first - other.first
        guard apart.magnitude >= CodingCheck.difference else { continue }
        all += 1
        if apart * (one.second - other.second) > 0 { same += 1 }
      }
    }
    return (all, same)
  }

  private func mean(_ numbers: [Double]) -> Double {
    numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
  }

  private func correlation(of cases: [Case]) -> Double? {
    let (firsts, seconds) = (cases.map(\.first), cases.map(\.second))
    let (middle, other) = (mean(firsts), mean(seconds))
    let spread = firsts.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    let otherSpread = seconds.reduce(0) { $0 + ($1 - other) * ($1 - other) }
    guard spread > 0, otherSpread > 0 else { return nil }
    let shared = zip(firsts, seconds).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - other) }
    return shared / (spread * otherSpread).squareRoot()
  }

  /// The result in words: the whole, issue by issue, and the ten that differ most.
  func say(on page: inout Page) {
    let wordings = Set(cases.map { "\($0.clause) \($0.wording)" }).count
    page.say(
      "\(scenario.id): \(Figures.count(cases.count, "placement")) of \(Figures.count(wordings, "wording")), coded twice."
    )
    page.say(
      "They differ by \(Figures.decimal(meanDifference, decimals: 1)) points on average; "
        + "\(percent(share(within: 10))) in 100 by at most 10, \(percent(share(within: 20))) by at most 20.",
      indent: 2
    )
    if let correlation {
      page.say("Correlation \(signed(correlation)).", indent: 2)
    }
    let pairs = pairs
    if pairs.all > 0 {
      page.say(
        "Of \(Figures.count(pairs.all, "pair")) of siblings that the author tells apart by 10 points or more, "
          + "\(pairs.sameOrder) stand in the same order "
          + "(\(percent(Double(pairs.sameOrder) / Double(pairs.all))) in 100).",
        indent: 2
      )
    }
    page.heading("By issue")
    var byIssue = Table(
      [.leading, .trailing, .trailing, .trailing],
      headings: ["issue", "placements", "mean difference", "correlation"]
    )
    for issue in scenario.issues.indices {
      let those = cases.filter { $0.issue == issue }
      guard !those.isEmpty else { continue }
      byIssue.add(
        Phrase(scenario.issues[issue].id.text),
        Phrase(String(those.count)),
        Phrase(Figures.decimal(mean(those.map(\.difference)), decimals: 1)),
        Phrase(correlation(of: those).map(signed) ?? "–")
      )
    }
    page.show(byIssue)
    page.heading("The ten that differ most")
    var table = Table(
      [.leading, .leading, .leading, .trailing, .trailing],
      headings: ["clause", "wording", "issue", "author", "second"]
    )
    // Equal differences keep the order of the table.
    let ranked = cases.enumerated().sorted {
      ($1.element.difference, $0.offset) < ($0.element.difference, $1.offset)
    }
    for (_, each) in ranked.prefix(10) {
      table.add(
        Phrase(each.clause.text),
        Phrase(each.wording),
        Phrase(scenario.issues[each.issue].id.text),
        Phrase(Figures.place(each.first)),
        Phrase(Figures.place(each.second))
      )
    }
    page.show(table)
  }

  private func signed(_ correlation: Double) -> String {
    (correlation < 0 ? "\u{2212}" : "") + Figures.decimal(correlation.magnitude, decimals: 2)
  }

  private func percent(_ share: Double) -> Int { Figures.rounded(100 * share) }

  /// The result as data.
  var document: CodingCheckDocument {
    CodingCheckDocument(
      scenario: scenario.id.text,
      meanDifference: meanDifference,
      within10: share(within: 10),
      within20: share(within: 20),
      correlation: correlation,
      pairs: pairs.all,
      sameOrder: pairs.sameOrder,
      cases: cases.map {
        CodingCheckDocument.Entry(
          clause: $0.clause.text,
          wording: $0.wording,
          issue: scenario.issues[$0.issue].id.text,
          first: $0.first,
          second: $0.second
        )
      }
    )
  }
}

/// Two codings side by side, as data: `plenary.coding/1`.
struct CodingCheckDocument: Encodable, Sendable {
  struct Entry: Encodable, Sendable {
    let clause: String
    let wording: String
    let issue: String
    let first: Double
    let second: Double
  }

  let schema = "plenary.coding/1"
  let scenario: String
  let meanDifference: Double
  let within10: Double
  let within20: Double
  let correlation: Double?
  let pairs: Int
  let sameOrder: Int
  let cases: [Entry]
}
