public import Treaty

/// A recorded decision, held against what the model expects of it with nothing fitted to it.
public struct TrackRecord: Sendable {
  /// Expected votes of those who took part.
  public struct Expected: Sendable {
    /// The middle of nine cases of ten, and its ends.
    public let yes: Spread
    /// The same against.
    public let no: Spread
    /// The same of abstentions.
    public let abstain: Spread
  }

  /// The decision.
  public let decision: Decision
  /// Expected counts; nil where a whole draft was agreed without a vote.
  public let expected: Expected?
  /// How many took part; nil where that is not on record.
  public let voters: Int?
  /// What each delegation was expected to do, among those who took part where they are known.
  public let chances: [BallotChances]
  /// How states were told; nil where no state's vote is on record.
  public let score: ToldScore?
  /// Chance that it is carried, by consensus where that is the record, 0...1.
  public let chance: Double
  /// Whether what is on record is what the model finds likelier than not; nil where there is no saying.
  public let isAsExpected: Bool

  /// Asks the model what it expects of a decision, among those who took part where they are known.
  public init(of decision: Decision, in scenario: Scenario) {
    self.decision = decision
    let question = Asked(decision, in: scenario)
    var electorate = question.electorate
    var outlook = electorate.outlook
    switch decision.record {
    case .votes(let ballots):
      for place in electorate.voters.indices {
        electorate.voters[place].absence = ballots[place] == nil ? 1 : 0
      }
      outlook = electorate.outlook
      voters = ballots.count { $0 != nil }
      expected = Expected(
        yes: outlook.tally.yes,
        no: outlook.tally.no,
        abstain: outlook.tally.abstain
      )
      let kinds: [Ballot] = [.yes, .no, .abstain]
      score = ToldScore(
        zip(outlook.chances, ballots).compactMap { chances, ballot in
          ballot.flatMap { kinds.firstIndex(of: $0) }.map { (kinds.map { chances[$0] }, $0) }
        }
      )
    case .totals(let yes, let no, let abstain):
      let count = yes + no + abstain
      voters = count
      // Who stayed away is not on record: everybody is made as likely to, so that the number fits.
      let absence = 1 - Double(count) / Double(electorate.voters.count)
      for place in electorate.voters.indices {
        electorate.voters[place].absence = min(max(absence, 0), 1)
      }
      outlook = electorate.outlook
      expected = Expected(
        yes: outlook.tally.yes,
        no: outlook.tally.no,
        abstain: outlook.tally.abstain
      )
      score = nil
    case .outcome:
      voters = nil
      expected =
        question.isWhole
        ? nil
        : Expected(yes: outlook.tally.yes, no: outlook.tally.no, abstain: outlook.tally.abstain)
      score = nil
    }
    chances = outlook.chances
    let isCarried: Bool
    switch decision.record {
    case .outcome(.consensus):
      chance = outlook.consensus
      isCarried = true
    case .outcome(let outcome):
      chance = outlook.adoption
      isCarried = outcome == .adopted
    case .votes, .totals:
      chance = outlook.adoption
      let counts = decision.counts ?? (0, 0, 0)
      isCarried = question.rule.isMet(yes: counts.yes, no: counts.no)
    }
    isAsExpected = (chance >= 0.5) == isCarried
  }
}

/// A decision as a vote of the scenario's delegations.
private struct Asked {
  let electorate: Electorate
  let rule: VotingRule
  let isWhole: Bool

  init(_ decision: Decision, in scenario: Scenario) {
    let model = scenario.model
    switch decision.question {
    case .resolution(let places, let against):
      let resolution = Resolution(places: places, against: against)
      let leanings = scenario.delegations.map {
        model.separateSensitivity * resolution.gain(of: $0) + model.resolutionValence
      }
      rule = .simpleMajority
      isWhole = false
      electorate = Electorate(leanings: leanings, in: scenario, rule: rule)
    case .change(let draft, let clause, let from, let to, let asked):
      let base = scenario.drafts[draft]
      let standing = base.text.with(from, at: clause)
      let changed = base.text.with(to, at: clause)
      let circumstances = Circumstances(of: base, in: scenario)
      let inclinations =
        switch asked {
        case .delete, .amend:
          Inclinations(to: changed, against: standing, in: scenario, under: circumstances)
        case .retain:
          Inclinations(keeping: standing, over: changed, in: scenario, under: circumstances)
        }
      rule = scenario.body.rule
      isWhole = false
      electorate = Electorate(leanings: inclinations.leanings, in: scenario, rule: rule)
    case .draft(let draft):
      let base = scenario.drafts[draft]
      let inclinations = Inclinations(
        to: base.text,
        in: scenario,
        under: Circumstances(of: base, in: scenario)
      )
      rule = scenario.body.rule
      isWhole = true
      electorate = Electorate(leanings: inclinations.leanings, in: scenario, rule: rule)
    }
  }
}

extension VotingRule {
  /// Whether totals meet the rule; rules that count more than votes are met by a majority here.
  fileprivate func isMet(yes: Int, no: Int) -> Bool {
    switch self {
    case .twoThirds: yes > 0 && yes >= 2 * no
    case .simpleMajority, .absoluteMajority, .consensus, .all: yes > no
    }
  }
}
