/// What somebody present does, as chances, given the odds of leaning towards yes.
struct Stance {
  let yes: Double
  let no: Double
  let abstain: Double

  /// Takes the odds, exp(z), and those at the edge of indifference, exp(indifference).
  ///
  /// Noise is logistic, so that odds multiply and no exponential is left to compute; nothing is
  /// taken from anything nearly as large.
  init(odds: Double, edge: Double) {
    let inverse = 1 / edge
    let toEdge = 1 / (odds + edge)
    let toInverse = 1 / (odds + inverse)
    yes = odds * toEdge
    no = inverse * toInverse
    abstain = (odds * toInverse) * ((edge - inverse) * toEdge)
  }

  /// How the chance of a yes rises with z.
  var yesSlope: Double { yes * (1 - yes) }
  /// How the chance of a no rises with z; never above 0.
  var noSlope: Double { -no * (1 - no) }
}
