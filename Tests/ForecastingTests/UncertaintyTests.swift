import Forecasting
import Testing
import Treaty

struct UncertaintyTests {
  private func plan(
    of scenario: Scenario,
    draws: Int = 64,
    alone: Int = 16,
    seed: UInt64 = 1
  ) -> Uncertainty.Plan {
    var circumstances = Circumstances(of: scenario.drafts[0], in: scenario)
    circumstances.before = scenario.drafts[0].text
    return Uncertainty.Plan(
      of: scenario.drafts[0].text,
      in: scenario,
      under: circumstances,
      draws: draws,
      alone: alone,
      seed: seed
    )
  }

  private var exact: InputSpread {
    var spread = InputSpread()
    (spread.coded, spread.bloc, spread.imputed) = (0, 0, 0)
    (spread.clause, spread.wording) = (0, 0)
    return spread
  }

  private let scenario = SampleTreaty.scenario(
    seeksConsensus: true,
    pressure: 0.05,
    fallbackChance: 0.3
  )

  @Test func `the first run is the forecast`() {
    let uncertainty = Uncertainty(of: plan(of: scenario, draws: 1, alone: 1))
    let forecast = Forecast(
      of: scenario.drafts[0].text,
      in: scenario,
      under: Circumstances(of: scenario.drafts[0], in: scenario)
    )
    #expect((uncertainty.estimate.adoption - forecast.adoption).magnitude < 1e-8)
    #expect((uncertainty.estimate.consensus - forecast.consensus).magnitude < 1e-8)
    #expect((uncertainty.estimate.agreement - forecast.agreement).magnitude < 1e-8)
    #expect((uncertainty.estimate.yes - forecast.tally.yes.mean).magnitude < 1e-8)
    #expect((uncertainty.estimate.abstain - forecast.tally.abstain.mean).magnitude < 1e-8)
  }

  @Test func `runs follow from the seed and not from their order`() {
    let plan = plan(of: scenario)
    let backwards = (0..<plan.runs).reversed().map { plan.outcome(of: $0) }
    let uncertainty = Uncertainty(of: plan)
    #expect(Uncertainty(of: plan, from: backwards.reversed()).draws == uncertainty.draws)
    #expect(Uncertainty(of: self.plan(of: scenario, seed: 2)).draws != uncertainty.draws)
  }

  @Test func `every chance is one, and nobody votes who is not there`() {
    let uncertainty = Uncertainty(of: plan(of: scenario))
    for outcome in uncertainty.draws + uncertainty.alone.flatMap(\.outcomes) {
      for chance in [outcome.adoption, outcome.consensus, outcome.agreement] {
        #expect((0...1).contains(chance))
      }
      #expect(outcome.agreement >= outcome.consensus)
      #expect(outcome.yes + outcome.no + outcome.abstain <= 5)
    }
  }

  @Test func `a group that is off alone changes what it can change`() throws {
    let uncertainty = Uncertainty(of: plan(of: scenario))
    let groups = uncertainty.alone.map(\.group)
    // All positions of the sample are coded.
    #expect(
      groups == InputGroup.allCases.filter { ![.blocPositions, .imputedPositions].contains($0) }
    )
    for (group, outcomes) in uncertainty.alone {
      switch group {
      case .blocking:
        #expect(outcomes.allSatisfy { ($0.yes - uncertainty.estimate.yes).magnitude < 1e-12 })
        #expect(Set(outcomes.map(\.consensus)).count > 1)
      case .callVote:
        #expect(outcomes.allSatisfy { $0.consensus == uncertainty.estimate.consensus })
        #expect(Set(outcomes.map(\.agreement)).count > 1)
      // The text is the one that observers compare with.
      case .criticism: #expect(outcomes.allSatisfy { $0 == uncertainty.estimate })
      case .codedPositions, .blocPositions, .imputedPositions, .placements, .saliences, .world,
        .failure, .wish, .sensitivity, .indifference, .shocks:
        #expect(Set(outcomes.map(\.yes)).count > 1, "\(group)")
      }
    }
  }

  @Test func `where inputs are exact only the numbers of the model are drawn`() {
    let groups = plan(of: SampleTreaty.scenario(spread: exact)).groups
    #expect(groups == [.wish, .sensitivity, .indifference, .shocks])
  }

  @Test func `a tornado has every group, widest first, and its ends are among the draws`() {
    let uncertainty = Uncertainty(of: plan(of: scenario))
    for measure in Tornado.Measure.allCases {
      let tornado = Tornado(of: measure, in: uncertainty)
      #expect(tornado.bars.count == uncertainty.alone.count)
      for (wide, narrow) in zip(tornado.bars, tornado.bars.dropFirst()) {
        #expect(wide.range.width >= narrow.range.width)
      }
      for bar in tornado.bars {
        let outcomes = uncertainty.alone.first { $0.group == bar.group }?.outcomes ?? []
        let values = outcomes.map(measure.value)
        #expect(values.contains(bar.range.low) && values.contains(bar.range.high))
        #expect(bar.range.low <= bar.range.middle && bar.range.middle <= bar.range.high)
        let within = values.count { bar.range.low <= $0 && $0 <= bar.range.high }
        #expect(10 * within >= 8 * values.count)
      }
    }
  }

  @Test func `small errors add up`() throws {
    // One leaning moves the expected votes nearly along a line, so that variances add up.
    var spread = exact
    spread.coded = 0.2
    spread.world = 0.2
    spread.salience = 0.5
    let uncertainty = Uncertainty(
      of: plan(of: SampleTreaty.scenario(spread: spread), draws: 512, alone: 256)
    )
    let part = try #require(Tornado(of: .yes, in: uncertainty).additivity)
    #expect((0.8...1.2).contains(part))
  }

  @Test func `positions are off by what the scenario says`() {
    // The mean over delegations keeps the common part of the variance and some of the rest.
    #expect(InputRange.commonPart + InputRange.blocPart <= 1)
    var wide = exact
    wide.coded = 20
    var narrow = exact
    narrow.coded = 5
    let widths = [narrow, wide].map { spread in
      let uncertainty = Uncertainty(of: plan(of: SampleTreaty.scenario(spread: spread), alone: 64))
      let bars = Tornado(of: .yes, in: uncertainty).bars
      return bars.first { $0.group == .codedPositions }?.range.width ?? 0
    }
    #expect(widths[0] > 0 && widths[1] > 2 * widths[0])
  }
}
