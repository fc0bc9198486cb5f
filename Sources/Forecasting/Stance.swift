/// What somebody present does, as chances, given the odds of leaning towards yes.
public struct Stance: Sendable {
  /// The chance of a yes, 0...1.
  public let yes: Double
  /// The chance of a no, 0...1.
  public let no: Double
  /// The chance of abstaining, 0...1.
  public let abstain: Double

  /// Takes the odds, exp(z), and those at the edge of indifference, exp(indifference).
  ///
  /// Noise is logistic, so that odds multiply and no exponential is left to compute; nothing is
  /// taken from anything nearly as large.
  public init(odds: Double, edge: Double) {
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
