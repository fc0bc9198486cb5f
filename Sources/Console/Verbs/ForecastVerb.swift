import Forecasting
import Negotiation
import Treaty

/// `forecast`: what would become of the text if it were put today.
struct ForecastVerb: Verb {
  static let word = "forecast"
  static let usage = "forecast [RULE]"
  static let summary =
    "What would become of the whole text; if it were put today; by another rule too."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.rule]

  private let rule: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    rule = arguments.remainder()?.replacing(" ", with: "-")
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let named: VotingRule? =
      if let rule { try room.names.rule(rule) } else { nil }
    let forecast =
      if let named {
        Forecast(
          of: room.session.text,
          in: room.scenario,
          under: room.session.circumstances,
          rule: named
        )
      } else {
        room.estimates.whole(room.session.text, in: room.session)
      }
    room.focus = .text
    var page = Page()
    room.sayForecast(forecast, on: &page)
    let next = room.nextStep
    room.hint(next == "forecast" || !room.session.openProposals.isEmpty ? "lobby" : next, on: &page)
    return Reply(
      page,
      document: ForecastDocument(
        forecast,
        of: room.session.text,
        draft: room.scenario.drafts[room.session.base],
        in: room.scenario
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
