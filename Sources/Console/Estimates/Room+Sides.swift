import Forecasting
import Negotiation
import Treaty

/// Who would vote how on one change.
extension Room {
  /// Who would vote how on a change alone.
  func sayVote(_ forecast: Forecast, on matter: Matter, on page: inout Page) {
    page.heading("If \(matter.title) were put to the vote alone (estimated)")
    guard forecast.isNoticeable else {
      page.say(
        "Nobody gains or loses enough to tell from noise, so no vote is shown.",
        indent: 2,
        hang: 0
      )
      return
    }
    let standing = Standing(of: forecast)
    var table = Table([.leading, .trailing, .leading])
    for (side, label, style) in Room.sides {
      let members = standing.on(side)
      let untouched = members.filter {
        forecast.gains[$0].magnitude < scenario.model.noticeable
      }
      var words = names(of: members, forecast: forecast)
      if side == .unsure, !grouping.isSmall, !untouched.isEmpty, untouched.count < members.count {
        words = "\(untouched.count) of them hardly touched by it"
      } else if side == .unsure, !grouping.isSmall {
        words = members.isEmpty ? "" : grouping.bases(members)
      }
      table.add(Phrase(label, style), Phrase(String(members.count)), Phrase(words))
    }
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
    (.favour, "leaning for", .favourable), (.against, "leaning against", .adverse),
    (.unsure, "cannot say", .plain),
  ]

  /// Delegations by name with what they gain in a small room, else grouped.
  private func names(of members: [Int], forecast: Forecast) -> String {
    guard grouping.isSmall else { return grouping.names(members) }
    return members.map { index in
      let arrows = Figures.arrows(
        forecast.gains[index],
        noticeable: scenario.model.noticeable
      )
      return scenario.delegations[index].name + (arrows.isEmpty ? "" : " \(arrows)")
    }.joined(separator: ", ")
  }
}
