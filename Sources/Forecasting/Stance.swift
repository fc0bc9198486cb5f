/// What somebody present does, as chances, given the odds of leaning towards yes.
struct Stance {
  let yes: Double
  let no: Double
  let abstain: Double

  /// Takes the odds, exp(z), and those at the edge of indifference, exp(indifference).
  ///
  /// Noise is logistic, so that odds multiply and no exponential is left to compute.
  init(odds: Double, edge: Double) {
    yes = odds / (odds + edge)
    no = 1 / (1 + odds * edge)
    // yes and no taken from 1, without the cancellation.
    abstain = max(0, yes * (edge - 1 / edge) / (odds + 1 / edge))
  }

  /// How the chance of a yes rises with z.
  var yesSlope: Double { yes * (1 - yes) }
  /// How the chance of a no rises with z; never above 0.
  var noSlope: Double { -no * (1 - no) }
}
