import Forecasting
import Treaty

/// How a round closes: blocs meet, and the delegations that nobody plays table, join, object, withdraw and trade.
extension Course {
  /// Proposals that the list of speakers has room for in a round: as many as the square root of the room, 13 of 193
  /// and 2 of 6. A judgement, so that people can follow.
  private var speakers: Int {
    Int(Double(session.scenario.delegations.count).squareRoot())
  }

  /// How many proposals a delegation joins, and how many it objects to, in a round at most.
  private static let supports = 2

  /// How much has to be at stake before a delegation takes a side in public, in units of what is noticeable.
  static let publicStake = 3.0

  /// Alternatives that a clause has in brackets at most, besides the text.
  private static let alternatives = 3

  mutating func closeRound() {
    let floor = Floor(of: session)
    withdraw(on: floor)
    let bound = meetBlocs(on: floor)
    table(on: floor, bound: bound)
    join(on: floor)
    object(on: floor)
    trade(on: floor)
    noteSilence(on: floor)
    if session.seats.chair == .itself { settle(on: floor) }
  }

  private func delegation(_ place: Int) -> Delegation.ID { session.scenario.delegations[place].id }

  /// What a delegation weighed, the option taken first and then its best others.
  private func weighing(_ taken: Int, by place: Int, on floor: Floor) -> [Act.Option] {
    let others = floor.best(for: place, count: 3).filter { $0 != taken }.prefix(2)
    return ([taken] + others).map { floor.weighed($0, by: place) }
  }

  private func isOnTable(_ option: Floor.Option) -> Bool {
    session.openProposals(on: session.scenario.clauses[option.clause].id).contains {
      $0.provision == option.provision
    }
  }

  /// Whether an option can be tabled: the clause has room for it, and it was not rejected before.
  private func isOpen(_ option: Floor.Option) -> Bool {
    isOpen(option.clause)
      && !session.isBarred(option.provision, at: session.scenario.clauses[option.clause].id)
  }

  /// Whether another text can be tabled for a clause.
  private func isOpen(_ clause: Int) -> Bool {
    let id = session.scenario.clauses[clause].id
    return session.openProposals(on: id).count < Course.alternatives
      && !session.isSettled(id)
  }

  // MARK: Withdrawing

  /// Takes back what has no chance where another text on the clause is better than nothing and has one.
  private mutating func withdraw(on floor: Floor) {
    for proposal in session.openProposals {
      guard let holder = proposal.proposer.delegation,
        let place = session.scenario.index(of: holder), floor.movers.contains(place),
        let own = floor.option(of: proposal), floor.weighed(own, by: place).chance < 0.1
      else { continue }
      let rivals = session.openProposals(on: proposal.clause).filter { rival in
        guard rival.number != proposal.number, let option = floor.option(of: rival) else {
          return false
        }
        let weighed = floor.weighed(option, by: place)
        return weighed.gain > 0 && weighed.chance >= 0.5
      }
      guard let rival = rivals.first, let better = floor.option(of: rival) else { continue }
      happen(.proposalWithdrawn(proposal.number))
      happen(
        .acted(
          Act(
            delegation: holder,
            deed: .withdrew(proposal.number, infavourOf: rival.number),
            weighed: [better, own].map { floor.weighed($0, by: place) }
          )
        )
      )
    }
  }

  // MARK: Blocs

  /// Has blocs that know discipline meet; gives the members that are bound by a common line.
  private mutating func meetBlocs(on floor: Floor) -> Set<Int> {
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

  // MARK: Tabling

  private mutating func tabled(_ option: Floor.Option, by place: Int) {
    happen(
      .proposalTabled(
        Proposal(
          number: session.proposals.count + 1,
          clause: session.scenario.clauses[option.clause].id,
          provision: option.provision,
          proposer: .delegation(delegation(place))
        )
      )
    )
  }

  private mutating func note(
    _ deed: Act.Deed,
    by place: Int,
    taking option: Int,
    line: Act.Line = .own,
    on floor: Floor
  ) {
    happen(
      .acted(
        Act(
          delegation: delegation(place),
          deed: deed,
          line: line,
          weighed: weighing(option, by: place, on: floor)
        )
      )
    )
  }

  /// Has those speak who expect most of a change, weighted by how much they count, as far as the list goes.
  private mutating func table(on floor: Floor, bound: Set<Int>) {
    let scenario = session.scenario
    let free = floor.movers.filter { !bound.contains($0) }
    let wishes = free.compactMap { place -> (place: Int, option: Int, value: Double)? in
      let new = floor.best(for: place, count: 1) {
        !isOnTable(floor.options[$0]) && isOpen(floor.options[$0])
      }
      guard let option = new.first else { return nil }
      let expected = floor.weighed(option, by: place).expected
      guard expected >= floor.effort else { return nil }
      return (place, option, floor.appeal(of: option, to: place) * scenario.delegations[place].influence)
    }
    let listed = wishes.sorted { ($1.value, $0.place) < ($0.value, $1.place) }
    var room = speakers
    for wish in listed where room > 0 {
      let option = floor.options[wish.option]
      guard !isOnTable(option), isOpen(option) else { continue }
      tabled(option, by: wish.place)
      note(.tabled(session.proposals.count), by: wish.place, taking: wish.option, on: floor)
      room -= 1
    }
  }

  // MARK: Joining and objecting

  private mutating func join(
    _ number: Int,
    _ place: Int,
    taking option: Int,
    line: Act.Line = .own,
    on floor: Floor
  ) {
    guard let proposal = session.openProposals.first(where: { $0.number == number }),
      proposal.proposer != .delegation(delegation(place)),
      !proposal.sponsors.contains(delegation(place)),
      !proposal.objectors.contains(delegation(place))
    else { return }
    happen(.sponsorJoined(number, delegation(place)))
    note(.sponsored(number), by: place, taking: option, line: line, on: floor)
  }

  /// Has delegations join what they would gain most by, of each clause the best text only.
  private mutating func join(on floor: Floor) {
    let open = session.openProposals.compactMap { proposal in
      floor.option(of: proposal).map { (number: proposal.number, option: $0) }
    }
    let least = Course.publicStake * session.scenario.model.noticeable
    for place in floor.movers {
      var best: [(number: Int, option: Int, value: Double)] = []
      for (number, option) in open {
        guard floor.options[option].prospect.stakes[place] >= least else { continue }
        let value = floor.weighed(option, by: place).expected
        guard value >= floor.effort else { continue }
        let clause = floor.options[option].clause
        if let rival = best.firstIndex(where: { floor.options[$0.option].clause == clause }) {
          if value > best[rival].value { best[rival] = (number, option, value) }
        } else {
          best.append((number, option, value))
        }
      }
      let ranked = best.sorted { ($1.value, $0.number) < ($0.value, $1.number) }
      for wish in ranked.prefix(Course.supports) {
        join(wish.number, place, taking: wish.option, on: floor)
      }
    }
  }

  /// Has delegations object to what they would lose most by.
  private mutating func object(on floor: Floor) {
    let least = Course.publicStake * session.scenario.model.noticeable
    let open = session.openProposals.compactMap { proposal in
      floor.option(of: proposal).map { (number: proposal.number, option: $0) }
    }
    for place in floor.movers {
      let id = delegation(place)
      let losses = open.compactMap { number, option -> (number: Int, option: Int, loss: Double)? in
        let prospect = floor.options[option].prospect
        guard prospect.stakes[place] <= -least,
          let proposal = session.openProposals.first(where: { $0.number == number }),
          proposal.proposer != .delegation(id), !proposal.sponsors.contains(id),
          !proposal.objectors.contains(id)
        else { return nil }
        let loss = -floor.weighed(option, by: place).expected
        return loss >= floor.effort ? (number, option, loss) : nil
      }
      let ranked = losses.sorted { ($1.loss, $0.number) < ($0.loss, $1.number) }
      for (number, option, _) in ranked.prefix(Course.supports) {
        happen(.objectionRaised(.proposal(number), id))
        note(.objected(number), by: place, taking: option, on: floor)
      }
    }
  }

  // MARK: Trading

  /// What one more sponsor adds to the chance of a proposal, as a share of what is missing; a judgement.
  private static let persuasion = 0.05

  /// Trades that are struck in a round at most.
  private static let trades = 3

  /// Has proposers join each other's proposals where both gain by it and neither would have joined for nothing.
  private mutating func trade(on floor: Floor) {
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
        let forMe = worth(of: mine.option, to: mine.place, on: floor)
          + worth(of: yours.option, to: mine.place, on: floor)
        let forYou = worth(of: mine.option, to: yours.place, on: floor)
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

  // MARK: Silence

  /// Notes who did nothing, with the best that it could have asked for.
  private mutating func noteSilence(on floor: Floor) {
    let heard = Set(
      session.acts.filter { $0.round == session.round }.map(\.act.delegation)
    )
    for place in floor.movers where !heard.contains(delegation(place)) {
      let weighed = floor.best(for: place, count: 2).map { floor.weighed($0, by: place) }
      happen(.acted(Act(delegation: delegation(place), deed: .silent, weighed: weighed)))
    }
  }

  // MARK: The chair

  /// Clauses that a chair that nobody plays tries to settle in a round.
  private var settlements: Int {
    max(1, session.scenario.clauses.count / (2 * session.rounds))
  }

  /// Has a chair that nobody plays settle what nobody objects to; where the body does not seek consensus, it
  /// puts to the vote what would probably pass.
  private mutating func settle(on floor: Floor) {
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
