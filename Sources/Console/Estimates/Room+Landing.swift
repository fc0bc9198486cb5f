import Forecasting
import Negotiation
import Treaty

extension Room {
  /// All issues beside each other.
  func say(_ answers: [LandingAnswer], on page: inout Page) {
    page.say(Phrase("Where the text would land (estimated), 0 to 100", .strong))
    var table = Table(
      [.leading, .trailing, .leading, .leading, .trailing],
      headings: ["", "now", "would land", "median", "if all gain"]
    )
    for answer in answers {
      let landing = answer.landing
      table.add(
        Phrase(scenario.issues[answer.issue].id.text),
        Phrase(Figures.place(landing.now)),
        Phrase(Figures.place(landing.compromise.mean, landing.meanRange), .strong),
        Phrase(Figures.place(landing.compromise.median, landing.medianRange)),
        Phrase(answer.bargained.map { Figures.place($0) } ?? "–")
      )
    }
    page.show(table)
  }

  /// One issue, in words first.
  func say(_ answer: LandingAnswer, on page: inout Page) {
    let issue = scenario.issues[answer.issue]
    let landing = answer.landing
    page.say(Phrase("\(issue.title): where the text would land (estimated)", .strong))
    page.say(
      "About \(Figures.place(landing.compromise.mean, landing.meanRange), .strong) of 100"
        + Phrase(meaning(of: landing.compromise.mean, on: issue)),
      indent: 2,
      hang: 2
    )
    let step = landing.compromise.mean - landing.now
    let pole = step < 0 ? issue.low : issue.high
    page.say(
      step.magnitude < 0.5
        ? "The text on the table stands there already."
        : "The text on the table stands at \(Figures.place(landing.now)); it would move "
          + "towards “\(pole)”.",
      indent: 2,
      hang: 2
    )
    page.heading("Other ways to reckon it")
    var table = Table([.leading, .leading, .leading])
    table.add(
      "weighted median",
      Phrase(Figures.place(landing.compromise.median, landing.medianRange)),
      "half of the influence stands on either side"
    )
    if let bargained = answer.bargained {
      table.add("bargaining", Phrase(Figures.place(bargained)), "if all have to gain by the text")
    }
    for opinion in answer.opinions {
      table.add(
        "challenge model",
        Phrase(Figures.place(opinion.rounds[0].mean, opinion.range)),
        Phrase(
          "after one round, \(opinion.reading.words)"
            + (opinion.rounds[0] == landing.compromise ? "; nobody moves" : "")
        )
      )
    }
    page.show(table)
    sayDoubts(about: answer.opinions, on: &page)
    page.heading("Listed wordings nearest to it")
    say(answer.nearest, on: answer.issue, on: &page)
  }

  /// What a place on an issue means, by the written scale; its poles where there is none.
  private func meaning(of place: Double, on issue: Issue) -> String {
    let mark = issue.scale.min { ($0.at - place).magnitude < ($1.at - place).magnitude }
    return mark.map { ", nearest to “\($0.meaning)”" }
      ?? ", from “\(issue.low)” to “\(issue.high)”."
  }

  private func sayDoubts(about opinions: [SecondOpinion], on page: inout Page) {
    let later = opinions.map { opinion in
      let means = opinion.rounds.dropFirst().map(\.mean)
      let low = Figures.place(means.min() ?? 0)
      let high = Figures.place(means.max() ?? 0)
      return low == high ? low : "\(low)–\(high)"
    }
    page.say(
      "The challenge model is a second opinion and no more: it need not come to rest (rounds 2 to "
        + "\(SecondOpinion.rounds): \(later.joined(separator: " and "))), and two public replications of "
        + "it differ after one round.",
      indent: 2,
      hang: 2
    )
  }

  private func say(_ nearest: [LandingAnswer.Nearest], on issue: Int, on page: inout Page) {
    var table = Table([.leading, .leading, .trailing, .leading])
    for near in nearest.prefix(Room.mostWordings) {
      let now = session.text.provisions[near.clause]
      let place = scenario.placements(of: now, at: near.clause)[issue]
      table.add(
        Phrase(scenario.clauses[near.clause].id.text, .strong),
        Phrase(near.wording.id.text),
        Phrase(Figures.place(near.wording.placements[issue])),
        Phrase(
          now == .listed(near.wording.id)
            ? "as it reads now" : "now \(now.displayName), \(Figures.place(place))"
        )
      )
    }
    page.show(table)
    let rest = nearest.count - Room.mostWordings
    if rest > 0 {
      page.say(
        "And \(Figures.count(rest, "clause that counts", "clauses that count")) less on this issue.",
        indent: 2
      )
    }
  }

  /// Clauses that are shown of those that bear on an issue.
  private static let mostWordings = 8

  /// The text that all would gain by, or why there is none.
  func say(_ bargain: Bargain, on page: inout Page) {
    page.heading("A text by which all gain (Nash bargaining)")
    let searched =
      bargain.isExhaustive
      ? "all \(bargain.texts) texts of listed wordings"
      : "\(bargain.texts) texts, clause by clause from the one on the table on"
    let sentence: String
    switch bargain.outcome {
    case .hopeless(let losers):
      sentence =
        "There is none, so no agreement: \(grouping.names(losers)) "
        + "\(losers.count == 1 ? "gains" : "gain") by no text of listed wordings."
    case .none:
      sentence =
        bargain.isExhaustive
        ? "There is none, so no agreement: \(searched) were looked at."
        : "None was found in \(searched). There may be one all the same."
    case .agreement(let text):
      let changes = text.differences(from: session.text).map {
        "\(scenario.clauses[$0].id) \(text.provisions[$0].commandName)"
      }
      let words =
        changes.isEmpty ? "the text on the table as it is" : changes.joined(separator: ", ")
      sentence =
        bargain.isExhaustive
        ? "The best of \(searched): \(words)."
        : "The best found in \(searched): \(words). There may be a better one."
    }
    page.say(Phrase(sentence), indent: 2, hang: 2)
  }

  /// On what it rests.
  func sayLandingLimits(
    _ saliences: Bargainer.Saliences,
    isAlone: Bool,
    on page: inout Page
  ) {
    page.heading("How sure")
    let positions =
      scenario.spread.isNone
      ? "positions taken as exact"
      : "positions \(positionSpreadWords)"
    let salience =
      switch saliences {
      case .equal:
        "All are taken to care alike, as it told landings better; add `salience` for their own."
      case .own: "Saliences are the states' own; landings were told better with all alike."
      }
    page.say(
      "Positions weighted by influence, which is judged. In brackets: 9 of 10 of \(Rerun.count) "
        + "re-runs\(isAlone ? " (\(SecondOpinion.reruns) of the challenge model)" : "") with \(positions) and influence ±\(Figures.rounded(100 * Bargainer.influenceError)) %. \(salience)",
      indent: 2,
      hang: 2
    )
  }

  /// How far off positions are taken to be.
  private var positionSpreadWords: String {
    let known = scenario.delegations.map { scenario.spread[$0.basis] }
    let least = Figures.place(known.min() ?? 0)
    let most = Figures.place(known.max() ?? 0)
    return least == most ? "±\(least)" : "±\(least) to \(most) points"
  }

  /// What can come next: the issue that would move most, or the wording nearest to where it would.
  func nextLine(after answers: [LandingAnswer], isAlone: Bool) -> String {
    if !isAlone {
      func step(_ answer: LandingAnswer) -> Double {
        (answer.landing.compromise.mean - answer.landing.now).magnitude
      }
      let most = answers.max { step($0) < step($1) }
      return most.map { "landing \(scenario.issues[$0.issue].id)" } ?? "forecast"
    }
    let change = answers.flatMap(\.nearest).first {
      session.text.provisions[$0.clause] != .listed($0.wording.id)
    }
    return change.map { "try \(scenario.clauses[$0.clause].id) \($0.wording.id)" } ?? "forecast"
  }
}

extension Figures {
  /// A place with its range: `43 (39–47)`, or one number where they meet.
  fileprivate static func place(_ value: Double, _ range: ClosedRange<Double>) -> String {
    let (low, high) = (place(range.lowerBound), place(range.upperBound))
    return low == high && low == place(value) ? low : "\(place(value)) (\(low)–\(high))"
  }
}

extension Challenge.Reading {
  fileprivate var words: String {
    switch self {
    case .published: "as it is written"
    case .replicated: "as a public replication has it"
    }
  }
}
