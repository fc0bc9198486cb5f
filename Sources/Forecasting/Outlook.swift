import Treaty

/// What a vote of an electorate will bring, as chances.
public struct Outlook: Sendable {
  /// Chance of adoption under the rule, 0...1; that of consensus where the rule is consensus.
  public let adoption: Double
  /// Chance that nobody present blocks, 0...1.
  public let consensus: Double
  /// Chance of adoption in the vote that a blocked consensus leads to, 0...1; 0 where that vote's
  /// rule is consensus.
  public let shadowAdoption: Double
  /// What each voter will do.
  public let chances: [BallotChances]
  /// How many will do what.
  public let tally: Tally

  /// Takes what was averaged over the shocks.
  init(of electorate: Electorate, from integration: Integration) {
    adoption = integration.adoption
    consensus = integration.consensus
    shadowAdoption = integration.shadowAdoption
    chances = integration.chances
    tally = Tally(
      yes: Spread(chances: integration.distribution(of: .yes)),
      no: Spread(chances: integration.distribution(of: .no)),
      abstain: Spread(chances: integration.distribution(of: .abstain)),
      // No shock moves who is in the room.
      absent: Spread(ofIndependent: electorate.voters.map(\.absence))
    )
  }
}
