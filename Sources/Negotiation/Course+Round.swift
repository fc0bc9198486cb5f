import Forecasting
import Treaty

/// How a round closes: what the delegations that nobody plays table, join, object to and take back.
extension Course {
  /// Proposals that the list of speakers has room for in a round: as many as the square root of the room, 13 of 193
  /// and 2 of 6.
  ///
  /// A judgement, so that people can follow.
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

  func delegation(_ place: Int) -> Delegation.ID { session.scenario.delegations[place].id }

  /// What a delegation weighed, the option taken first and then its best others.
  private func weighing(_ taken: Int, by place: Int, on floor: Floor) -> [Act.Option] {
    let others = floor.best(for: place, count: 3).filter { $0 != taken }.prefix(2)
    return ([taken] + others).map { floor.weighed($0, by: place) }
  }

  func isOnTable(_ option: Floor.Option) -> Bool {
    session.openProposals(on: session.scenario.clauses[option.clause].id).contains {
      $0.provision == option.provision
    }
  }

  /// Whether an option can be tabled: the clause has room for it, and it was not rejected before.
  func isOpen(_ option: Floor.Option) -> Bool {
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

  // MARK: Tabling

  mutating func tabled(_ option: Floor.Option, by place: Int) {
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

  mutating func note(
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
      return (
        place, option, floor.appeal(of: option, to: place) * scenario.delegations[place].influence
      )
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

  mutating func join(
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
      for (number, option) in open
      where floor.options[option].prospect.stakes[place] >= least {
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
}
