import Testing
import Treaty

@testable import Forecasting

struct BargainTests {
  @Test func `the bargain is the best of all texts by which everybody gains`() {
    var agreed = 0
    for trial in 0..<30 {
      let scenario = scenario(UInt64(trial))
      let text = scenario.drafts[trial % 2].text
      let circumstances = Circumstances(deals: scenario.delegations.map { _ in 0.05 })
      let bargain = Bargain(from: text, in: scenario, under: circumstances)
      #expect(bargain.isExhaustive)
      var best: (sum: Double, text: TreatyText)?
      for text in texts(of: scenario) {
        guard let sum = nash(text, in: scenario, under: circumstances) else { continue }
        if sum > (best?.sum ?? -.infinity) + 1e-12 { best = (sum, text) }
      }
      switch bargain.outcome {
      case .agreement(let text):
        agreed += 1
        #expect((nash(text, in: scenario, under: circumstances) ?? 0) > (best?.sum ?? 0) - 1e-9)
      case .hopeless(let losers):
        #expect(best == nil)
        for member in losers {
          let gains = texts(of: scenario).map {
            Appraisal(of: $0, for: member, in: scenario, under: circumstances).gain
          }
          #expect(gains.allSatisfy { $0 < 1e-12 })
        }
      case .none:
        #expect(best == nil)
        #expect(bargain.texts == texts(of: scenario).count)
      }
    }
    #expect(agreed > 3 && agreed < 30)
  }

  @Test func `a search clause by clause never claims more than there is`() {
    var found = 0
    for trial in 0..<30 {
      let scenario = scenario(UInt64(trial))
      let circumstances = Circumstances(deals: scenario.delegations.map { _ in 0.05 })
      let all = Bargain(from: scenario.drafts[0].text, in: scenario, under: circumstances)
      let search = Bargain(
        from: scenario.drafts[0].text,
        in: scenario,
        under: circumstances,
        lookingAtMost: 1
      )
      #expect(!search.isExhaustive || search.texts == 0)
      guard case .agreement(let best) = all.outcome else {
        #expect(search.outcome == .none || search.outcome == all.outcome)
        continue
      }
      guard case .agreement(let text) = search.outcome,
        let sum = nash(text, in: scenario, under: circumstances),
        let most = nash(best, in: scenario, under: circumstances)
      else { continue }
      found += 1
      #expect(sum <= most + 1e-9)
    }
    #expect(found > 3)
  }

  @Test func `deals and what failure leads to count in the bargain`() {
    let scenario = SampleTreaty.scenario(fallbackChance: 0.4)
    let worse = Circumstances(
      fallback: Circumstances.Fallback(text: SampleTreaty.nothing, chance: 1),
      deals: scenario.delegations.map { _ in 1 }
    )
    let bargain = Bargain(from: SampleTreaty.text("weak"), in: scenario, under: worse)
    guard case .agreement(let text) = bargain.outcome else {
      Issue.record("everybody is paid to agree")
      return
    }
    #expect(nash(text, in: scenario, under: worse) != nil)
    let none = Circumstances(deals: scenario.delegations.map { _ in -9 })
    #expect(
      Bargain(from: SampleTreaty.text("weak"), in: scenario, under: none).outcome
        == .hopeless(Array(scenario.delegations.indices))
    )
  }

  /// The sample treaty with delegations that stand near to where it can go, so that they may agree.
  private func scenario(_ seed: UInt64) -> Scenario {
    var numbers = SampleRooms.Sequence(seed: seed + 100)
    let delegations = SampleTreaty.delegations.prefix(2 + Int(seed % 3)).map { delegation in
      delegation.with(positions: delegation.positions.map { _ in 30 + 60 * numbers.next() })
    }
    return SampleTreaty.scenario(delegations: Array(delegations))
  }

  /// Every text of wordings that those who negotiate could choose.
  private func texts(of scenario: Scenario) -> [TreatyText] {
    scenario.clauses.indices.reduce([TreatyText([])]) { texts, clause in
      texts.flatMap { text in
        scenario.alternatives(at: clause).map { TreatyText(text.provisions + [$0]) }
      }
    }
  }

  /// The sum of logarithms of gains by influence; nil where somebody does not gain.
  private func nash(
    _ text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) -> Double? {
    let gains = scenario.delegations.indices.map {
      Appraisal(of: text, for: $0, in: scenario, under: circumstances).gain
    }
    guard gains.allSatisfy({ $0 > 1e-12 }) else { return nil }
    return zip(scenario.delegations, gains).reduce(0) {
      $0 + $1.0.influence * Elementary.log($1.1)
    }
  }
}
