import Foundation
import Negotiation
import Testing
import Treaty

/// What holds whatever is done: random moves, legal and illegal, over many seeds.
struct SessionLawTests {
  static let seeds: [UInt64] = Array(1...12)
  private static let length = 50

  /// Makes random moves and shows each attempt, with the session before and after it.
  private func wander(
    seed: UInt64,
    _ look: (_ before: Session, _ after: Session, Move, Role, Result<[Event], Refusal>) throws ->
      Void
  ) throws {
    var session = Session(scenario: try Rooms.classroom(), seed: seed)
    var mover = Mover(seed: seed)
    for _ in 0..<Self.length {
      let before = session
      let role = mover.role(in: session)
      let move = mover.move(in: session)
      let result = session.attempt(move, by: role)
      try look(before, session, move, role, result)
    }
  }

  @Test(arguments: seeds) func `a refusal changes nothing`(seed: UInt64) throws {
    var refused = 0
    var done = 0
    try wander(seed: seed) { before, after, move, role, result in
      switch result {
      case .failure:
        refused += 1
        #expect(Snapshot(after) == Snapshot(before), "\(move)")
      case .success(let events):
        done += 1
        #expect(!events.isEmpty)
        let entry = Entry(number: before.log.count + 1, actor: role, move: move, events: events)
        #expect(after.log == before.log + [entry])
      }
    }
    #expect(refused > 0 && done > 0)
  }

  @Test(arguments: seeds) func `undo after a move is the identity`(seed: UInt64) throws {
    try wander(seed: seed) { before, after, move, _, result in
      guard case .success = result else { return }
      var undone = after
      let entry = try undone.undo()
      #expect(entry.move == move)
      #expect(Snapshot(undone) == Snapshot(before), "\(move)")
    }
  }

  @Test(arguments: seeds) func `what is done again after undo comes out the same`(
    seed: UInt64
  ) throws {
    try wander(seed: seed) { before, after, move, role, result in
      switch move {
      case .vote, .agree, .proceed, .ask, .offer: break
      default: return
      }
      guard case .success = result else { return }
      var again = after
      _ = try again.undo()
      #expect(again.attempt(move, by: role) == result)
      #expect(Snapshot(again) == Snapshot(after))
    }
  }

  @Test(arguments: seeds) func `the log rebuilds the session, written and read back`(
    seed: UInt64
  ) throws {
    var last: Session?
    try wander(seed: seed) { _, after, _, _, _ in last = after }
    let session = try #require(last)
    let replayed = Session(replaying: session.log, in: session.origin, seed: seed)
    #expect(Snapshot(replayed) == Snapshot(session))
    let written = try JSONEncoder().encode(session.log)
    let read = try JSONDecoder().decode([Entry].self, from: written)
    #expect(read == session.log)
    // Nothing is drawn again: another seed replays to the same.
    let elsewhere = Session(replaying: read, in: session.origin, seed: seed &+ 1)
    #expect(Snapshot(elsewhere) == Snapshot(session))
  }

  @Test(arguments: seeds) func `a roll call has every delegation once, as it voted`(
    seed: UInt64
  ) throws {
    try wander(seed: seed) { before, after, move, _, result in
      guard case .vote(let question, let ballots) = move, case .success(let events) = result else {
        return
      }
      guard case .voteTaken(let rollCall) = events.first else {
        Issue.record("a vote opens with its roll call")
        return
      }
      let delegations = before.scenario.delegations.map(\.id)
      #expect(rollCall.votes.map(\.delegation) == delegations)
      #expect(Ballot.allCases.reduce(0) { $0 + rollCall.count($1) } == delegations.count)
      for (place, delegation) in delegations.enumerated() {
        guard let given = ballots.first(where: { $0.delegation == delegation }) else { continue }
        #expect(rollCall.votes[place] == given)
      }
      #expect(rollCall.question == question)
      #expect(rollCall.number == before.votes.count + 1)
      #expect(after.votes == before.votes + [rollCall])
      #expect(
        rollCall.isCarried
          == before.rule(for: question).isMet(by: rollCall.votes, in: before.scenario)
      )
    }
  }

  @Test(arguments: seeds) func `only what is open is voted on, agreed or joined`(
    seed: UInt64
  ) throws {
    try wander(seed: seed) { before, after, move, _, result in
      let number: Int
      switch move {
      case .vote(.proposal(let named), _), .agree(.proposal(let named)), .sponsor(let named),
        .withdraw(let named), .object(.proposal(let named)):
        number = named
      default: return
      }
      guard case .success = result else { return }
      let proposal = before.proposals.first { $0.number == number }
      #expect(proposal?.state == .open)
      if case .vote = move {
        let state = after.proposals.first { $0.number == number }?.state
        #expect(state == .adopted || state == .rejected)
      }
    }
  }

  @Test(arguments: seeds) func `the text changes by what was carried and by nothing else`(
    seed: UInt64
  ) throws {
    try wander(seed: seed) { before, after, move, _, result in
      guard case .success(let events) = result else { return }
      switch move {
      case .start, .proceed: return
      default: break
      }
      let changed = events.compactMap { event -> Clause.ID? in
        if case .clauseChanged(let clause, _) = event { clause } else { nil }
      }
      let differing = after.text.differences(from: before.text)
      #expect(differing.map { before.scenario.clauses[$0].id }.allSatisfy(changed.contains))
      #expect(differing.isEmpty || changed.count == 1)
    }
  }
}
