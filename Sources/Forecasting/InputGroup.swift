import Treaty

/// Inputs of an estimate that are known in one way, so that they may be off together.
public enum InputGroup: String, Sendable, CaseIterable {
  /// Positions coded from delegations' own statements.
  case codedPositions = "coded-positions"
  /// Positions taken from the group that speaks for a delegation.
  case blocPositions = "bloc-positions"
  /// Positions estimated from other votes and groupings.
  case imputedPositions = "imputed-positions"
  /// Where clauses and their wordings stand on the issues.
  case placements
  /// How much each delegation cares about each issue.
  case saliences
  /// Where the world stands without a treaty.
  case world
  /// The chance that failure leads to a worse text.
  case failure
  /// The general wish for a treaty.
  case wish
  /// How much a gain moves a vote.
  case sensitivity
  /// How wide the band is in which delegations abstain.
  case indifference
  /// How far moods of the room and of blocs reach.
  case shocks
  /// What it takes to block consensus.
  case blocking
  /// The chance that the bureau goes to a vote where consensus fails.
  case callVote = "call-vote"
  /// What public criticism weighs.
  case criticism

  /// The groups that can be off in a scenario, in their order.
  static func all(in scenario: Scenario, under circumstances: Circumstances) -> [InputGroup] {
    allCases.filter { $0.canBeOff(in: scenario, under: circumstances) }
  }

  private func canBeOff(in scenario: Scenario, under circumstances: Circumstances) -> Bool {
    let spread = scenario.spread
    func isDrawn(_ basis: Delegation.Basis) -> Bool {
      spread[basis] > 0 && scenario.delegations.contains { $0.basis == basis }
    }
    return switch self {
    case .codedPositions: isDrawn(.coded)
    case .blocPositions: isDrawn(.bloc)
    case .imputedPositions: isDrawn(.imputed)
    case .placements: spread.clause > 0 || spread.wording > 0
    case .saliences: InputRange.saliences(in: scenario) > 0 && scenario.issues.count > 1
    case .world: InputRange.world(in: scenario) > 0
    case .failure: circumstances.fallback != nil
    case .wish, .sensitivity, .indifference, .shocks: true
    case .blocking, .callVote: scenario.body.seeksConsensus
    case .criticism: scenario.model.pressure > 0 && circumstances.before != nil
    }
  }
}
