import Forecasting
import Negotiation
import Testing
import Treaty

/// Instructions: each can be tested, won and lost.
struct BriefTests {
  @Test func `classroom has instructions for all, hanoi for twenty-four states and four observers`()
    throws
  {
    #expect(try Rooms.classroom().briefs.count == 6)
    let hanoi = try Rooms.scenario("hanoi")
    let states = hanoi.briefs.count { if case .delegation = $0.holder { true } else { false } }
    #expect(states >= 24 && hanoi.briefs.count - states >= 4)
    let kinds = hanoi.briefs.compactMap { brief -> Observer.Kind? in
      guard case .observer(let id) = brief.holder else { return nil }
      return hanoi.observers.first { $0.id == id }?.kind
    }
    #expect(Set(kinds) == Set(Observer.Kind.allCases))
  }

  @Test(arguments: Rooms.names)
  func `each role can win something, and nothing forbidden stands at the opening`(
    name: String
  ) throws {
    let scenario = try Rooms.scenario(name)
    let text = scenario.drafts[scenario.opening].text
    for brief in scenario.briefs {
      let wishes = brief.instructions.filter { $0.force == .must || $0.force == .wants }
      #expect(!wishes.isEmpty, "\(brief.holder)")
      for wish in wishes {
        #expect(!wish.conditions.isEmpty)
        #expect(isReachable(wish, from: text, in: scenario), "\(brief.holder): \(wish.matter)")
      }
      // Faro's worst case is the opening draft: that is where its story begins.
      guard name != "classroom" else { continue }
      for ban in brief.instructions where ban.force == .never || ban.force == .ask {
        #expect(
          !ban.holds(of: text, isAdopted: nil, in: scenario),
          "\(brief.holder): \(ban.matter)"
        )
      }
    }
  }

  /// Whether listed wordings can meet all conditions at once: clauses are independent of each other.
  private func isReachable(
    _ instruction: Brief.Instruction,
    from text: TreatyText,
    in scenario: Scenario
  ) -> Bool {
    instruction.clauses.allSatisfy { clause in
      let here = instruction.conditions.filter { $0.clause == clause }
      let listed = scenario.clauses[clause].wordings.map { Provision.listed($0.id) }
      return (listed + [.absent]).contains { provision in
        let other = text.with(provision, at: clause)
        return here.allSatisfy { $0.holds(of: other, isAdopted: nil, in: scenario) }
      }
    }
  }

  @Test func `an instruction is in reach, then won, and lost if nothing is adopted`() throws {
    let scenario = try Rooms.classroom()
    let must = try #require(scenario.brief(of: "FAR")?.instructions.first { $0.force == .must })
    let never = try #require(scenario.brief(of: "FAR")?.instructions.first { $0.force == .never })
    var session = Session(scenario: scenario, seed: 1)
    let all = scenario.delegations.map(\.id)
    _ = try session.make(.speak(Seats(all)), by: .chair)
    #expect(session.fulfilment(of: must) == .inReach && session.fulfilment(of: never) == .inReach)
    _ = try session.make(.propose("2", .listed("shall-review")), by: .delegation("FAR"))
    let yes = all.map { Vote($0, .yes) }
    let no = all.map { Vote($0, .no) }
    _ = try session.make(.vote(.proposal(1), ballots: yes), by: .chair)
    #expect(session.fulfilment(of: must) == .won && session.fulfilment(of: never) == .won)
    for _ in 1...session.rounds { _ = try session.make(.proceed, by: .chair) }
    var lost = session
    _ = try lost.make(.vote(.draft, ballots: no), by: .chair)
    #expect(lost.fulfilment(of: must) == .lost && lost.fulfilment(of: never) == .won)
    _ = try session.make(.vote(.draft, ballots: yes), by: .chair)
    #expect(session.fulfilment(of: must) == .won)
  }

  @Test func `a capital rules out, asks for more first, gives leave once, and hears of breaches`()
    throws
  {
    let scenario = try Rooms.classroom()
    var session = Session(scenario: scenario, seed: 1)
    _ = try session.make(.speak(Seats(scenario.delegations.map(\.id))), by: .chair)
    func answer(_ clause: Clause.ID, _ wording: Wording.ID, of id: Delegation.ID) throws
      -> CapitalAnswer
    {
      _ = try session.make(.askCapital(clause, .listed(wording)), by: .delegation(id))
      return try #require(session.answers.last)
    }
    let never = try answer("3", "shared-fund", of: "BRI")
    #expect(!never.isGranted)
    if case .ruledOut = never.reason {} else { Issue.record("\(never.reason)") }
    #expect(
      try answer("4", "yearly-reports", of: "BRI").reason == .free,
      "it is what Brisa must have"
    )
    let first = try answer("3", "on-request", of: "FAR")
    if case .winFirst = first.reason {} else { Issue.record("\(first.reason)") }
    // Supporting what needs leave is a breach, and only the delegation sees it.
    _ = try session.make(.propose("3", .listed("on-request")), by: .delegation("FAR"))
    #expect(session.breaches.map(\.delegation) == ["FAR"])
    let breach = try #require(session.log.last?.events.last)
    #expect(breach.audience == .delegations(["FAR"]))
    #expect(
      session.log.first { if case .askCapital = $0.move { true } else { false } }?.audience
        == .delegations(["BRI"])
    )
    // Once the must is won, leave is given, and once only.
    let yes = scenario.delegations.map { Vote($0.id, .yes) }
    _ = try session.make(.propose("2", .listed("shall-review")), by: .delegation("COR"))
    _ = try session.make(.vote(.proposal(2), ballots: yes), by: .chair)
    #expect(try answer("3", "on-request", of: "FAR").reason == .affordable)
    #expect(try answer("3", "on-request", of: "FAR").reason == .nothingLeft)
  }

  @Test func `the score has its evidence, and names a deal that was missed`() throws {
    let scenario = try Rooms.classroom()
    var session = Session(scenario: scenario, seed: 1)
    let all = scenario.delegations.map(\.id)
    _ = try session.make(.speak(Seats(all)), by: .chair)
    for (clause, wording) in [
      ("1", "serious-crime"), ("2", "shall-review"), ("3", "training"), ("4", "yearly-reports"),
    ] {
      _ = try session.make(
        .propose(Clause.ID(clause), .listed(Wording.ID(wording))),
        by: .delegation("COR")
      )
      let number = session.proposals.count
      _ = try session.make(
        .vote(.proposal(number), ballots: all.map { Vote($0, .yes) }),
        by: .chair
      )
    }
    _ = try session.make(.vote(.draft, ballots: all.map { Vote($0, .yes) }), by: .chair)
    let faro = Score(of: "FAR", in: session)
    #expect(faro.wants == .checkPlus && faro.instructions.count == 6)
    #expect(faro.nearer.contains(1) && faro.gained > 0 && faro.text == .checkPlus)
    #expect(faro.word == nil)
    let aurland = Score(of: "AUR", in: session)
    #expect(aurland.further.contains(1) && aurland.breaches.contains { $0.force == .ask })
    // Nothing is gained by what was not adopted.
    var failed = Session(scenario: scenario, seed: 1)
    _ = try failed.make(.speak(Seats(all)), by: .chair)
    for _ in 1...failed.rounds { _ = try failed.make(.proceed, by: .chair) }
    _ = try failed.make(.vote(.draft, ballots: all.map { Vote($0, .no) }), by: .chair)
    #expect(Score(of: "FAR", in: failed).gained == 0)
    let missed = try #require(MissedDeal(for: ["FAR", "COR", "EST"], in: failed))
    for id in ["FAR", "COR", "EST"] as [Delegation.ID] {
      let place = try #require(scenario.index(of: id))
      let text = missed.changes.reduce(failed.text) { $0.with($1.provision, at: $1.clause) }
      let gain = text.differences(from: failed.text).reduce(0.0) {
        $0
          + Prospect(of: text.provisions[$1], at: $1, against: failed.text, in: failed.scenario)
          .gains[place]
      }
      #expect(gain >= missed.least - 1e-9, "\(id)")
    }
  }
}
