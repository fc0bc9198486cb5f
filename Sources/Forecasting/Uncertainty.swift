public import Treaty

/// What would become of a text if its inputs were others: all of them drawn at once, and each group alone.
///
/// Nothing here is random but the inputs: in each draw the chances are computed as exactly as in a forecast.
public struct Uncertainty: Sendable {
  /// What is computed, run by run; the runs may be computed in any order.
  public struct Plan: Sendable {
    /// The groups of inputs that can be off here, in their order.
    public let groups: [InputGroup]
    /// How often all inputs are drawn at once, 1 or more.
    public let draws: Int
    /// How often each group is drawn alone, 0 or more.
    public let drawsAlone: Int

    private let text: TreatyText
    private let scenario: Scenario
    private let circumstances: Circumstances
    private let rule: VotingRule
    private let seed: UInt64
    private let together: LatticeRule
    private let alone: LatticeRule

    /// Plans so many draws of all inputs of a forecast, by the body's rule unless another is given.
    public init(
      of text: TreatyText,
      in scenario: Scenario,
      under circumstances: Circumstances,
      rule: VotingRule? = nil,
      draws: Int,
      alone drawsAlone: Int,
      seed: UInt64
    ) {
      self.text = text
      self.scenario = scenario
      self.circumstances = circumstances
      self.rule = rule ?? scenario.body.rule
      self.draws = draws
      self.drawsAlone = drawsAlone
      self.seed = seed
      groups = InputGroup.all(in: scenario, under: circumstances)
      let dimensions = InputDraw.dimensions(in: scenario)
      together = LatticeRule(points: draws, dimensions: dimensions, seed: seed)
      alone = LatticeRule(points: max(drawsAlone, 1), dimensions: dimensions, seed: seed)
    }

    /// How many runs there are: one as estimated, then the draws of all inputs, then those of each group.
    public var runs: Int { 1 + draws + drawsAlone * groups.count }

    /// What comes of a run, by its number from 0 on.
    public func outcome(of run: Int) -> TextOutcome {
      switch run {
      case 0: outcome(with: [], at: [], number: 0)
      case 1...draws: outcome(with: groups, at: together[run - 1], number: run - 1)
      default:
        outcome(
          with: [groups[(run - 1 - draws) / drawsAlone]],
          at: alone[(run - 1 - draws) % drawsAlone],
          number: (run - 1 - draws) % drawsAlone
        )
      }
    }

    private func outcome(with drawn: [InputGroup], at point: [Double], number: Int) -> TextOutcome {
      let draw = InputDraw(
        number,
        at: point,
        seed: seed,
        of: drawn,
        in: scenario,
        under: circumstances
      )
      return TextOutcome(
        of: draw.text(text),
        in: draw.scenario,
        under: draw.circumstances,
        rule: rule
      )
    }
  }

  /// What comes of it with the inputs as they are.
  public let estimate: TextOutcome
  /// What comes of it in each draw of all inputs.
  public let draws: [TextOutcome]
  /// What comes of it in each draw of one group, all else as it is.
  public let alone: [(group: InputGroup, outcomes: [TextOutcome])]

  /// Sorts what the runs of a plan came to, in the order of their numbers.
  public init(of plan: Plan, from outcomes: [TextOutcome]) {
    precondition(outcomes.count == plan.runs, "every run has an outcome")
    estimate = outcomes[0]
    draws = Array(outcomes[1...plan.draws])
    alone = plan.groups.enumerated().map { place, group in
      let start = 1 + plan.draws + place * plan.drawsAlone
      return (group, Array(outcomes[start..<(start + plan.drawsAlone)]))
    }
  }

  /// Computes all runs of a plan, one after another.
  public init(of plan: Plan) {
    self.init(of: plan, from: (0..<plan.runs).map { plan.outcome(of: $0) })
  }
}
