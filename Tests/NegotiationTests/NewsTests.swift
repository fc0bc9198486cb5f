import Forecasting
import Negotiation
import Testing
import Treaty

/// News between rounds, public pressure, and what follows adoption.
struct NewsTests {
  private func run(_ scenario: Scenario, seed: UInt64) throws -> Session {
    var session = Session(scenario: scenario, seed: seed)
    _ = try session.make(.speak(Seats(chair: .person)), by: .chair)
    while case .negotiating = session.stage { _ = try session.make(.proceed, by: .chair) }
    return session
  }

  @Test
  func `each piece breaks at most once, in its rounds, and about as often as its chance says`()
    throws
  {
    let scenario = try Rooms.scenario("classroom")
    var counts: [NewsItem.ID: Int] = [:]
    for seed in 1...40 as ClosedRange<UInt64> {
      let session = try run(scenario, seed: seed)
      #expect(Set(session.news.map(\.item)).count == session.news.count)
      for (round, id) in session.news {
        let item = try #require(scenario.news.first { $0.id == id })
        #expect(item.rounds.contains(round))
        counts[id, default: 0] += 1
      }
    }
    for item in scenario.news where item.conditions.isEmpty {
      let rounds = item.rounds.filter { $0 < scenario.rounds }.count
      var chance = 1.0
      for _ in 0..<rounds { chance *= 1 - item.chance }
      let share = Double(counts[item.id] ?? 0) / 40
      #expect((share - (1 - chance)).magnitude < 0.3, "\(item.id): \(share)")
    }
  }

  @Test func `news changes those it reaches, by the stated amount, within bounds`() throws {
    let scenario = try Rooms.scenario("classroom")
    let reach = try #require(scenario.issues.firstIndex { $0.id == "reach" })
    let seed = try #require(
      try (1...40).first { seed in
        try run(scenario, seed: UInt64(seed)).news.map(\.item) == ["hospital-data"]
      }
    )
    let session = try run(scenario, seed: UInt64(seed))
    for (before, after) in zip(scenario.delegations, session.scenario.delegations) {
      let moved = after.positions[reach] - before.positions[reach]
      #expect(moved == (before.id == "COR" ? 5 : 0))
      let mean = after.saliences.reduce(0, +) / Double(after.saliences.count)
      #expect((mean - 1).magnitude < 1e-12)
      #expect((after.saliences == before.saliences) == (before.id != "DUN"))
    }
    #expect(session.origin.delegations.map(\.positions) == scenario.delegations.map(\.positions))
  }

  @Test func `an observer that people play weighs on governments once it has spoken`() throws {
    let scenario = try Rooms.scenario("classroom")
    let id = try #require(scenario.judges.first?.id)
    #expect(scenario.model.pressure > 0)
    var session = Session(scenario: scenario, seed: 1)
    _ = try session.make(.speak(Seats([], observers: [id], chair: .itself)), by: .chair)
    let quiet = session.circumstances
    #expect(quiet.unheard == [0])
    _ = try session.make(.say("This text protects nobody."), by: .observer(id))
    #expect(session.circumstances.unheard.isEmpty)
    // A worse text costs who listens more once the observer is heard.
    let clause = try #require(scenario.index(of: "2" as Clause.ID))
    var better = session.text.with(.listed("judge-first"), at: clause)
    let score = { (text: TreatyText) in
      Reaction(of: scenario.judges[0], to: text, in: scenario).score
    }
    if score(better) < score(session.text) { better = session.text }
    var before = session.circumstances
    before.before = better
    var unheard = before
    unheard.unheard = quiet.unheard
    let faro = try #require(scenario.index(of: "FAR" as Delegation.ID))
    let heard = Appraisal(of: session.text, for: faro, in: scenario, under: before).gain
    let spared = Appraisal(of: session.text, for: faro, in: scenario, under: unheard).gain
    #expect(heard < spared)
    _ = try session.make(.proceed, by: .chair)
    #expect(session.circumstances.unheard == [0], "a round later it has to speak again")
  }

  @Test func `signatures to the final text of hanoi are expected where they were counted`() throws {
    let scenario = try Rooms.scenario("hanoi")
    let aftermath = try #require(scenario.aftermath)
    let final = try #require(scenario.drafts.first { $0.id == "final" }?.text)
    let life = Afterlife(of: final, in: scenario, after: aftermath)
    // The one total that was fitted: 65 on the day.
    #expect((60...70).contains(life.signing.reduce(0, +)))
    #expect((life.signatories.chances.reduce(0, +) - 1).magnitude < 1e-9)
    #expect(life.needed == 40)
    let host = try #require(scenario.index(of: "VNM" as Delegation.ID))
    #expect(life.signing[host] > 0.9)
    for place in scenario.delegations.indices {
      let years = (0...5).map { life.ratified(place, within: $0) }
      #expect(years[0] == 0 && zip(years, years.dropFirst()).allSatisfy { $0 < $1 })
    }
    #expect(zip(life.entry, life.entry.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    // Sixty take longer than forty, and forty longer than thirty.
    let clause = try #require(scenario.index(of: "65.1" as Clause.ID))
    let entries = (["thirty", "forty", "sixty"] as [Wording.ID]).map {
      Afterlife(of: final.with(.listed($0), at: clause), in: scenario, after: aftermath).entry[3]
    }
    #expect(entries[0] > entries[1] && entries[1] > entries[2])
  }

  @Test func `who was announced signs, and what it says stands`() throws {
    let scenario = try Rooms.scenario("classroom")
    for seed in 1...10 as ClosedRange<UInt64> {
      var session = Session(scenario: scenario, seed: seed)
      let all = scenario.delegations.map(\.id)
      _ = try session.make(.speak(Seats(all)), by: .chair)
      #expect(session.attempt(.sign(true), by: .delegation("FAR")) == .failure(.noCeremony))
      _ = try session.make(.vote(.draft, ballots: all.map { Vote($0, .yes) }), by: .chair)
      _ = try session.make(.sign(true), by: .delegation("DUN"))
      _ = try session.make(.sign(false), by: .delegation("AUR"))
      _ = try session.make(.proceed, by: .chair)
      let signed = try #require(session.signatories)
      #expect(signed.contains("DUN") && !signed.contains("AUR"))
      _ = try session.make(.proceed, by: .chair)
      let years = try #require(session.ratifications)
      let ratified = years.flatMap { $0 }
      #expect(Set(ratified).count == ratified.count, "nobody ratifies twice")
    }
  }
}
