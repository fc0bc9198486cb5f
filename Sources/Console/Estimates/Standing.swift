import Forecasting

/// Who would vote how, as far as can be said: a side is named where it is likelier than all else.
struct Standing: Sendable, Equatable {
  /// Where a delegation stands.
  enum Side: Sendable, Equatable {
    case favour
    case against
    case unsure
  }

  /// The side of each delegation, in the order of the scenario.
  let sides: [Side]

  init(of forecast: Forecast) {
    sides = forecast.chances.map(Standing.side)
  }

  /// The side of a delegation with these chances, if it is in the room.
  static func side(of chances: BallotChances) -> Side {
    let present = chances.yes + chances.no + chances.abstain
    if chances.yes > 0.5 * present { return .favour }
    return chances.no > 0.5 * present ? .against : .unsure
  }

  /// The delegations on one side, as places in the scenario.
  func on(_ side: Side) -> [Int] {
    sides.indices.filter { sides[$0] == side }
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
