import Calibration
import Forecasting
public import Treaty

/// What recorded votes say of a scenario, as a reply and as the file that keeps it.
public struct CalibrationAnswer: Sendable {
  let scenario: Scenario
  let fit: LeaningFit

  /// Fits all votes of a scenario whose answers by state are on record, to its positions as they were coded; nil where
  /// it has none.
  public init?(of scenario: Scenario) {
    let coded = scenario.uncalibrated
    let axis = LeaningAxis(of: coded)
    let votes = coded.decisions.indices.compactMap { RecordedVote($0, in: coded, along: axis) }
    guard !votes.isEmpty else { return nil }
    self.scenario = coded
    fit = LeaningFit(of: votes, in: coded, along: axis)
  }

  /// What moved and why, as a reply.
  public var enquiry: Enquiry {
    var page = Page()
    page.say(
      Phrase(
        "What \(Figures.count(fit.votes.count, "recorded vote")) say of \(scenario.id)",
        .strong
      )
    )
    page.say(
      "What makes the answers likeliest, with a price on every move away from what was coded (penalised likelihood)."
    )
    if !fit.isSettled { page.say(Phrase(Self.unsettled)) }
    sayNumbers(on: &page)
    sayVotes(on: &page)
    sayMoves(on: &page)
    return Enquiry(page, document: CalibrationDocument(fit, in: scenario))
  }

  /// Whether the search for what is likeliest came to rest: without that nothing should be kept.
  public var isSettled: Bool { fit.isSettled }

  /// What is said where it did not.
  static let unsettled =
    "The search for what is likeliest did not come to rest: take none of these figures for more than a try."

  private func sayNumbers(on page: inout Page) {
    page.heading("Numbers of the model")
    page.show(Self.table(of: fit.knowledge))
    page.say(
      "“Left open”: how much of what was open before the votes is open after them, if nothing else moved. "
        + Self.sentence(on: fit.knowledge),
      indent: 2
    )
  }

  /// The numbers before and after, and what is still open.
  static func table(of knowledge: [LeaningFit.Knowledge]) -> Table {
    var table = Table(
      [.leading, .trailing, .trailing, .trailing],
      headings: ["", "before", "now", "left open"]
    )
    for entry in knowledge {
      table.add(
        Phrase(entry.number.name, .strong),
        Phrase(Figures.signed(entry.before, decimals: 2).drop("+")),
        Phrase(Figures.signed(entry.after, decimals: 2).drop("+")),
        Phrase("\(Figures.rounded(100 * entry.left)) %")
      )
    }
    return table
  }

  /// What the votes cannot tell.
  static func sentence(on knowledge: [LeaningFit.Knowledge]) -> String {
    let untold = knowledge.filter { $0.left > 0.8 && $0.moved < 1 }.map(\.number.name)
    var sentences: [String] = []
    for entry in knowledge where entry.moved > 2 {
      sentences.append(
        "The votes contradict what was assumed of \(entry.number.name): it moved \(Figures.decimal(entry.moved, decimals: 1)) "
          + "times as far as was thought usual."
      )
    }
    if !untold.isEmpty {
      sentences.append("The votes say next to nothing of \(untold.joined(separator: ", ")).")
    }
    var pairs: [String] = []
    for entry in knowledge {
      guard let other = entry.confounded, other.correlation.magnitude > 0.5,
        entry.number.rawValue < other.with.rawValue
      else { continue }
      pairs.append("\(entry.number.name) and \(other.with.name)")
    }
    if !pairs.isEmpty {
      sentences.append("They tell badly apart: \(pairs.joined(separator: "; ")).")
    }
    sentences.append(
      "Sensitivity is held near where it stood: how sharply a vote divides goes into its emphasis. On valence, "
        + "blocking, shadow, packageLoyalty, callVote and pressure no vote by state bears."
    )
    return sentences.joined(separator: " ")
  }

  private func sayVotes(on page: inout Page) {
    page.heading("Votes")
    var table = Table(
      [.leading, .trailing, .trailing, .leading],
      headings: ["", "emphasis", "told", ""]
    )
    for (place, vote) in fit.votes.enumerated() {
      let decision = scenario.decisions[vote.decision]
      table.add(
        Phrase(decision.id.text, .strong),
        Phrase(Figures.decimal(fit.emphases[place], decimals: 2)),
        Phrase(fit.told(vote).score.map { "\(Figures.rounded(100 * $0.right))" } ?? ""),
        Phrase(decision.title)
      )
    }
    page.show(table)
    page.say(
      "“Emphasis”: how much more the vote moved states than its places say. “Told”: how many of 100 answers the fit has "
        + "right that has seen them, with the emphasis and the mood of that vote. Neither is kept: `plenary backtest` "
        + "shows what is left, and tells votes that a fit has not seen.",
      indent: 2
    )
  }

  private func sayMoves(on page: inout Page) {
    page.heading("Delegations")
    page.say(
      "A point moves a delegation by \(axisWords). \(Figures.rounded(100 * fit.axis.share)) % of what parts the "
        + "positions lies along that line.",
      indent: 2
    )
    var bases = Table(
      [.leading, .trailing, .trailing, .trailing],
      headings: ["", "states", "mean move", "largest"],
      indent: 2
    )
    for basis in Delegation.Basis.allCases {
      let places = scenario.delegations.indices.filter { scenario.delegations[$0].basis == basis }
      guard !places.isEmpty else { continue }
      let sizes = places.map { fit.deviations[$0].magnitude }
      bases.add(
        Phrase(basis.words),
        Phrase("\(places.count)"),
        Phrase(Figures.decimal(sizes.reduce(0, +) / Double(places.count), decimals: 1)),
        Phrase(Figures.decimal(sizes.max() ?? 0, decimals: 1))
      )
    }
    page.show(bases)
    page.heading("Moved most, and by which votes")
    var table = Table([.leading, .trailing, .leading], headings: ["", "points", "because it"])
    for place in mostMoved.prefix(20) {
      table.add(
        Phrase("\(scenario.delegations[place].id) \(scenario.delegations[place].name)", .strong),
        Phrase(Figures.signed(fit.deviations[place], decimals: 1)),
        Phrase(reasons(for: place))
      )
    }
    page.show(table)
  }

  private var mostMoved: [Int] {
    fit.deviations.indices.sorted {
      (-fit.deviations[$0].magnitude, $0) < (-fit.deviations[$1].magnitude, $1)
    }
  }

  /// The axis in words: `+1 on scope, −1 on safeguards`.
  private var axisWords: String {
    zip(scenario.issues, fit.axis.steps).filter { $1 != 0 }.map { issue, step in
      "\(Figures.signed(step, decimals: 2)) on \(issue.id)"
    }.joined(separator: ", ")
  }

  /// The votes that pull the way a delegation moved, with what it did in them.
  private func reasons(for place: Int) -> String {
    let way = fit.deviations[place] < 0 ? -1.0 : 1
    let pulling = fit.votes.indices.filter { way * fit.pulls[$0][place] > 0.005 }
      .sorted { (-way * fit.pulls[$0][place], $0) < (-way * fit.pulls[$1][place], $1) }
    let words = pulling.prefix(3).compactMap { vote -> String? in
      guard let answer = fit.votes[vote].answers[place] else { return nil }
      return
        "\(answer.done)\(answer == .abstain ? " on" : "") \(scenario.decisions[fit.votes[vote].decision].id)"
    }
    return words.isEmpty ? "goes with its bloc" : words.joined(separator: ", ")
  }
}

extension String {
  /// Without a mark at the front.
  fileprivate func drop(_ mark: String) -> String {
    hasPrefix(mark) ? String(dropFirst(mark.count)) : self
  }
}

extension LeaningFit.Number {
  /// The name that files use.
  var name: String {
    switch self {
    case .sensitivity: "separateSensitivity"
    case .valence: "resolutionValence"
    case .indifference: "indifference"
    case .commonShock: "commonShock"
    case .blocShock: "blocShock"
    }
  }
}
