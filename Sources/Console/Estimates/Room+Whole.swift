import Forecasting
import Negotiation
import Treaty

/// What becomes of the treaty as a whole, and what observers say of it.
extension Room {
  /// What becomes of the treaty as a whole with a change.
  mutating func sayWhole(after matter: Matter, on page: inout Page) {
    let before = estimates.whole(session.text, in: session)
    let after = estimates.whole(matter.carried, in: session)
    page.heading("The treaty as a whole (estimated)")
    let moved = movements(from: before, to: after)
    if moved.isEmpty {
      page.say("Nobody changes sides.", indent: 2)
    } else {
      var table = Table([.leading, .leading])
      for (label, members) in moved { table.add(Phrase(label), Phrase(grouping.names(members))) }
      page.show(table)
    }
    page.say(
      Phrase(comparison("Adopted by vote", before.adoption, after.adoption)),
      indent: 2,
      hang: 2
    )
    if scenario.body.seeksConsensus {
      page.say(
        Phrase(comparison("Consensus", before.consensus, after.consensus)),
        indent: 2,
        hang: 2
      )
    }
  }

  /// Who goes where between two forecasts, in words.
  func movements(from before: Forecast, to after: Forecast) -> [(String, [Int])] {
    let old = Standing(of: before).sides
    let new = Standing(of: after).sides
    let labels: [(Standing.Side, String)] = [
      (.favour, "now likely yes"), (.against, "now likely no"), (.unsure, "now undecided"),
    ]
    return labels.compactMap { side, label in
      let members = new.indices.filter { old[$0] != new[$0] && new[$0] == side }
      return members.isEmpty ? nil : (label, members)
    }
  }

  /// Two chances in words; a difference that does not show is said to be none.
  private func comparison(_ what: String, _ before: Double, _ after: Double) -> String {
    let old = Figures.chance(before)
    let new = Figures.chance(after)
    if old == new {
      return "\(what): \(new), as before; the model sees no difference there."
    }
    return "\(what): \(new) (now \(old))."
  }

  /// What observers say of a text, those first who change their mind.
  func sayReactions(to text: TreatyText, before: TreatyText, on page: inout Page) {
    guard !scenario.judges.isEmpty else { return }
    page.heading("Observers")
    var unchanged: [(level: Reaction.Level, names: [String])] = []
    var table = Table([.leading, .leading])
    for observer in scenario.judges {
      let old = Reaction(of: observer, to: before, in: scenario)
      let new = Reaction(of: observer, to: text, in: scenario)
      let crossed = new.crossed.filter { !old.crossed.contains($0) }
      guard old.level != new.level || !crossed.isEmpty || old.crossed != new.crossed else {
        if let place = unchanged.firstIndex(where: { $0.level == new.level }) {
          unchanged[place].names.append(observer.name)
        } else {
          unchanged.append((new.level, [observer.name]))
        }
        continue
      }
      var words =
        old.level == new.level
        ? "\(new.level.words), as before" : "\(old.level.words) → \(new.level.words)"
      if let line = crossed.first {
        words += "; red line crossed: \(observer.criteria[line].principle)"
      } else if new.crossed.count < old.crossed.count {
        words += "; no longer crosses a red line"
      }
      table.add(Phrase(observer.name), Phrase(words))
    }
    page.show(table)
    if !unchanged.isEmpty {
      let groups = unchanged.map { "\($0.names.joined(separator: ", ")) (\($0.level.words))" }
      page.say("Unchanged: \(groups.joined(separator: "; ")).", indent: 2, hang: 2)
    }
  }
}
