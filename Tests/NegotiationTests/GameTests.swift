import Forecasting
import Negotiation
import Testing
import Treaty

struct GameTests {
  @Test func `there are scenarios to play`() {
    #expect(Rooms.names.count >= 2)
  }

  /// Some proposals a round, each agreed or voted on, then the text as a whole.
  @Test(arguments: Rooms.names) func `every scenario plays to the end`(name: String) throws {
    let scenario = try Rooms.scenario(name)
    let isLarge = scenario.delegations.count > 50
    for seed in 1...(isLarge ? 1 : 12) as ClosedRange<UInt64> {
      var session = Session(scenario: scenario, seed: seed)
      var mover = Mover(seed: seed)
      while case .negotiating = session.stage {
        for _ in 0..<(isLarge ? 1 : 3) { proposeAndDecide(in: &session, with: &mover) }
        guard case .success = session.attempt(.vote(.draft, ballots: [])) else {
          Issue.record("the text can be put to the vote as long as nothing is adopted")
          return
        }
        if session.outcome != nil { break }
        guard case .success = session.attempt(.proceed) else {
          Issue.record("a room can go on as long as nothing is adopted")
          return
        }
      }
      _ = session.attempt(.vote(.draft, ballots: []))
      #expect(session.votes.last?.question == .draft)
      #expect(
        session.votes.allSatisfy { $0.votes.count == scenario.delegations.count }
      )
    }
  }

  private func proposeAndDecide(in session: inout Session, with mover: inout Mover) {
    let clause = mover.pick(session.scenario.clauses)
    let provision = mover.pick(clause.wordings.map { Provision.listed($0.id) } + [.absent])
    let move = Move.propose(clause.id, provision)
    guard case .success = session.attempt(move, by: mover.role(in: session)) else { return }
    let question = Question.proposal(session.proposals.count)
    _ = session.attempt(.agree(question))
    // Under some rules another proposal on the clause is voted on first.
    while let first = session.votingOrder(on: clause.id).first {
      _ = session.attempt(.vote(.proposal(first.number), ballots: []))
    }
    #expect(session.openProposals(on: clause.id).isEmpty)
    #expect(session.attempt(.vote(question, ballots: [])) != .success([]))
  }

  @Test func `a drawn vote carries as often as the forecast says`() throws {
    let scenario = try Rooms.classroom()
    let place = try #require(scenario.index(of: "compromise" as Draft.ID))
    let chance = Forecast(
      of: scenario.drafts[place].text,
      in: scenario,
      under: Circumstances(of: scenario.drafts[place], in: scenario)
    ).adoption
    let share = share(of: 2_000) { seed in
      var session = Session(scenario: scenario, seed: seed, opening: place)
      _ = session.attempt(.vote(.draft, ballots: []))
      return session.votes.last?.isCarried ?? false
    }
    expect(share, near: chance, of: 2_000)
  }

  @Test func `a drawn vote on a proposal carries as often as the forecast says`() throws {
    let scenario = try Rooms.classroom()
    let text = scenario.drafts[scenario.opening].text
    let clause = try #require(scenario.index(of: "2" as Clause.ID))
    let chance = Forecast(
      of: text.with(.listed("shall-review"), at: clause),
      against: text,
      in: scenario,
      under: Session(scenario: scenario, seed: 1).circumstances
    ).adoption
    let share = share(of: 200) { seed in
      var session = Session(scenario: scenario, seed: seed)
      _ = session.attempt(.propose("2", .listed("shall-review")))
      _ = session.attempt(.vote(.proposal(1), ballots: []))
      return session.votes.last?.isCarried ?? false
    }
    expect(share, near: chance, of: 200)
  }

  /// How often something holds over so many seeds, 0...1.
  private func share(of seeds: Int, _ holds: (UInt64) -> Bool) -> Double {
    Double((1...seeds).count { holds(UInt64($0)) }) / Double(seeds)
  }

  /// Holds a share of so many draws to four standard errors.
  private func expect(_ share: Double, near chance: Double, of draws: Double) {
    let error = (chance * (1 - chance) / draws).squareRoot()
    #expect((share - chance).magnitude <= 4 * error + 1e-9, "\(share), not \(chance)")
  }
}
