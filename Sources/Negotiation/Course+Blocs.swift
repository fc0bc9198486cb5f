import Forecasting
import Treaty

/// How blocs meet before a round closes, and act on a common line.
extension Course {
  /// Has blocs that know discipline meet; gives the members that are bound by a common line.
  mutating func meetBlocs(on floor: Floor) -> Set<Int> {
    var bound: Set<Int> = []
    let scenario = session.scenario
    for (number, bloc) in scenario.blocs.enumerated() where bloc.discipline > 0 {
      let members = floor.movers.filter { scenario.delegations[$0].bloc == number }
      guard let speaker = speaker(of: bloc, among: members), members.count > 1,
        let aim = aim(of: members, on: floor)
      else { continue }
      var generator = SeededGenerator(
        seed: session.seed,
        purpose: "bloc/\(bloc.id)/\(session.round)"
      )
      let isUnited = generator.uniform() < bloc.discipline
      let option = floor.options[aim]
      let limit = -scenario.model.noticeable
      let dissenters = members.filter { option.prospect.stakes[$0] <= limit }
      happen(
        .blocMet(
          BlocMeeting(
            bloc: bloc.id,
            speaker: delegation(speaker),
            aim: floor.weighed(aim, by: speaker),
            isUnited: isUnited,
            dissenters: dissenters.map { delegation($0) }
          )
        )
      )
      guard isUnited else { continue }
      let followers = members.filter { !dissenters.contains($0) }
      bound.formUnion(followers)
      act(as: bloc, speaker: speaker, followers: followers, for: aim, on: floor)
    }
    return bound
  }

  /// Who speaks for a bloc: its coordinator if nobody plays it, else its weightiest member.
  private func speaker(of bloc: Bloc, among members: [Int]) -> Int? {
    if let coordinator = bloc.coordinator,
      let place = members.first(where: { delegation($0) == coordinator })
    {
      return place
    }
    return members.max {
      let left = session.scenario.delegations[$0].influence
      let right = session.scenario.delegations[$1].influence
      return (left, $1) < (right, $0)
    }
  }

  /// What a bloc would work for: most gained by its members, each as much as it counts, times its chance.
  private func aim(of members: [Int], on floor: Floor) -> Int? {
    let delegations = session.scenario.delegations
    let total = members.reduce(0) { $0 + delegations[$1].influence }
    let values = floor.options.indices.map { place -> Double in
      let option = floor.options[place]
      let gain = members.reduce(0) {
        $0 + delegations[$1].influence * option.prospect.gains[$1]
      }
      guard gain > 0, !isBacked(option, by: members), isOnTable(option) || isOpen(option)
      else { return 0 }
      return gain / total * Elementary.logistic(option.odds)
    }
    guard let best = values.indices.max(by: { (values[$0], $1) < (values[$1], $0) }),
      values[best] >= floor.effort
    else { return nil }
    return best
  }

  /// Whether most of some delegations stand behind an option already.
  private func isBacked(_ option: Floor.Option, by members: [Int]) -> Bool {
    let clause = session.scenario.clauses[option.clause].id
    guard
      let proposal = session.openProposals(on: clause).first(where: {
        $0.provision == option.provision
      })
    else { return false }
    let backing = members.count {
      proposal.proposer == .delegation(delegation($0))
        || proposal.sponsors.contains(delegation($0))
    }
    return 2 * backing > members.count
  }

  private mutating func act(
    as bloc: Bloc,
    speaker: Int,
    followers: [Int],
    for aim: Int,
    on floor: Floor
  ) {
    let option = floor.options[aim]
    let clause = session.scenario.clauses[option.clause].id
    let found = session.openProposals(on: clause).first { $0.provision == option.provision }
    let number = found?.number ?? session.proposals.count + 1
    if found == nil {
      tabled(option, by: speaker)
      note(.tabled(number), by: speaker, taking: aim, line: .bloc(bloc.id), on: floor)
    }
    for follower in followers {
      join(number, follower, taking: aim, line: .bloc(bloc.id), on: floor)
    }
  }
}
