import Forecasting
import Negotiation
import Treaty

/// Who would vote how on one change.
extension Room {
  /// Who would vote how on a change alone.
  mutating func sayVote(_ forecast: Forecast, on matter: Matter, on page: inout Page) {
    page.heading("If \(matter.title) were put to the vote alone (what the model assumes)")
    guard forecast.isNoticeable else {
      page.say(
        "Nobody gains or loses enough to tell from noise, so no vote is shown.",
        indent: 2,
        hang: 0
      )
      return
    }
    let standing = estimates.standing(on: matter, in: session)
    var table = Table([.leading, .trailing, .leading])
    for (side, label, style) in Room.sides {
      let sure = standing.surely(side)
      table.add(
        Phrase(label, style),
        Phrase(String(sure.count)),
        Phrase(names(of: sure, forecast: forecast))
      )
      let leaning = standing.leaning(side)
      guard !leaning.isEmpty else { continue }
      table.add(
        Phrase("leaning \(label)"),
        Phrase(String(leaning.count)),
        Phrase(names(of: leaning, forecast: forecast))
      )
    }
    let unsaid = standing.on(.unsure)
    table.add(
      "cannot say",
      Phrase(String(unsaid.count)),
      Phrase(words(of: unsaid, forecast: forecast))
    )
    page.show(table)
    let verdict = Figures.verdict(forecast.adoption)
    page.say(
      "Alone it \(verdict, .strong): \(Figures.chance(forecast.adoption)). \(need)",
      indent: 2
    )
    if !grouping.isSmall {
      page.say(
        "\(Figures.counts(forecast.tally)).",
        indent: 2
      )
    }
  }

  /// The sides of a vote with their labels.
  static let sides: [(Standing.Side, String, Style)] = [
    (.favour, "for", .favourable), (.against, "against", .adverse),
  ]

  /// Those of whom no side can be said: by name in a small room, else by what is known of them.
  private func words(of unsaid: [Int], forecast: Forecast) -> String {
    guard !grouping.isSmall else { return names(of: unsaid, forecast: forecast) }
    let untouched = unsaid.count { forecast.gains[$0].magnitude < scenario.model.noticeable }
    let known = unsaid.isEmpty ? "" : grouping.bases(unsaid)
    return untouched > 0 ? "\(known); \(untouched) of them hardly touched by it" : known
  }

  /// Delegations by name with what they gain in a small room, else grouped.
  private func names(of members: [Int], forecast: Forecast) -> String {
    guard grouping.isSmall else { return grouping.names(members) }
    return members.map { index in
      let arrows = Figures.arrows(
        forecast.gains[index],
        noticeable: scenario.model.noticeable,
        inWords: settings.isSpoken
      )
      return scenario.delegations[index].name + (arrows.isEmpty ? "" : " \(arrows)")
    }.joined(separator: ", ")
  }
}
