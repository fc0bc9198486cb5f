import Negotiation
import Testing
import Treaty

struct VotingRuleBorderTests {
  /// Whether a rule is met by so many of each; those not counted are away.
  private func isMet(
    _ rule: VotingRule,
    yes: Int,
    no: Int,
    abstain: Int = 0,
    of size: Int = 12
  ) -> Bool {
    let scenario = Rooms.bare(size, rule: rule)
    let ballots =
      Array(repeating: Ballot.yes, count: yes) + Array(repeating: .no, count: no)
      + Array(repeating: .abstain, count: abstain)
      + Array(repeating: .absent, count: size - yes - no - abstain)
    let votes = zip(scenario.delegations, ballots).map { Vote($0.id, $1) }
    return rule.isMet(by: votes, in: scenario)
  }

  @Test func `a simple majority is one more yes than no, and a tie rejects`() {
    #expect(isMet(.simpleMajority, yes: 4, no: 3))
    #expect(!isMet(.simpleMajority, yes: 4, no: 4))
    #expect(!isMet(.simpleMajority, yes: 3, no: 4))
    #expect(isMet(.simpleMajority, yes: 1, no: 0, abstain: 11))
  }

  @Test func `two thirds are exactly twice as many yes as no`() {
    #expect(isMet(.twoThirds, yes: 8, no: 4))
    #expect(!isMet(.twoThirds, yes: 7, no: 4))
    #expect(isMet(.twoThirds, yes: 2, no: 1, abstain: 9))
    #expect(!isMet(.twoThirds, yes: 1, no: 1, abstain: 10))
    #expect(isMet(.twoThirds, yes: 1, no: 0))
  }

  @Test func `nothing is carried without a single yes`() {
    for (name, rule) in VotingRule.named {
      #expect(!isMet(rule, yes: 0, no: 0), "\(name)")
      #expect(!isMet(rule, yes: 0, no: 0, abstain: 12), "\(name)")
    }
  }

  @Test func `an absolute majority counts all members, whoever is away`() {
    #expect(!isMet(.absoluteMajority, yes: 6, no: 0))
    #expect(isMet(.absoluteMajority, yes: 7, no: 5))
    #expect(!isMet(.absoluteMajority, yes: 6, no: 5, of: 13))
    #expect(isMet(.absoluteMajority, yes: 7, no: 0, abstain: 6, of: 13))
  }

  @Test func `consensus falls to a single no and to nothing else`() {
    #expect(isMet(.consensus, yes: 1, no: 0, abstain: 11))
    #expect(isMet(.consensus, yes: 12, no: 0))
    #expect(!isMet(.consensus, yes: 11, no: 1))
  }

  @Test func `a count of members is met exactly at its number`() {
    #expect(isMet(.all([.members(atLeast: 4)]), yes: 4, no: 8))
    #expect(!isMet(.all([.members(atLeast: 4)]), yes: 3, no: 0, abstain: 9))
  }

  @Test func `a share of a weight is met exactly at its border, abstentions helping nobody`() {
    let rule = VotingRule.all([.share(0.75, ofWeight: 0)])
    let scenario = Rooms.bare(4, weights: [5, 1, 1, 1], rule: rule)
    func isMet(_ ballots: [Ballot]) -> Bool {
      rule.isMet(by: zip(scenario.delegations, ballots).map { Vote($0.id, $1) }, in: scenario)
    }
    #expect(isMet([.yes, .yes, .no, .no]))
    #expect(!isMet([.yes, .no, .no, .no]))
    #expect(!isMet([.yes, .abstain, .abstain, .absent]))
    #expect(!isMet([.no, .yes, .yes, .yes]))
  }

  @Test func `a veto is cast by a no alone, and only by those who have one`() {
    let rule = VotingRule.all([.members(atLeast: 2), .veto([0, 2])])
    let scenario = Rooms.bare(4, rule: rule)
    func isMet(_ ballots: [Ballot]) -> Bool {
      rule.isMet(by: zip(scenario.delegations, ballots).map { Vote($0.id, $1) }, in: scenario)
    }
    #expect(isMet([.abstain, .yes, .absent, .yes]))
    #expect(isMet([.yes, .no, .yes, .no]))
    #expect(!isMet([.no, .yes, .yes, .yes]))
    #expect(!isMet([.yes, .yes, .no, .yes]))
    #expect(!isMet([.abstain, .yes, .abstain, .no]))
  }

  @Test func `several conditions have to hold together`() {
    let rule = VotingRule.all([.members(atLeast: 2), .share(0.5, ofWeight: 0)])
    let scenario = Rooms.bare(4, weights: [6, 2, 2, 2], rule: rule)
    func isMet(_ ballots: [Ballot]) -> Bool {
      rule.isMet(by: zip(scenario.delegations, ballots).map { Vote($0.id, $1) }, in: scenario)
    }
    #expect(isMet([.yes, .yes, .no, .no]))
    #expect(!isMet([.yes, .no, .no, .no]))
    #expect(!isMet([.no, .yes, .yes, .no]))
    #expect(isMet([.no, .yes, .yes, .yes]))
  }
}
