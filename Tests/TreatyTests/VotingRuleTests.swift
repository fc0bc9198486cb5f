import Testing
import Treaty

struct VotingRuleTests {
  @Test func `a rule is found again by its name`() {
    for (name, rule) in VotingRule.named {
      #expect(rule.name == name)
    }
    #expect(VotingRule.all([.members(atLeast: 4)]).name == "all")
  }
}
