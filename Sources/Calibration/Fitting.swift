/// Points and curves on their way to the likeliest, by expectation and maximisation.
///
/// Each round takes the points as normal about where they are now, improves the curves on average
/// over that (by Newton steps), then puts each point where it is likeliest under the new curves, and
/// lastly sets the middle, the unit and the axes anew, which the votes leave open.
struct Fitting {
  let rolls: RollCalls
  let dimensions: Dimensions
  /// Where each state stands.
  private(set) var points: [SIMD2<Double>]
  private(set) var curves: [VoteCurve]
  /// How unsure each point is under the curves: two columns whose products with themselves sum to
  /// the covariance.
  private var spreads: [(SIMD2<Double>, SIMD2<Double>)]
  /// How many rounds were made.
  private(set) var rounds = 0
  /// Whether the last round moved no point by more than `tolerance`.
  private(set) var isSettled = false

  private let castsInVotes: [[RollCalls.Cast]]
  private let castsOfStates: [[RollCalls.Cast]]

  /// Standard deviation of discriminations before a vote is seen; judgement, wide: the odds of a yes
  /// then change sevenfold over one standard deviation of the states.
  static let priorDiscrimination = 2.0
  /// Answers of each kind, at the middle of the room, that each vote is taken to have besides its
  /// own, so that a unanimous vote has cutpoints too; judgement, small beside one answer.
  static let pseudoAnswers = 0.1
  /// How unsure a point is taken to be at first, in standard deviations of the states.
  private static let firstSpread = 0.1
  /// A step of Newton's goes no further than this, in any coordinate.
  static let longestStep = 2.0
  /// The largest move of a point, in standard deviations, that counts as none.
  private static let tolerance = 1e-5
  private static let mostRounds = 500

  /// Fits a table in which every state took part in some vote.
  init(of rolls: RollCalls, in dimensions: Dimensions) {
    self.rolls = rolls
    self.dimensions = dimensions
    points = PrincipalAxes.points(of: rolls, in: dimensions)
    castsInVotes = (0..<rolls.votes).map(rolls.casts(in:))
    castsOfStates = (0..<rolls.states).map(rolls.casts(of:))
    curves = Array(repeating: .start, count: rolls.votes)
    let second = dimensions == .one ? 0 : Self.firstSpread
    spreads = Array(
      repeating: (SIMD2(Self.firstSpread, 0), SIMD2(0, second)),
      count: rolls.states
    )
    standardise(withSpreads: false)
    while rounds < Self.mostRounds, !isSettled { improve() }
    standardise(withSpreads: false)
  }

  private mutating func improve() {
    rounds += 1
    let before = points
    let around = neighbourhoods
    for vote in curves.indices {
      for _ in 0..<2 {
        curves[vote] = curves[vote].stepped(towards: castsInVotes[vote], over: around)
      }
    }
    for state in points.indices {
      for _ in 0..<2 { stepPoint(state) }
    }
    standardise(withSpreads: true)
    let move = zip(before, points).map { ($0 - $1).replacing(with: $1 - $0, where: $0 .< $1).max() }
    isSettled = move.allSatisfy { $0 <= Self.tolerance }
  }

  /// For each state the points, of one weight, that have the mean and covariance of its own.
  private var neighbourhoods: [[SIMD2<Double>]] {
    let reach = Double(dimensions.rawValue).squareRoot()
    return zip(points, spreads).map { point, spread in
      let columns = dimensions == .one ? [spread.0] : [spread.0, spread.1]
      return columns.flatMap { [point + reach * $0, point - reach * $0] }
    }
  }

  private mutating func stepPoint(_ state: Int) {
    let point = points[state]
    var gradient = -point
    var information = Square(1, 0, 1)
    for cast in castsOfStates[state] {
      let curve = curves[cast.place]
      let slopes = curve.slopes(of: cast.answer, at: point)
      gradient += slopes.utility * curve.discrimination
      information.add(-slopes.utility2, along: curve.discrimination)
    }
    let step = information.solution(of: gradient)
    let longest = max(step.x.magnitude, step.y.magnitude)
    points[state] = point + (longest > Self.longestStep ? Self.longestStep / longest : 1) * step
    spreads[state] = information.spread
  }

  /// Puts the middle of the states at 0 and their standard deviations at 1, with the first dimension
  /// where the discriminations are largest, and changes no chance.
  private mutating func standardise(withSpreads: Bool) {
    let count = Double(points.count)
    let middle = points.reduce(SIMD2.zero, +) / count
    var square = Square(0, 0, 0)
    for place in points.indices {
      square.add(1 / count, along: points[place] - middle)
      if withSpreads {
        square.add(1 / count, along: spreads[place].0)
        square.add(1 / count, along: spreads[place].1)
      }
    }
    if dimensions == .one { square = Square(square.first, 0, 1) }
    let root = square.root
    var discriminations = Square(0, 0, 0)
    for curve in curves { discriminations.add(1, along: root.transposed(curve.discrimination)) }
    let axis = dimensions == .one ? SIMD2(1, 0) : discriminations.axis
    let turned = { (value: SIMD2<Double>) in
      SIMD2((axis * value).sum(), axis.x * value.y - axis.y * value.x)
    }
    for place in curves.indices {
      let shift = (curves[place].discrimination * middle).sum()
      curves[place] = VoteCurve(
        discrimination: turned(root.transposed(curves[place].discrimination)),
        lower: curves[place].lower - shift,
        upper: curves[place].upper - shift
      )
    }
    for place in points.indices {
      points[place] = turned(root.divided(points[place] - middle))
      spreads[place] = (
        turned(root.divided(spreads[place].0)), turned(root.divided(spreads[place].1))
      )
    }
  }
}
