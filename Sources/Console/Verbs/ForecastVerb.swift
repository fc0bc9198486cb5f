import Forecasting
import Negotiation
import Treaty

/// `forecast`: what would become of the text if it were put today.
struct ForecastVerb: Verb {
  static let word = "forecast"
  static let usage = "forecast [uncertain] [RULE]"
  static let summary =
    "What would become of the whole text; if it were put today, by another rule, or if inputs are off."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.forecastOption, .rule]

  /// The word that has inputs drawn anew.
  static let uncertain = "uncertain"
  /// The same as it is typed by who comes from a shell, and as a noun.
  private static let spellings = [uncertain, "--uncertain", "uncertainty"]

  private let isUncertain: Bool
  private let rule: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    isUncertain = arguments.rest.first.map { Self.spellings.contains($0.text.folded) } ?? false
    if isUncertain { _ = arguments.next() }
    rule = arguments.remainder()?.replacing(" ", with: "-")
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let named: VotingRule? =
      if let rule { try room.names.rule(rule) } else { nil }
    room.focus = .text
    return isUncertain ? room.uncertainty(by: named) : room.forecast(by: named)
  }
}

extension Room {
  /// The forecast of the text on the table, and what it would be with other inputs.
  fileprivate mutating func uncertainty(by rule: VotingRule?) -> Reply {
    let plan = Uncertainty.Plan(
      of: session.text,
      in: scenario,
      under: session.circumstances,
      rule: rule,
      draws: Uncertainty.quickDraws,
      alone: Uncertainty.quickDrawsAlone,
      seed: Uncertainty.seedOfRooms
    )
    let answer = UncertaintyAnswer(
      Uncertainty(of: plan),
      of: scenario.drafts[session.base],
      rule: rule ?? scenario.body.rule,
      seed: Uncertainty.seedOfRooms,
      in: scenario
    )
    var page = Page()
    say(answer, on: &page)
    hint("assumptions", on: &page)
    return Reply(page, document: UncertaintyDocument(answer, in: scenario))
  }

  /// The forecast of the text on the table.
  fileprivate mutating func forecast(by named: VotingRule?) -> Reply {
    let forecast =
      if let named {
        Forecast(
          of: session.text,
          in: scenario,
          under: session.circumstances,
          rule: named
        )
      } else {
        estimates.whole(session.text, in: session)
      }
    var page = Page()
    sayForecast(forecast, on: &page)
    let next = nextStep
    hint(next == "forecast" || !session.openProposals.isEmpty ? "lobby" : next, on: &page)
    return Reply(
      page,
      document: ForecastDocument(
        forecast,
        of: session.text,
        draft: scenario.drafts[session.base],
        in: scenario
      )
    )
  }
}

extension Room {
  /// The forecast of the whole text.
  func sayForecast(_ forecast: Forecast, on page: inout Page) {
    page.say(Phrase("If the text were put today (estimated)", .strong))
    let standing = Standing(of: forecast)
    var table = Table([.leading, .trailing, .leading])
    let labels: [(Standing.Side, String, Style)] = [
      (.favour, "leaning yes", .favourable), (.unsure, "undecided", .plain),
      (.against, "leaning no", .adverse),
    ]
    for (side, label, style) in labels {
      let members = standing.on(side)
      table.add(
        Phrase(label, style),
        Phrase(String(members.count)),
        Phrase(grouping.names(members))
      )
    }
    page.show(table)
    if scenario.body.seeksConsensus || forecast.rule == .consensus {
      page.say(
        "By consensus it \(Figures.verdict(forecast.consensus), .strong): "
          + "\(Figures.chance(forecast.consensus)) that nobody blocks.",
        indent: 2
      )
      sayBlockers(forecast, on: &page)
    }
    if forecast.rule != .consensus {
      let need = forecast.rule == scenario.body.rule ? " \(self.need)" : ""
      let rule = forecast.rule == scenario.body.rule ? "By vote" : "By \(forecast.rule.name)"
      page.say(
        "\(rule) it \(Figures.verdict(forecast.adoption), .strong): "
          + "\(Figures.chance(forecast.adoption)).\(need)",
        indent: 2
      )
    }
    if !grouping.isSmall {
      page.say(
        "\(Figures.counts(forecast.tally)), away \(Figures.expected(forecast.tally.absent)). Real absence "
          + "is bunched, so that the true ranges are wider.",
        indent: 2
      )
    }
    page.say(
      "Estimated from what states want, not from what is said in the room. Positions: "
        + "\(grouping.bases(Array(scenario.delegations.indices))).",
      indent: 2
    )
  }

  /// Who is most likely to block, where anybody would rather vote no than anything else.
  private func sayBlockers(_ forecast: Forecast, on page: inout Page) {
    let opposed = Standing(of: forecast).on(.against)
    let leanings = forecast.leanings
    let ranked = opposed.sorted { (leanings[$0], $0) < (leanings[$1], $1) }
    guard !ranked.isEmpty else { return }
    page.say("Most opposed: \(grouping.names(ranked.prefix(8).sorted())).", indent: 2, hang: 2)
  }
}

extension Phrase {
  /// Adds plain text to a phrase.
  static func + (left: Phrase, right: String) -> Phrase {
    left + Phrase(right)
  }
}
