import Forecasting
import Treaty

extension Course {
  /// How much better a text has to do before the chair prefers it: by a hundredth of its chance.
  private static let better = 1.01

  /// Has the chair put its package.
  ///
  /// A chair that nobody plays takes up, clause by clause in brackets, the text that gives
  /// the whole the best chance, and what the room would rather have where that costs the whole hardly anything; a person
  /// in the chair has settled what is in it before.
  mutating func putPackage() {
    guard session.seats.chair == .itself else {
      happen(.packagePut([]))
      return
    }
    let text = bestPackage()
    let taken = session.openProposals.filter { proposal in
      session.scenario.index(of: proposal.clause).map {
        text.provisions[$0] == proposal.provision
      } ?? false
    }
    let changed = text.differences(from: session.text)
    happen(.packagePut(taken.map(\.number)))
    for clause in changed {
      happen(.clauseChanged(session.scenario.clauses[clause].id, text.provisions[clause]))
    }
  }

  /// The text with the best chance that the alternatives in brackets allow: one clause after the other, twice.
  private func bestPackage() -> TreatyText {
    let scenario = session.scenario
    var text = session.text
    var chance = chance(of: text)
    for _ in 0..<2 {
      var isImproved = false
      for clause in undecided {
        let now = text.provisions[clause]
        let options = session.openProposals(on: scenario.clauses[clause].id).map(\.provision)
        for option in options + [session.text.provisions[clause]] where option != now {
          let other = text.with(option, at: clause)
          let hope = self.chance(of: other)
          let isWanted =
            option != session.text.provisions[clause] && hope * Course.better >= chance
            && now == session.text.provisions[clause] && isCarriedAlone(option, at: clause)
          if hope > chance * Course.better + 1e-9 || isWanted {
            (text, chance, isImproved) = (other, hope, true)
          }
        }
      }
      if !isImproved { break }
    }
    return text
  }

  /// Whether the room would rather have a text than the one on the table, in a vote on it alone.
  private func isCarriedAlone(_ provision: Provision, at clause: Int) -> Bool {
    Prospect(of: provision, at: clause, against: session.text, in: session.scenario).chance >= 0.5
  }

  /// The clauses in brackets that no vote has decided.
  private var undecided: [Int] {
    session.bracketed.filter { !session.isSettled(session.scenario.clauses[$0].id) }
  }

  /// The chance of a treaty that reads like this.
  private func chance(of text: TreatyText) -> Double {
    let forecast = Forecast(of: text, in: session.scenario, under: session.circumstances)
    return session.scenario.body.seeksConsensus ? forecast.agreement : forecast.adoption
  }
}
