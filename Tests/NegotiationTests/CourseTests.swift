import Forecasting
import Negotiation
import Testing
import Treaty

/// What states do that nobody plays, over seeds.
struct CourseTests {
  static let seeds: [UInt64] = Array(1...24)

  /// A room that runs by itself, after every step.
  private func run(
    _ scenario: Scenario,
    seed: UInt64,
    steps: Int = 20,
    _ look: (_ before: Session, _ after: Session, _ events: [Event]) throws -> Void = { _, _, _ in }
  ) throws -> Session {
    var session = Session(scenario: scenario, seed: seed)
    _ = try session.make(.speak(Seats(chair: .itself)), by: .chair)
    for _ in 0..<steps where session.stage != .debrief {
      let before = session
      let events = try session.make(.proceed, by: .chair)
      try look(before, session, events)
    }
    return session
  }

  @Test(arguments: seeds) func `a room that runs by itself comes to an end`(seed: UInt64) throws {
    let session = try run(try Rooms.classroom(), seed: seed)
    #expect(session.stage == .debrief)
    #expect(session.outcome != nil)
    #expect((session.signatories != nil) == (session.outcome?.isAdopted == true))
  }

  @Test func `the same seed gives the same acts, and another one others`() throws {
    let scenario = try Rooms.classroom()
    let one = try run(scenario, seed: 5).log
    #expect(try run(scenario, seed: 5).log == one)
    #expect(try run(scenario, seed: 6).log != one)
  }

  @Test(arguments: seeds)
  func `every state is heard in every round, or kept silent, and can say why`(
    seed: UInt64
  ) throws {
    let scenario = try Rooms.classroom()
    _ = try run(scenario, seed: seed) { before, after, _ in
      guard case .negotiating = before.stage else { return }
      let acts = after.acts.filter { $0.round == before.round }.map(\.act)
      #expect(Set(acts.map(\.delegation)) == Set(scenario.delegations.map(\.id)))
      for act in acts { try expectReason(of: act, in: after) }
    }
  }

  /// Holds an act to what it weighed: what was wanted was worth something, what was objected to cost something.
  private func expectReason(of act: Act, in session: Session) throws {
    func clause(_ number: Int) -> Clause.ID? {
      session.proposals.first { $0.number == number }?.clause
    }
    switch act.deed {
    case .silent: return
    case .tabled(let number), .sponsored(let number):
      let taken = try #require(act.weighed.first)
      #expect(taken.clause == clause(number))
      #expect(taken.chance > 0 && taken.chance < 1)
      if act.line == .own { #expect(taken.gain > 0, "\(act)") }
    case .objected(let number):
      let taken = try #require(act.weighed.first)
      #expect(taken.clause == clause(number))
      #expect(taken.gain < 0, "\(act)")
    case .withdrew(let number, infavourOf: let other):
      let (taken, own) = (try #require(act.weighed.first), try #require(act.weighed.last))
      #expect(clause(number) == clause(other))
      #expect(taken.chance > own.chance)
    case .dealt(let number):
      #expect(session.deals.contains { $0.number == number })
      #expect(!act.weighed.isEmpty)
    }
  }

  @Test(arguments: seeds) func `votes never exceed those present, and nobody votes twice`(
    seed: UInt64
  ) throws {
    for scenario in [try Rooms.classroom(), try Rooms.assembly()] {
      let session = try run(scenario, seed: seed)
      for roll in session.votes {
        let voted = roll.votes.map(\.delegation)
        #expect(Set(voted).count == voted.count)
        let present = roll.votes.count { $0.ballot != .absent }
        #expect(roll.count(.yes) + roll.count(.no) + roll.count(.abstain) == present)
        #expect(present <= scenario.delegations.count)
      }
      let decided = session.votes.compactMap { roll -> Int? in
        if case .proposal(let number) = roll.question { number } else { nil }
      }
      #expect(Set(decided).count == decided.count, "no proposal is voted on twice")
    }
  }

  @Test(arguments: seeds) func `what has fallen is never voted on`(seed: UInt64) throws {
    for scenario in [try Rooms.classroom(), try Rooms.assembly()] {
      var fallen: Set<Int> = []
      _ = try run(scenario, seed: seed) { _, _, events in
        for event in events {
          switch event {
          case .proposalDisposed(let number, by: _), .proposalWithdrawn(let number),
            .proposalSetAside(let number):
            fallen.insert(number)
          case .voteTaken(let roll):
            if case .proposal(let number) = roll.question { #expect(!fallen.contains(number)) }
          default: break
          }
        }
      }
    }
  }

  @Test(arguments: seeds) func `undo across any step restores the very same room`(
    seed: UInt64
  ) throws {
    _ = try run(try Rooms.classroom(), seed: seed) { before, after, _ in
      var undone = after
      _ = try undone.undo()
      #expect(Snapshot(undone) == Snapshot(before))
    }
  }

  @Test(arguments: seeds.prefix(6)) func `nobody acts on instructions, which nobody can know`(
    seed: UInt64
  ) throws {
    let known = try run(try Rooms.classroom(), seed: seed)
    let unknown = try run(
      try Rooms.scenario("classroom") { $0.hasPrefix("briefs/") },
      seed: seed
    )
    #expect(known.scenario.briefs.count == 6 && unknown.scenario.briefs.isEmpty)
    #expect(known.acts.map(\.act) == unknown.acts.map(\.act))
    #expect(known.text == unknown.text && known.outcome == unknown.outcome)
  }

  @Test func `whoever is played or named acts for itself only`() throws {
    var session = Session(scenario: try Rooms.classroom(), seed: 3)
    _ = try session.make(.speak(Seats(["FAR"], chair: .itself)), by: .chair)
    _ = try session.make(.propose("3", .listed("training")), by: .delegation("COR"))
    _ = try session.make(.proceed, by: .chair)
    #expect(!session.acts.isEmpty)
    #expect(!session.acts.contains { ["FAR", "COR"].contains($0.act.delegation) })
  }

  @Test func `in a class every state of a small room is a team`() throws {
    var session = Session(scenario: try Rooms.classroom(), seed: 3)
    var rules = HouseRules()
    rules.isClass = true
    _ = try session.make(.keep(rules), by: .chair)
    #expect(session.asked == session.scenario.delegations.map(\.id))
    _ = try session.make(.proceed, by: .chair)
    #expect(session.acts.isEmpty)
    #expect(session.attempt(.vote(.draft, ballots: [])) == .failure(.ballotMissing("AUR")))
  }

  @Test func `a large room takes a round, and every act says why`() throws {
    var session = Session(scenario: try Rooms.scenario("hanoi"), seed: 1)
    _ = try session.make(.speak(Seats(chair: .itself)), by: .chair)
    _ = try session.make(.proceed, by: .chair)
    #expect(Set(session.acts.map(\.act.delegation)).count == 193)
    #expect(session.openProposals.count > 2)
    for (_, act) in session.acts { try expectReason(of: act, in: session) }
  }

  /// A quick look at a chance stays near the exact one.
  @Test(arguments: Rooms.names) func `what delegates reckon is within a twentieth of the forecast`(
    name: String
  ) throws {
    let scenario = try Rooms.scenario(name)
    let text = scenario.drafts[scenario.opening].text
    let isLarge = scenario.delegations.count > 50
    var looked = 0
    for clause in scenario.clauses.indices where !isLarge || clause % 5 == 0 {
      for wording in scenario.clauses[clause].wordings.prefix(isLarge ? 2 : 9) {
        let provision = Provision.listed(wording.id)
        guard text.provisions[clause] != provision else { continue }
        let prospect = Prospect(of: provision, at: clause, against: text, in: scenario)
        let forecast = Forecast(
          of: text.with(provision, at: clause),
          against: text,
          in: scenario,
          under: Circumstances()
        )
        looked += 1
        #expect(
          (prospect.chance - forecast.adoption).magnitude < 0.05,
          "\(scenario.clauses[clause].id) \(wording.id): \(prospect.chance), \(forecast.adoption)"
        )
      }
    }
    #expect(looked > 5)
  }
}
