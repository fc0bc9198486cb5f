import Forecasting
import Negotiation
import Testing
import Treaty

/// Offers, promises, what capitals say, and what is remembered of it.
struct DealTests {
  private func room(_ played: [Delegation.ID] = ["FAR", "COR"]) throws -> Session {
    var session = Session(scenario: try Rooms.classroom(), seed: 1)
    _ = try session.make(.speak(Seats(played)), by: .chair)
    _ = try session.make(.propose("2", .listed("shall-review")), by: .delegation("FAR"))
    return session
  }

  @Test func `what an accepted offer promises is done at once where it can be`() throws {
    var session = try room()
    _ = try session.make(
      .offer(to: "COR", gives: .help, wants: .sponsor(1)),
      by: .delegation("FAR")
    )
    #expect(session.deals[0].state == .open && session.proposals[0].sponsors.isEmpty)
    #expect(
      session.attempt(.answer(1, accepts: true), by: .delegation("FAR"))
        == .failure(.notAddressed(1, to: "COR"))
    )
    _ = try session.make(.answer(1, accepts: true), by: .delegation("COR"))
    #expect(session.proposals[0].sponsors == ["COR"])
    #expect(session.keeping(.sponsor(1), by: "COR") == true)
    let worth = session.circumstances.deals
    let index = try #require(session.scenario.index(of: "COR" as Delegation.ID))
    #expect(worth[index] > 0, "help is worth something to who gets it")
  }

  @Test func `a counter-offer refuses the first`() throws {
    var session = try room()
    _ = try session.make(
      .offer(to: "COR", gives: .help, wants: .sponsor(1)),
      by: .delegation("FAR")
    )
    _ = try session.make(
      .counter(1, gives: .sponsor(1), wants: .supportDraft),
      by: .delegation("COR")
    )
    #expect(session.deals.map(\.state) == [.refused, .open])
    #expect(session.deals[1].from == "COR" && session.deals[1].to == "FAR")
  }

  @Test
  func `a state that nobody plays takes what it gains by, and lends no name to what it fights`()
    throws
  {
    let session = try room()
    for place in session.scenario.delegations.indices {
      let id = session.scenario.delegations[place].id
      guard !session.spokenFor.contains(id) else { continue }
      var trial = session
      _ = try trial.make(.offer(to: id, gives: .help, wants: .sponsor(1)), by: .delegation("FAR"))
      let deal = try #require(trial.deals.last)
      #expect((deal.state == .accepted) == trial.proposals[0].sponsors.contains(id))
      if session.lendsNoName(deal) { #expect(deal.state == .refused) }
    }
    let brisa = Deal(number: 1, round: 1, from: "FAR", to: "BRI", gives: .help, wants: .sponsor(1))
    #expect(session.lendsNoName(brisa), "Brisa loses by a board that has to look")
  }

  @Test func `who broke its word is dealt with no more`() throws {
    var session = try room(["FAR"])
    _ = try session.make(
      .offer(to: "EST", gives: .letPass(1), wants: nil),
      by: .delegation("COR")
    )
    var honest = session
    _ = try honest.make(.offer(to: "EST", gives: .help, wants: .sponsor(1)), by: .delegation("COR"))
    #expect(honest.deals.last?.state == .accepted)
    #expect(session.deals[0].state == .accepted)
    _ = try session.make(.object(.proposal(1)), by: .delegation("COR"))
    #expect(session.keeping(.letPass(1), by: "COR") == false)
    _ = try session.make(
      .offer(to: "EST", gives: .help, wants: .sponsor(1)),
      by: .delegation("COR")
    )
    #expect(session.deals.last?.state == .refused)
    // Others still do.
    _ = try session.make(
      .offer(to: "EST", gives: .help, wants: .sponsor(1)),
      by: .delegation("FAR")
    )
    #expect(session.deals.last?.state == .accepted)
  }

  @Test func `whoever promised to support the text votes for it where nobody plays it`() throws {
    let scenario = try Rooms.classroom()
    var bound = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      var session = Session(scenario: scenario, seed: seed)
      _ = try session.make(
        .offer(to: "DUN", gives: .help, wants: .supportDraft),
        by: .delegation("AUR")
      )
      guard session.deals[0].state == .accepted else { continue }
      bound += 1
      _ = try session.make(.vote(.draft, ballots: []), by: .chair)
      let dunmar = session.votes[0].votes.first { $0.delegation == "DUN" }
      #expect(dunmar?.ballot == .yes || dunmar?.ballot == .absent)
      #expect(session.keeping(.supportDraft, by: "DUN") != nil || session.outcome == nil)
    }
    // Dunmar loses more by the opening draft than help is worth to it.
    #expect(bound == 0)
  }

  @Test func `a state that is asked answers from what it gains`() throws {
    var session = try room(["FAR"])
    _ = try session.make(.ask(["EST", "COR", "BRI"], .sponsor(1)), by: .delegation("FAR"))
    #expect(session.requests.map(\.accepts) == [true, true, false])
    #expect(session.proposals[0].sponsors == ["EST", "COR"])
    #expect(
      session.attempt(.ask(["FAR"], .sponsor(1)), by: .chair)
        == .failure(.answersForItself("FAR", .sponsor(1)))
    )
  }

  @Test func `whom lobbying names as willing joins if asked, and who would for help takes it`()
    throws
  {
    let session = try room(["FAR"])
    let lobbying = Lobbying(for: session.proposals[0], by: .delegation("FAR"), in: session)
    #expect(!lobbying.willing.isEmpty)
    for place in session.scenario.delegations.indices {
      let id = session.scenario.delegations[place].id
      guard id != "FAR" else { continue }
      var asked = session
      _ = try asked.make(.ask([id], .sponsor(1)), by: .delegation("FAR"))
      #expect(asked.requests[0].accepts == lobbying.willing.contains(place), "\(id)")
      var paid = session
      _ = try paid.make(.offer(to: id, gives: .help, wants: .sponsor(1)), by: .delegation("FAR"))
      if lobbying.forHelp.contains(place) { #expect(paid.deals[0].state == .accepted, "\(id)") }
      if lobbying.opposed.contains(place) { #expect(paid.deals[0].state == .refused, "\(id)") }
    }
  }
}
