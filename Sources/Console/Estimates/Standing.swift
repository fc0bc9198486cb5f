import Forecasting

/// Who would vote how, as far as can be said: a side is named where it is likelier than all else, and
/// called sure where it stays so when the estimate is run again with other inputs.
struct Standing: Sendable, Equatable {
  /// Where a delegation stands.
  enum Side: Sendable, Equatable {
    case favour
    case against
    case unsure
  }

  /// The side of each delegation, in the order of the scenario.
  let sides: [Side]
  /// In how many reruns each delegation falls on its side; nil where nothing was run again.
  let agreeing: [Int]?

  /// Takes the sides as the estimate has them.
  init(of forecast: Forecast) {
    sides = forecast.chances.map(Standing.side)
    agreeing = nil
  }

  /// Takes the sides as the estimate has them, and those that each rerun gave.
  init(of forecast: Forecast, reruns: [[Side]]) {
    let sides = forecast.chances.map(Standing.side)
    self.sides = sides
    agreeing = sides.indices.map { index in reruns.count { $0[index] == sides[index] } }
  }

  /// The side of a delegation with these chances, if it is in the room.
  static func side(of chances: BallotChances) -> Side {
    let present = chances.yes + chances.no + chances.abstain
    if chances.yes > 0.5 * present { return .favour }
    return chances.no > 0.5 * present ? .against : .unsure
  }

  /// The delegations on one side in the estimate, as places in the scenario.
  func on(_ side: Side) -> [Int] {
    sides.indices.filter { sides[$0] == side }
  }

  /// The delegations on one side of which that is sure.
  func surely(_ side: Side) -> [Int] {
    on(side).filter { isSure($0) }
  }

  /// The delegations that only lean to one side.
  func leaning(_ side: Side) -> [Int] {
    on(side).filter { !isSure($0) }
  }

  /// Whether a delegation's side stays the same with other inputs.
  func isSure(_ index: Int) -> Bool {
    agreeing.map { $0[index] >= Rerun.agreeing } ?? true
  }
}

extension BallotChances {
  /// The chances in words, of the delegation when present: `leans yes`, `undecided between yes and abstaining`.
  var words: String {
    let present = max(yes + no + abstain, .leastNormalMagnitude)
    let ranked = [("yes", yes / present), ("no", no / present), ("abstaining", abstain / present)]
    guard let first = ranked.max(by: { $0.1 < $1.1 }) else { return "cannot say" }
    if first.1 > 0.8 {
      return first.0 == "abstaining" ? "would abstain" : "would vote \(first.0)"
    }
    if first.1 > 0.5 {
      return first.0 == "abstaining" ? "leans to abstaining" : "leans \(first.0)"
    }
    let others = ranked.filter { $0.0 != first.0 }
    guard let second = others.max(by: { $0.1 < $1.1 }) else { return "cannot say" }
    return "undecided between \(first.0) and \(second.0)"
  }

  /// The chances as figures, of the delegation when present.
  var figures: String {
    let present = max(yes + no + abstain, .leastNormalMagnitude)
    let rest = 100 - Figures.rounded(100 * yes / present) - Figures.rounded(100 * no / present)
    let last = rest < 1 || rest > 99 ? Figures.hundredths(abstain / present) : String(rest)
    return "yes \(Figures.hundredths(yes / present)), no \(Figures.hundredths(no / present)), "
      + "abstain \(last) in 100"
  }
}
