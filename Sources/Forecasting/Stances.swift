/// What somebody present does at several sums of the shocks, as chances.
struct Stances {
  let yes: Lanes
  let no: Lanes
  let abstain: Lanes

  /// Takes the odds, exp(z), and those at the edge of indifference, as `Stance` does.
  init(odds: Lanes, edge: Double) {
    let inverse = 1 / edge
    let toEdge = 1 / (odds + edge)
    let toInverse = 1 / (odds + inverse)
    yes = odds * toEdge
    no = inverse * toInverse
    abstain = (odds * toInverse) * ((edge - inverse) * toEdge)
  }

  /// How the chance of a yes rises with z.
  var yesSlope: Lanes { yes * (1 - yes) }
  /// How the chance of a no rises with z; never above 0.
  var noSlope: Lanes { -no * (1 - no) }
}
