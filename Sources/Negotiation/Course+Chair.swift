import Forecasting
import Treaty

/// What a chair that nobody plays settles in a round.
extension Course {
  /// Clauses that a chair that nobody plays tries to settle in a round.
  private var settlements: Int {
    max(1, session.scenario.clauses.count / (2 * session.rounds))
  }

  /// Has a chair that nobody plays settle what nobody objects to; where the body does not seek consensus, it
  /// puts to the vote what would probably pass.
  mutating func settle(on floor: Floor) {
    let isConsensual = session.scenario.body.seeksConsensus
    let ranked = session.openProposals.compactMap {
      proposal -> (number: Int, objectors: Int, chance: Double)? in
      guard let option = floor.option(of: proposal) else { return nil }
      let chance = floor.options[option].prospect.chance
      return (proposal.number, proposal.objectors.count, chance)
    }.sorted { ($0.objectors, $1.chance, $0.number) < ($1.objectors, $0.chance, $1.number) }
    var left = settlements
    for candidate in ranked where left > 0 {
      guard session.openProposals.contains(where: { $0.number == candidate.number }) else {
        continue
      }
      let events: [Event]
      do throws(Refusal) {
        if isConsensual {
          guard candidate.objectors == 0, candidate.chance >= 0.75 else { continue }
          events = try session.outcomeOfAgreeing(.proposal(candidate.number))
        } else {
          guard session.asked.isEmpty, candidate.chance >= 0.5 else { continue }
          events = try session.outcomeOfVoting(.proposal(candidate.number), ballots: [])
        }
      } catch {
        continue
      }
      for event in events { happen(event) }
      left -= 1
    }
  }
}
