import ScenarioFile
import Testing
import Treaty

@Suite struct GoodScenarioTests {
  @Test func `a minimal scenario loads with every default`() throws {
    let scenario = try ScenarioReader.read(singleFile(smallScenario))
    #expect(scenario.id == "small")
    #expect(scenario.summary.isEmpty)
    #expect(scenario.body == Body(name: "Committee", rule: .simpleMajority, seeksConsensus: false))
    #expect(scenario.model == ModelParameters())
    #expect(scenario.rounds == 3)
    #expect(scenario.opening == 0)
    #expect(scenario.fallback == nil)
    #expect(scenario.firstMove.isEmpty)
    #expect(scenario.observers.isEmpty)
    #expect(scenario.redLines.isEmpty)
    #expect(scenario.weightNames.isEmpty)
    #expect(scenario.issues[0].scale.isEmpty)
    #expect(scenario.issues[0].noAgreement == NoAgreement(standard: 40))
    #expect(scenario.drafts[0].text == TreatyText([.absent]))
    #expect(scenario.drafts[0].fallbackChance == 0)
    #expect(!scenario.drafts[0].isPackage)
    #expect(scenario.clauses[0].title == "Purpose")
    #expect(scenario.blocs.map(\.id) == ["North", "South"])
    #expect(scenario.blocs.map(\.title) == ["North", "South"])
    #expect(scenario.blocs.map(\.discipline) == [0, 0])
    let delegation = scenario.delegations[0]
    #expect(delegation.influence == 1)
    #expect(delegation.absence == 0)
    #expect(delegation.openness == 0)
    #expect(delegation.saliences == [1])
    #expect(delegation.basis == .coded)
    #expect(delegation.groups.isEmpty)
  }
}
