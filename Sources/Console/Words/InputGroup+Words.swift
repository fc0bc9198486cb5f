import Forecasting
import Treaty

extension InputGroup {
  /// What the inputs are, in a few words.
  var words: String {
    switch self {
    case .codedPositions: "positions, coded"
    case .blocPositions: "positions, of groups"
    case .imputedPositions: "positions, imputed"
    case .placements: "where clauses stand"
    case .saliences: "who cares about what"
    case .world: "the world without a treaty"
    case .failure: "what failure leads to"
    case .wish: "the wish for a treaty"
    case .sensitivity: "how much a gain counts"
    case .indifference: "who abstains"
    case .shocks: "moods of room and blocs"
    case .blocking: "what it takes to block"
    case .callVote: "if it goes to a vote"
    case .criticism: "what criticism weighs"
    }
  }

  /// How far off they are taken to be: a standard deviation (`sd`), or how far a range goes to either side.
  func error(in scenario: Scenario) -> String {
    let spread = scenario.spread
    func points(_ spread: Double) -> String { "sd \(Figures.place(spread)) points" }
    func part(_ range: Double) -> String { "±\(Figures.hundredths(range)) %" }
    return switch self {
    case .codedPositions: points(spread.coded)
    case .blocPositions: points(spread.bloc)
    case .imputedPositions: points(spread.imputed)
    case .placements:
      points((spread.clause * spread.clause + spread.wording * spread.wording).squareRoot())
    case .saliences: "sd \(Figures.hundredths(InputRange.saliences(in: scenario))) %"
    case .world: points(InputRange.world(in: scenario))
    case .failure: "±\(Figures.hundredths(InputRange.failure)) in 100"
    case .wish: "±\(Figures.decimal(InputRange.wish, decimals: 1))"
    case .sensitivity: part(InputRange.sensitivity)
    case .indifference: part(InputRange.indifference)
    case .shocks: part(InputRange.shocks)
    case .blocking:
      "±\(Figures.decimal(InputRange.blocking, decimals: 0)), ±\(Figures.hundredths(InputRange.shadow)) %"
    case .callVote: "±\(Figures.hundredths(InputRange.callVote)) in 100"
    case .criticism: part(InputRange.criticism)
    }
  }
}
