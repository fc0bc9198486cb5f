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
        Phrase(Figures.number(entry.before, decimals: 2)),
        Phrase(Figures.number(entry.after, decimals: 2)),
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
        Phrase(fit.told(place).score.map { "\(Figures.rounded(100 * $0.right))" } ?? ""),
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
    let mean = fit.deviations.reduce(0, +) / Double(max(fit.deviations.count, 1))
    page.say(
      "All together moved by \(Figures.signed(mean, decimals: 1)) points on average.",
      indent: 2
    )
    page.heading("Moved most, and by which votes")
    var table = Table(
      [.leading, .trailing, .leading],
      headings: ["", "points", "because it"]
    )
    for movement in mostMoved.prefix(20) {
      table.add(
        Phrase(label(of: movement), .strong),
        Phrase(movement.points),
        Phrase(reasons(for: movement.members))
      )
    }
    page.show(table)
  }

  /// Delegations that moved together: one, or those of a group for whom one position was taken and whose votes moved them
  /// alike.
  private struct Movement {
    var members: [Int]
    let points: String
  }

  private var mostMoved: [Movement] {
    var movements: [Movement] = []
    let ranked = fit.deviations.indices.sorted {
      (-fit.deviations[$0].magnitude, $0) < (-fit.deviations[$1].magnitude, $1)
    }
    for place in ranked {
      let delegation = scenario.delegations[place]
      let points = Figures.signed(fit.deviations[place], decimals: 1)
      let same = movements.firstIndex { movement in
        guard delegation.basis == .bloc, movement.points == points,
          let first = movement.members.first
        else { return false }
        let other = scenario.delegations[first]
        return other.basis == .bloc && other.bloc == delegation.bloc
      }
      if let same {
        movements[same].members.append(place)
      } else {
        movements.append(Movement(members: [place], points: points))
      }
    }
    return movements
  }

  private func label(of movement: Movement) -> String {
    guard let first = movement.members.first else { return "" }
    let delegation = scenario.delegations[first]
    return movement.members.count == 1
      ? "\(delegation.id) \(delegation.name)"
      : "\(delegation.blocID), \(movement.members.count) states alike"
  }

  /// The axis in words: `+1 on scope, −1 on safeguards`.
  private var axisWords: String {
    zip(scenario.issues, fit.axis.steps).filter { $1 != 0 }.map { issue, step in
      "\(Figures.signed(step, decimals: 2)) on \(issue.id)"
    }.joined(separator: ", ")
  }

  /// The votes that pull the way delegations moved, with what they did in them.
  private func reasons(for members: [Int]) -> String {
    guard let first = members.first else { return "" }
    let way = fit.deviations[first] < 0 ? -1.0 : 1
    let pulls = fit.votes.indices.map { vote in
      members.reduce(0) { $0 + way * fit.pulls[vote][$1] }
    }
    let pulling = pulls.indices.filter { pulls[$0] > 0.005 }
      .sorted { (-pulls[$0], $0) < (-pulls[$1], $1) }
    let words = pulling.prefix(3).compactMap { vote -> String? in
      let answers = members.compactMap { fit.votes[vote].answers[$0] }
      guard let answer = answers.first, answers.allSatisfy({ $0 == answer }) else { return nil }
      let decision = scenario.decisions[fit.votes[vote].decision].id
      return "\(answer.done)\(answer == .abstain ? " on" : "") \(decision)"
    }
    return words.isEmpty ? "goes with its bloc" : words.joined(separator: ", ")
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
