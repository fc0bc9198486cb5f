import Testing
import Treaty

@testable import Forecasting

struct ForecastTests {
  @Test func `a whole text is judged by gain and the wish for a treaty`() {
    let scenario = SampleTreaty.scenario()
    let text = SampleTreaty.text("strong")
    let forecast = Forecast(of: text, in: scenario, under: Circumstances())
    for place in scenario.delegations.indices {
      let gain = Appraisal(of: text, for: place, in: scenario, under: Circumstances()).gain
      #expect(forecast.gains[place] == gain)
      #expect(abs(forecast.leanings[place] - (2.65 * gain + 0.8)) < 1e-15)
    }
    #expect(forecast.rule == .twoThirds)
    #expect(forecast.isNoticeable)
  }

  @Test func `a package is owed loyalty in separate votes, and only there`() {
    let scenario = SampleTreaty.scenario()
    let text = SampleTreaty.text("strong")
    let amended = text.with(.absent, at: 1)
    let free = Forecast(of: amended, against: text, in: scenario, under: Circumstances())
    let loyal = Forecast(
      of: amended,
      against: text,
      in: scenario,
      under: Circumstances(isPackage: true)
    )
    let whole = Forecast(of: text, in: scenario, under: Circumstances(isPackage: true))
    #expect(whole.leanings == Forecast(of: text, in: scenario, under: Circumstances()).leanings)
    #expect(whole.gains.contains { $0 < 0 })
    for place in scenario.delegations.indices {
      #expect(abs(free.leanings[place] - 10.6 * free.gains[place]) < 1e-15)
      let loyalty = 0.5 * (2.65 * max(0, whole.gains[place]) + 0.8)
      #expect(abs(loyal.leanings[place] - (free.leanings[place] - loyalty)) < 1e-15)
    }
    #expect(loyal.adoption < free.adoption)
  }

  @Test func `a draft brings its own circumstances`() {
    let scenario = SampleTreaty.scenario(fallbackChance: 0.3)
    let zero = Circumstances(of: scenario.drafts[0], in: scenario)
    #expect(zero.fallback?.chance == 0.3)
    #expect(zero.fallback?.text == scenario.drafts[1].text)
    #expect(!zero.isPackage)
    let final = Circumstances(of: scenario.drafts[1], in: scenario)
    #expect(final.fallback == nil)
    #expect(final.isPackage)
  }

  @Test func `agreement adds the vote that the bureau may go to`() {
    let scenario = SampleTreaty.scenario(seeksConsensus: true)
    let forecast = Forecast(
      of: SampleTreaty.text("strong"),
      in: scenario,
      under: Circumstances()
    )
    let expected = forecast.consensus + (1 - forecast.consensus) * 0.5 * forecast.adoption
    #expect(abs(forecast.agreement - expected) < 1e-15)
    #expect(forecast.agreement > forecast.consensus)
  }

  @Test func `under consensus adoption is consensus and there is no vote to go to`() {
    let scenario = SampleTreaty.scenario(rule: .consensus)
    let forecast = Forecast(
      of: SampleTreaty.text("strong"),
      in: scenario,
      under: Circumstances()
    )
    #expect(forecast.adoption == forecast.consensus)
    #expect(forecast.agreement == forecast.consensus)
    let asked = Forecast(
      of: SampleTreaty.text("strong"),
      in: scenario,
      under: Circumstances(),
      rule: .simpleMajority
    )
    #expect(abs(asked.adoption - asked.consensus) > 0.1)
    #expect(asked.consensus == forecast.consensus)
  }

  @Test func `asking under another rule leaves the shadow of the body's rule`() {
    let scenario = SampleTreaty.scenario(rule: .twoThirds)
    let text = SampleTreaty.text("weak")
    let own = Forecast(of: text, in: scenario, under: Circumstances())
    let asked = Forecast(
      of: text,
      in: scenario,
      under: Circumstances(),
      rule: .simpleMajority
    )
    #expect(abs(own.consensus - asked.consensus) < 1e-10)
    #expect(abs(own.agreement - asked.agreement) < 1e-10)
    #expect(asked.adoption > own.adoption + 0.001)
  }

  @Test func `pulls are per unit of gain and on what the body seeks`() {
    let text = SampleTreaty.text("strong")
    let seeking = Forecast(
      of: text,
      in: SampleTreaty.scenario(seeksConsensus: true),
      under: Circumstances()
    )
    let voting = Forecast(of: text, in: SampleTreaty.scenario(), under: Circumstances())
    let amendment = Forecast(
      of: text.with(.absent, at: 1),
      against: text,
      in: SampleTreaty.scenario(),
      under: Circumstances()
    )
    for place in SampleTreaty.delegations.indices {
      let onConsensus = seeking.electorate.pulls(on: .consensus)[place]
      let onAdoption = voting.electorate.pulls(on: .adoption)[place]
      let onAmendment = amendment.electorate.pulls(on: .adoption)[place]
      #expect(abs(seeking.pulls()[place] - 2.65 * onConsensus) < 1e-15)
      #expect(abs(voting.pulls()[place] - 2.65 * onAdoption) < 1e-15)
      #expect(abs(amendment.pulls()[place] - 10.6 * onAmendment) < 1e-15)
      #expect(onConsensus > 0 && onAdoption > 0 && onAmendment > 0)
    }
  }

  @Test func `a vote in which nobody gains is about nothing`() {
    let text = SampleTreaty.text("weak")
    let forecast = Forecast(
      of: text.with(.listed("strong"), at: 2),
      against: text,
      in: SampleTreaty.scenario(),
      under: Circumstances()
    )
    // The one red line that is healed is worth 0.05 to the one delegation that holds it.
    #expect(forecast.gains == [0, 0, 0, 0, 0.05])
    #expect(forecast.isNoticeable)
    let same = Forecast(
      of: text,
      against: text,
      in: SampleTreaty.scenario(),
      under: Circumstances()
    )
    #expect(!same.isNoticeable)
  }
}
