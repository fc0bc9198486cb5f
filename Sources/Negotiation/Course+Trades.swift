import Forecasting
import Treaty

/// How delegations that nobody plays lend each other their names.
extension Course {
  /// What one more sponsor adds to the chance of a proposal, as a share of what is missing; a judgement.
  private static let persuasion = 0.05

  /// Trades that are struck in a round at most.
  private static let trades = 3

  /// Has proposers join each other's proposals where both gain by it and neither would have joined for nothing.
  mutating func trade(on floor: Floor) {
    let scenario = session.scenario
    let open = session.openProposals.compactMap {
      proposal -> (proposal: Proposal, place: Int, option: Int)? in
      guard let holder = proposal.proposer.delegation, let place = scenario.index(of: holder),
        let option = floor.option(of: proposal)
      else { return nil }
      return (proposal, place, option)
    }
    var pairs: [(left: Int, right: Int, value: Double)] = []
    for left in open.indices where floor.movers.contains(open[left].place) {
      for right in open.indices where right != left {
        let (mine, yours) = (open[left], open[right])
        let isPlayed = session.asked.contains(delegation(yours.place))
        guard mine.place != yours.place, mine.proposal.clause != yours.proposal.clause,
          left < right || isPlayed, floor.movers.contains(yours.place) || isPlayed,
          session.canKeep(.sponsor(mine.proposal.number), by: delegation(yours.place)),
          session.canKeep(.sponsor(yours.proposal.number), by: delegation(mine.place)),
          session.trusts(delegation(mine.place), delegation(yours.place))
        else { continue }
        let hasBeenOffered = session.deals.contains {
          $0.from == delegation(mine.place) && $0.gives == .sponsor(yours.proposal.number)
            && $0.wants == .sponsor(mine.proposal.number)
        }
        guard !hasBeenOffered, !fights(yours.option, mine.place, on: floor),
          !fights(mine.option, yours.place, on: floor)
        else { continue }
        let forMe =
          worth(of: mine.option, to: mine.place, on: floor)
          + worth(of: yours.option, to: mine.place, on: floor)
        let forYou =
          worth(of: mine.option, to: yours.place, on: floor)
          + worth(of: yours.option, to: yours.place, on: floor)
        guard forMe > 0, forYou > 0 else { continue }
        pairs.append((left, right, min(forMe, forYou)))
      }
    }
    var busy: Set<Int> = []
    let ranked = pairs.sorted { ($1.value, $0.left, $0.right) < ($0.value, $1.left, $1.right) }
    for pair in ranked where busy.count < 2 * Course.trades {
      let (mine, yours) = (open[pair.left], open[pair.right])
      guard !busy.contains(mine.place), !busy.contains(yours.place) else { continue }
      busy.formUnion([mine.place, yours.place])
      strike(mine, yours, on: floor)
    }
  }

  /// What a delegation expects of one more sponsor for an option, in units of gain.
  private func worth(of option: Int, to place: Int, on floor: Floor) -> Double {
    let weighed = floor.weighed(option, by: place)
    return weighed.gain * (1 - weighed.chance) * Course.persuasion
  }

  /// Whether a delegation would lose by an option what it takes a side over in public: it lends it no name.
  private func fights(_ option: Int, _ place: Int, on floor: Floor) -> Bool {
    session.fights(floor.options[option].prospect, place)
  }

  private mutating func strike(
    _ mine: (proposal: Proposal, place: Int, option: Int),
    _ yours: (proposal: Proposal, place: Int, option: Int),
    on floor: Floor
  ) {
    let deal = Deal(
      number: session.deals.count + 1,
      round: session.round,
      from: delegation(mine.place),
      to: delegation(yours.place),
      gives: .sponsor(yours.proposal.number),
      wants: .sponsor(mine.proposal.number)
    )
    happen(.dealOffered(deal))
    note(.dealt(deal.number), by: mine.place, taking: mine.option, on: floor)
    // Whoever is played answers for itself.
    guard floor.movers.contains(yours.place) else { return }
    for event in session.outcomeOfAccepting(deal) { happen(event) }
    note(.dealt(deal.number), by: yours.place, taking: yours.option, on: floor)
  }
}
