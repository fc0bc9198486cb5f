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

  @Test func `every key of the format arrives in the scenario`() throws {
    let scenario = try ScenarioReader.read(fullScenario)
    #expect(scenario.summary == "One thing, said in two lines.")
    #expect(scenario.body.seeksConsensus)
    #expect(
      scenario.body.rule
        == .all([.members(atLeast: 2), .share(0.65, ofWeight: 0), .veto([2])])
    )
    #expect(scenario.weightNames == ["population"])
    #expect(scenario.delegations.map(\.weights) == [[5], [0], [2.5]])
    #expect(scenario.model.sensitivity == 3)
    #expect(scenario.model.valence == -0.5)
    #expect(scenario.model.shadow == ModelParameters().shadow)
    #expect(scenario.rounds == 4)
    #expect(scenario.opening == 1)
    #expect(scenario.fallback == 0)
    #expect(scenario.firstMove == "try 6.10 no")
    #expect(scenario.issues.map(\.id) == ["scope", "rights"])
    #expect(
      scenario.issues[0].scale == [
        Issue.Mark(at: 0, meaning: "nothing"), Issue.Mark(at: 62.5, meaning: "much"),
      ]
    )
    #expect(
      scenario.issues[0].noAgreement
        == NoAgreement(
          standard: 50,
          exceptions: [.init(group: "G77", place: 65), .init(group: "North", place: 20)]
        )
    )
  }

  @Test func `articles, clauses and drafts arrive in their order`() throws {
    let scenario = try ScenarioReader.read(fullScenario)
    #expect(scenario.articles.map(\.number) == ["6", "7"])
    #expect(scenario.articles.map(\.clauses) == [0..<2, 2..<3])
    #expect(scenario.clauses.map(\.id) == ["6.1", "6.10", "7"])
    #expect(scenario.clauses.map(\.title) == ["Of rights", "No reading", "Of scope"])
    #expect(scenario.clauses.map(\.kind) == [.safeguard, .power, .institution])
    #expect(scenario.clauses.map(\.weights) == [[0, 2], [1, 0.5], [1, 0]])
    #expect(scenario.clauses[1].absent == [30, 40])
    #expect(scenario.clauses[1].wordings.map(\.id) == ["no", "yes"])
    #expect(scenario.clauses[1].wordings[1].placements == [100, 0])
    #expect(scenario.clauses[1].wordings[0].heldBy == ["CCC", "North", "G77"])
    #expect(scenario.clauses[1].wordings[0].source == "Record, page 3")
    #expect(scenario.drafts.map(\.id) == ["worst", "zero"])
    #expect(scenario.drafts.map(\.date) == ["", "2024-08-08"])
    #expect(scenario.drafts.map(\.fallbackChance) == [0.4, 0])
    #expect(scenario.drafts.map(\.isPackage) == [false, true])
    #expect(
      scenario.drafts.map(\.text) == [
        TreatyText([.absent, .absent, .absent]),
        TreatyText([.absent, .listed("no"), .listed("only")]),
      ]
    )
  }

  @Test func `the people of the room arrive with all that is said of them`() throws {
    let scenario = try ScenarioReader.read(fullScenario)
    #expect(scenario.delegations.map(\.name) == ["Aland, the isles", "Borduria", "Cordium"])
    #expect(scenario.delegations.map(\.positions) == [[20, 80], [80.5, 30], [50, 50]])
    #expect(scenario.delegations.map(\.saliences) == [[1.5, 0.5], [1, 1], [1, 1]])
    #expect(scenario.delegations.map(\.influence) == [2, 1, 1])
    #expect(scenario.delegations.map(\.absence) == [0, 0.1, 0])
    #expect(scenario.delegations.map(\.openness) == [0.5, 0, 0])
    #expect(scenario.delegations.map(\.basis) == [.imputed, .coded, .bloc])
    #expect(scenario.delegations.map(\.groups) == [["G77", "LDC"], [], []])
    #expect(scenario.delegations.map(\.bloc) == [0, 1, 0])
    #expect(scenario.blocs.map(\.title) == ["North", "The South"])
    #expect(scenario.blocs.map(\.discipline) == [0, 0.6])
    #expect(scenario.blocs.map(\.coordinator) == [nil, "BBB"])
    #expect(scenario.redLines.map(\.holder) == ["AAA", "G77", "South"])
    #expect(
      scenario.redLines.map(\.condition)
        == [.above(80, issue: 1), .below(20, issue: 0), .reads(.absent)]
    )
    #expect(scenario.redLines.map(\.clause) == [0, 1, 2])
    let observer = try #require(scenario.observers.first)
    #expect(observer.kind == .office)
    #expect(observer.prior == -20)
    #expect(observer.criteria.map(\.issue) == [1, 0])
    #expect(observer.criteria.map(\.wanted) == [75...100, 0...0])
    #expect(observer.criteria.map(\.isRedLine) == [true, false])
    #expect(observer.criteria.map(\.concern) == ["We are concerned.", ""])
    #expect(observer.criteria.map(\.required) == [[], ["only this"]])
    #expect(observer.criteria.map(\.forbidden) == [[], ["all", "any"]])
    let principle = try #require(scenario.principles.first)
    #expect(principle.title == "Necessity" && principle.source == "A list")
    #expect(principle.tests.map(\.clause) == [1, 2])
    #expect(principle.tests.map(\.met) == [["no"], []])
    #expect(principle.tests.map(\.partly) == [["yes"], ["only"]])
    #expect(principle.tests.map(\.metPhrases) == [["only where needed"], []])
    #expect(principle.tests.map(\.why) == ["whether it is needed", ""])
  }
}
