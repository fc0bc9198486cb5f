public import Treaty

/// What would become of a whole text, in a few numbers: what a forecast has of them, without its distributions, which
/// take longer.
public struct TextOutcome: Sendable, Equatable {
  /// Chance of adoption under the rule, 0...1; that of consensus where the rule is consensus.
  public let adoption: Double
  /// Chance that nobody present blocks, 0...1.
  public let consensus: Double
  /// Chance of an agreement, by consensus or by the vote that the bureau may go to, 0...1.
  public let agreement: Double
  /// How many are expected to vote yes, in delegations.
  public let yes: Double
  /// How many are expected to vote no, in delegations.
  public let no: Double
  /// How many are expected to abstain, in delegations.
  public let abstain: Double

  /// Computes it, as exactly as a forecast.
  public init(
    of text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances,
    rule: VotingRule
  ) {
    let inclinations = Inclinations(to: text, in: scenario, under: circumstances)
    let electorate = Electorate(leanings: inclinations.leanings, in: scenario, rule: rule)
    let outcome = Integration(of: electorate, for: .outcome)
    adoption = outcome.adoption
    consensus = outcome.consensus
    agreement = scenario.model.agreement(
      consensus: outcome.consensus,
      vote: outcome.shadowAdoption
    )
    let chances = electorate.marginalChances
    yes = chances.reduce(0) { $0 + $1.yes }
    no = chances.reduce(0) { $0 + $1.no }
    abstain = chances.reduce(0) { $0 + $1.abstain }
  }
}
