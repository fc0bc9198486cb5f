public import Treaty

/// Where the text will land on an issue, from positions and influence.
public struct Landing: Sendable {
  /// Where the text on the table stands, 0...100: the mean of its clauses by what each counts.
  public let now: Double
  /// Where it would land.
  public let compromise: Compromise
  /// Where nine of ten reruns put the mean, 0...100.
  public let meanRange: ClosedRange<Double>
  /// Where nine of ten reruns put the median, 0...100.
  public let medianRange: ClosedRange<Double>

  /// Weighs the delegations against each other, and again with the inputs of reruns.
  public init(
    of text: TreatyText,
    on issue: Int,
    in scenario: Scenario,
    reruns: [Rerun],
    saliences: Bargainer.Saliences = .equal
  ) {
    now = Landing.place(of: text, on: issue, in: scenario)
    compromise = Compromise(among: Bargainer.all(on: issue, in: scenario, saliences))
    let drawn = reruns.enumerated().map { number, rerun in
      Compromise(among: Bargainer.drawn(number, on: issue, in: rerun, saliences))
    }
    meanRange = Landing.middle(of: drawn.map(\.mean), around: compromise.mean)
    medianRange = Landing.middle(of: drawn.map(\.median), around: compromise.median)
  }

  /// Where a text stands on an issue, 0...100.
  public static func place(of text: TreatyText, on issue: Int, in scenario: Scenario) -> Double {
    scenario.clauses.indices.reduce(0) { sum, clause in
      let share = scenario.shares[clause][issue]
      guard share > 0 else { return sum }
      return sum + share * scenario.placements(of: text.provisions[clause], at: clause)[issue]
    }
  }

  /// The range of the middle nine of ten values; of one value where there are none.
  static func middle(of values: [Double], around value: Double) -> ClosedRange<Double> {
    let ordered = values.sorted()
    let cut = ordered.count / 20
    guard let low = ordered.dropFirst(cut).first, let high = ordered.dropLast(cut).last else {
      return value...value
    }
    return low...high
  }
}
