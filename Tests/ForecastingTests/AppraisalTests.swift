import Testing
import Treaty

@testable import Forecasting

struct AppraisalTests {
  @Test func `a gain is the distance won, clause by clause and weighted`() {
    let appraisal = Appraisal(
      of: SampleTreaty.text("strong"),
      for: 0,
      in: SampleTreaty.scenario(),
      under: Circumstances()
    )
    // Positions 70 and 20, saliences 1.5 and 0.5, without a treaty 50 and 60.
    let terms: [(Appraisal.Term.Ground, Double)] = [
      (.clause(0, issue: 0), 1.5 * 0.75 * (20 - 10) / 100),
      (.clause(1, issue: 1), 0.5 * (40 - 10) / 100),
    ]
    #expect(appraisal.terms.map(\.ground) == terms.map(\.0))
    for (term, expected) in zip(appraisal.terms, terms) {
      #expect(abs(term.value - expected.1) < 1e-15)
    }
    #expect(abs(appraisal.gain - 0.2625) < 1e-15)
  }

  @Test func `a group's own status quo counts for its members`() {
    let appraisal = Appraisal(
      of: SampleTreaty.text("weak"),
      for: 3,
      in: SampleTreaty.scenario(),
      under: Circumstances()
    )
    // Position 0 on scope: 20 without a treaty, 20 by clause 0 and 40 by clause 1; rights 40 and 40.
    #expect(appraisal.terms.map(\.ground) == [.clause(1, issue: 0)])
    #expect(abs(appraisal.gain - 4.0 / 3 * 0.25 * (20 - 40) / 100) < 1e-15)
  }

  @Test func `where failure may lead to a worse text the gain is against the expectation`() {
    let scenario = SampleTreaty.scenario()
    func gain(_ fallback: Circumstances.Fallback?) -> Double {
      Appraisal(
        of: SampleTreaty.text("weak"),
        for: 0,
        in: scenario,
        under: Circumstances(fallback: fallback)
      ).gain
    }
    let never = gain(nil)
    let surely = gain(Circumstances.Fallback(text: SampleTreaty.text("strong"), chance: 1))
    let perhaps = gain(Circumstances.Fallback(text: SampleTreaty.text("strong"), chance: 0.3))
    #expect(abs(perhaps - (0.7 * never + 0.3 * surely)) < 1e-15)
    let same = gain(Circumstances.Fallback(text: SampleTreaty.text("weak"), chance: 1))
    #expect(same == 0)
    #expect(never != surely)
  }

  @Test func `red lines cost those who hold them, by name, bloc or group`() {
    let scenario = SampleTreaty.scenario()
    func prices(_ wording: Wording.ID, for delegation: Int) -> [Int: Double] {
      let appraisal = Appraisal(
        of: SampleTreaty.text(wording),
        for: delegation,
        in: scenario,
        under: Circumstances()
      )
      var prices: [Int: Double] = [:]
      for term in appraisal.terms {
        if case .redLine(let line) = term.ground { prices[line] = term.value }
      }
      return prices
    }
    #expect(prices("strong", for: 0) == [:])
    #expect(prices("strong", for: 1) == [0: -0.2])
    #expect(prices("strong", for: 2) == [1: -0.1])
    #expect(prices("strong", for: 4) == [1: -0.1])
    #expect(prices("weak", for: 1) == [:])
    #expect(prices("weak", for: 2) == [:])
    #expect(prices("weak", for: 4) == [2: -0.05])
  }

  @Test func `deals and public criticism are terms of their own`() {
    let scenario = SampleTreaty.scenario(pressure: 0.4)
    let strong = SampleTreaty.text("strong")
    let weak = SampleTreaty.text("weak")
    let now = Reaction(of: SampleTreaty.observers[0], to: weak, in: scenario).score
    let then = Reaction(of: SampleTreaty.observers[0], to: strong, in: scenario).score
    #expect(now < 0 && then > 0)
    func terms(_ text: TreatyText, before: TreatyText) -> [Appraisal.Term] {
      Appraisal(
        of: text,
        for: 0,
        in: scenario,
        under: Circumstances(deals: [0.03, 0, 0, 0, 0], before: before)
      ).terms
    }
    let worse = terms(weak, before: strong)
    #expect(worse.first { $0.ground == .deal }?.value == 0.03)
    let audience = worse.first { $0.ground == .audience }?.value ?? 0
    #expect(abs(audience - -0.4 * 0.5 * 0.8 * -now / 100) < 1e-15)
    let better = terms(strong, before: weak).first { $0.ground == .audience }?.value ?? 0
    #expect(abs(better + audience) < 1e-15)
    #expect(!terms(weak, before: weak).contains { $0.ground == .audience })
  }

  @Test func `terms sum to the gain for every delegation`() {
    let scenario = SampleTreaty.scenario(pressure: 0.4)
    let circumstances = Circumstances(
      fallback: Circumstances.Fallback(text: SampleTreaty.nothing, chance: 0.4),
      deals: [0.1, -0.2, 0, 0.3, 0],
      before: SampleTreaty.text("strong")
    )
    for delegation in scenario.delegations.indices {
      let text = SampleTreaty.text("weak")
      let whole = Appraisal(of: text, for: delegation, in: scenario, under: circumstances)
      let part = Appraisal(
        of: text.with(.absent, at: 1),
        against: text,
        for: delegation,
        in: scenario
      )
      for appraisal in [whole, part] {
        #expect(abs(appraisal.terms.reduce(0) { $0 + $1.value } - appraisal.gain) < 1e-12)
        #expect(!appraisal.terms.isEmpty)
      }
    }
  }

  @Test func `a separate vote is about what differs, as if it were all there is`() {
    let scenario = SampleTreaty.scenario()
    let weak = SampleTreaty.text("weak")
    let strong = SampleTreaty.text("strong")
    let appraisal = Appraisal(
      of: weak.with(.listed("strong"), at: 1),
      against: weak,
      for: 0,
      in: scenario
    )
    // Clause 2 alone: 1.5 · 0.25 on scope, 0.5 · 1 on rights; of 70 and 20 it leaves 30 and 40, then
    // 20 and 10.
    let atStake = 1.5 * 0.25 + 0.5
    let expected = (1.5 * 0.25 * (30 - 20) + 0.5 * (40 - 10)) / 100 / atStake
    #expect(abs(appraisal.gain - expected) < 1e-15)
    let back = Appraisal(of: weak, against: strong, for: 1, in: scenario)
    let forth = Appraisal(of: strong, against: weak, for: 1, in: scenario)
    #expect(abs(back.gain + forth.gain) < 1e-15)
    #expect(forth.terms.contains { $0.ground == .redLine(0) && $0.value == -0.2 })
    #expect(back.terms.contains { $0.ground == .redLine(0) && $0.value == 0.2 })
  }

  @Test func `where nothing is at stake nobody gains`() {
    let weak = SampleTreaty.text("weak")
    let scenario = SampleTreaty.scenario()
    let idle = Appraisal(
      of: weak.with(.listed("strong"), at: 2),
      against: weak,
      for: 0,
      in: scenario
    )
    #expect(idle.gain == 0)
    // The delegation cares about nothing that clause 1 bears on.
    let careless = Appraisal(
      of: weak.with(.absent, at: 0),
      against: weak,
      for: 2,
      in: scenario
    )
    #expect(careless.gain == 0)
  }
}
