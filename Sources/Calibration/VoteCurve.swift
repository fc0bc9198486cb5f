import Forecasting

/// How the chance of each answer in one vote goes with where a state stands.
///
/// The utility of a yes is the product of point and discrimination plus a logistic shock; a state
/// says no below the lower cutpoint, yes above the upper one, and abstains between them (Bailey,
/// Strezhnev and Voeten 2017, with a logistic shock in place of a normal one).
public struct VoteCurve: Sendable, Equatable {
  /// How sharply the vote parts the states along each dimension, of either sign; the second is 0
  /// where there is one dimension.
  public internal(set) var discrimination: SIMD2<Double>
  /// The utility at which no turns into abstention.
  public internal(set) var lower: Double
  /// The utility at which abstention turns into yes, above `lower`.
  public internal(set) var upper: Double

  /// Describes a curve.
  public init(discrimination: SIMD2<Double>, lower: Double, upper: Double) {
    self.discrimination = discrimination
    self.lower = lower
    self.upper = upper
  }

  /// The chances of the answers of a state at a point, in the order of `Answer`; they sum to 1.
  public func chances(at point: SIMD2<Double>) -> [Double] {
    let utility = (discrimination * point).sum()
    let no = Elementary.logistic(lower - utility)
    let yes = Elementary.logistic(utility - upper)
    return [no, max(0, 1 - no - yes), yes]
  }

  /// The likeliest answer of a state at a point; of equally likely ones the lowest.
  public func likeliest(at point: SIMD2<Double>) -> Answer {
    let chances = chances(at: point)
    return Answer.allCases.reduce(.no) { chances[$1.rawValue] > chances[$0.rawValue] ? $1 : $0 }
  }

  /// The derivatives of the log of an answer's chance.
  func slopes(of answer: Answer, at point: SIMD2<Double>) -> Slopes {
    let utility = (discrimination * point).sum()
    switch answer {
    case .no:
      let below = Elementary.logistic(lower - utility)
      return Slopes(lower: 1 - below, upper: 0, lower2: -below * (1 - below), mixed: 0, upper2: 0)
    case .yes:
      let below = Elementary.logistic(upper - utility)
      return Slopes(lower: 0, upper: -below, lower2: 0, mixed: 0, upper2: -below * (1 - below))
    case .abstain:
      // The chance is F(upper)·(1 − F(lower))·(1 − exp(lower − upper)), of which no difference of
      // nearly equal numbers has to be taken.
      let first = Elementary.logistic(lower - utility)
      let second = Elementary.logistic(upper - utility)
      let narrow = 1 / (Elementary.exp(upper - lower) - 1)
      let bend = narrow * (1 + narrow)
      return Slopes(
        lower: -first - narrow,
        upper: 1 - second + narrow,
        lower2: -first * (1 - first) - bend,
        mixed: bend,
        upper2: -second * (1 - second) - bend
      )
    }
  }
}

/// First and second derivatives of the log of a chance by the two cutpoints; those by the utility
/// follow, since it counts against both.
struct Slopes {
  let lower: Double
  let upper: Double
  let lower2: Double
  let mixed: Double
  let upper2: Double

  /// By the utility.
  var utility: Double { -(lower + upper) }
  /// By the utility twice.
  var utility2: Double { lower2 + 2 * mixed + upper2 }
  /// By the utility and the lower cutpoint.
  var utilityLower: Double { -(lower2 + mixed) }
  /// By the utility and the upper cutpoint.
  var utilityUpper: Double { -(mixed + upper2) }
}
