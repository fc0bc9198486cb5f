import Testing
import Treaty

@testable import Forecasting

/// Advice where not all texts are counted, held against counting them.
struct AdviceTests {
  @Test func `no pair of changes beats what is reported, and no package its bound`() {
    var reached = 0
    for trial in 0..<4 {
      let scenario = scenario(UInt64(trial))
      let circumstances = circumstances(in: scenario)
      let text = scenario.drafts[0].text
      let table = table(scenario)
      let advice = Advice(from: table, goal: 0.6, for: 0, countingAllOf: 0)
      #expect(!advice.isExhaustive)
      let all = texts(of: scenario).map { other in
        (
          size: other.differences(from: text).count,
          chance: chance(Forecast(of: other, in: scenario, under: circumstances), in: scenario)
        )
      }
      func most(_ size: Int) -> Double {
        all.filter { $0.size <= size }.map(\.chance).max() ?? 0
      }
      for best in advice.best {
        #expect(best.package.chance <= most(best.most) + 1e-9)
        #expect(best.bound >= most(best.most) - 1e-9, "\(trial) \(best.most)")
        #expect(best.package.clauses.count <= best.most)
        if best.most <= 2 {
          #expect(best.isProven)
          #expect(best.package.chance >= most(best.most) - ChangeTable.looseness)
        }
      }
      let fewest = (0...scenario.clauses.count).first { most($0) >= 0.6 }
      if let fewest {
        #expect((advice.least ?? 99) <= fewest)
        if fewest <= 2 {
          reached += 1
          #expect(advice.least == fewest || most(advice.least ?? 0) > 0.6 - ChangeTable.looseness)
          #expect(advice.smallest?.clauses.count ?? 0 == fewest)
        }
      }
    }
    #expect(reached > 0)
  }

  @Test func `sums over changes are what a forecast of the text finds`() {
    for trial in 0..<4 {
      let scenario = scenario(UInt64(trial))
      let table = table(scenario)
      for choice in [[], [0], [1, 5], [0, 4, 8, 11]] {
        let sum = table.sum(of: choice)
        let forecast = Forecast(
          of: table.text(with: choice),
          in: scenario,
          under: circumstances(in: scenario)
        )
        for (one, other) in zip(table.gains(of: sum), forecast.gains) {
          #expect((one - other).magnitude < 1e-12)
        }
        let full = chance(forecast, in: scenario)
        #expect((table.chance(of: sum) - full).magnitude < 1e-9)
        #expect((table.quickChance(of: sum) - full).magnitude < ChangeTable.looseness / 100)
      }
    }
  }

  @Test func `who would have to turn is the least that does it`() {
    for (trial, rule) in SampleRooms.rules.enumerated() {
      for seed in 0..<6 {
        let room = SampleRooms.room(of: 7, rule: rule, seed: UInt64(10 * trial + seed))
        let sides = room.voters.map { $0.leaning > 1.6 ? 1 : $0.leaning < 0.4 ? -1 : 0 }
        let chances = sides.map {
          BallotChances(
            yes: $0 > 0 ? 1 : 0,
            abstain: $0 == 0 ? 1 : 0,
            no: $0 < 0 ? 1 : 0,
            absent: 0
          )
        }
        let turning = Turning(
          chances: chances,
          leanings: room.voters.map(\.leaning),
          rule: rule,
          of: room.voters
        )
        #expect(turning.isCarried == carries(sides, rule, room))
        let aim = turning.isCarried ? -1 : 1
        let sets = (0..<(1 << 7)).map { bits in (0..<7).filter { bits >> $0 & 1 == 1 } }
        let least = sets.filter { set in
          var turned = sides
          for member in set { turned[member] = aim }
          return carries(turned, rule, room) != turning.isCarried
        }.map(\.count).min()
        #expect(turning.members?.count == least, "\(rule) \(sides)")
        guard let members = turning.members else { continue }
        var turned = sides
        for member in members { turned[member] = aim }
        #expect(carries(turned, rule, room) != turning.isCarried)
      }
    }
  }

  private func carries(_ sides: [Int], _ rule: VotingRule, _ room: Electorate) -> Bool {
    let yes = sides.count { $0 > 0 }
    let no = sides.count { $0 < 0 }
    switch rule {
    case .simpleMajority: return yes > no
    case .twoThirds: return yes > 0 && yes >= 2 * no
    case .absoluteMajority: return 2 * yes > sides.count
    case .consensus: return no == 0
    case .all(let conditions):
      return conditions.allSatisfy { condition in
        switch condition {
        case .members(let least): return yes >= least
        case .share(let share, let weight):
          let all = room.voters.reduce(0) { $0 + $1.weights[weight] }
          return zip(room.voters, sides).reduce(0) { $1.1 > 0 ? $0 + $1.0.weights[weight] : $0 }
            >= share * all
        case .veto(let members): return !members.contains { sides[$0] < 0 }
        }
      }
    }
  }

  private func chance(_ forecast: Forecast, in scenario: Scenario) -> Double {
    scenario.body.seeksConsensus ? forecast.agreement : forecast.adoption
  }

  private func circumstances(in scenario: Scenario) -> Circumstances {
    Circumstances(before: scenario.drafts[1].text)
  }

  private func table(_ scenario: Scenario) -> ChangeTable {
    ChangeTable(
      of: scenario.drafts[0].text,
      in: scenario,
      under: circumstances(in: scenario),
      rule: scenario.body.rule,
      within: Advice.Limits()
    )
  }

  private func texts(of scenario: Scenario) -> [TreatyText] {
    scenario.clauses.indices.reduce([scenario.drafts[0].text]) { texts, clause in
      texts.flatMap { text in
        scenario.alternatives(at: clause).map { text.with($0, at: clause) }
      }
    }
  }

  /// Nine states on four clauses of three wordings, each on two issues, before an observer with red lines.
  private func scenario(_ seed: UInt64) -> Scenario {
    var numbers = SampleRooms.Sequence(seed: seed)
    func place() -> Double { (100 * numbers.next()).rounded() }
    let names: [Wording.ID] = ["one", "two", "three"]
    let clauses = (0..<4).map { clause in
      Clause(
        id: Clause.ID("\(clause + 1)"),
        title: "",
        kind: .power,
        weights: [1, numbers.next()],
        absent: [place(), place()],
        wordings: names.map {
          Wording(id: $0, title: "", text: "", placements: [place(), place()])
        }
      )
    }
    let criteria = clauses.indices.map {
      Observer.Criterion(
        clause: $0,
        issue: 1,
        wanted: 60...100,
        weight: 1,
        principle: "",
        isRedLine: $0 == 0
      )
    }
    return Scenario(
      id: "sample",
      title: "",
      body: Body(name: "", rule: .twoThirds, seeksConsensus: seed % 2 == 0),
      model: {
        var model = ModelParameters()
        model.pressure = 0.2
        return model
      }(),
      issues: ["first", "second"].map {
        Issue(id: $0, title: "", low: "", high: "", noAgreement: NoAgreement(standard: 40))
      },
      articles: [],
      clauses: clauses,
      drafts: [
        Draft(id: "a", title: "", text: TreatyText(clauses.map { _ in .listed("one") })),
        Draft(id: "b", title: "", text: TreatyText(clauses.map { _ in .absent })),
      ],
      delegations: (0..<9).map { member in
        Delegation(
          id: Delegation.ID("S\(member)"),
          name: "",
          bloc: member % 3,
          blocID: Bloc.ID("B\(member % 3)"),
          absence: 0.1,
          openness: numbers.next(),
          positions: [place(), place()]
        )
      },
      blocs: (0..<3).map { Bloc(id: Bloc.ID("B\($0)"), title: "", discipline: $0 == 0 ? 0.4 : 0) },
      observers: [
        Observer(id: "watch", name: "", kind: .rights, reach: 1, prior: -20, criteria: criteria)
      ]
    )
  }
}
