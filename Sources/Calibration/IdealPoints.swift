/// How many dimensions states are placed in.
public enum Dimensions: Int, Sendable, CaseIterable {
  /// A line.
  case one = 1
  /// A plane.
  case two = 2
}

/// Why a table of votes cannot be fitted.
public enum Unfittable: Error, Sendable, Equatable {
  /// So many states took part in a vote, and so many are needed.
  case tooFewStates(Int, needed: Int)
  /// So many votes have answers of more than one kind, and so many are needed.
  case tooFewDivisions(Int, needed: Int)
}

/// Where states stand as their votes tell: an ordinal item-response model.
///
/// The points have mean 0 and standard deviation 1 over the states that took part, and with two
/// dimensions no correlation; the first is that along which votes part the states most.
public struct IdealPoints: Sendable, Equatable {
  /// Where a state stands.
  public struct Point: Sendable, Equatable {
    /// Its place along each dimension; the second is 0 where there is one.
    public let place: SIMD2<Double>
    /// The standard errors of that; the second is 0 where there is one dimension.
    public let error: SIMD2<Double>
    /// In how many votes it took part; with none the point is what is assumed, 0 with error 1.
    public let answers: Int
  }

  /// In how many dimensions.
  public let dimensions: Dimensions
  /// In the order of the table.
  public let points: [Point]
  /// How each vote parts the states, in the order of the table.
  public let curves: [VoteCurve]
  /// The state at whose side the high end of each dimension is.
  public let high: [Int]
  /// How many rounds of the search were made.
  public let rounds: Int
  /// Whether the search came to rest.
  public let isSettled: Bool

  /// Fits points to a table; `high` names states that shall stand above 0, dimension by dimension, and
  /// where it names none, it is the state that is furthest from 0.
  public init(
    fitting rolls: RollCalls,
    in dimensions: Dimensions = .one,
    high: [Int] = []
  ) throws(Unfittable) {
    let present = (0..<rolls.states).filter { rolls.answers(of: $0) > 0 }
    let divisions = (0..<rolls.votes).count(where: rolls.divides)
    let needed = dimensions.rawValue + 1
    guard present.count > needed else {
      throw .tooFewStates(present.count, needed: needed + 1)
    }
    guard divisions >= needed else { throw .tooFewDivisions(divisions, needed: needed) }
    let fitting = Fitting(of: rolls.only(present), in: dimensions)
    let errors = StandardErrors.of(fitting)
    var sign = SIMD2<Double>(1, 1)
    var ends: [Int] = []
    for dimension in 0..<dimensions.rawValue {
      let places = fitting.points.map { $0[dimension] }
      let named = dimension < high.count ? present.firstIndex(of: high[dimension]) : nil
      let end =
        named
        ?? places.indices.reduce(0) { places[$1].magnitude > places[$0].magnitude ? $1 : $0 }
      if places[end] < 0 { sign[dimension] = -1 }
      ends.append(present[end])
    }
    let unit = SIMD2(1, dimensions == .two ? 1.0 : 0)
    var points = Array(repeating: Point(place: .zero, error: unit, answers: 0), count: rolls.states)
    for (place, state) in present.enumerated() {
      points[state] = Point(
        place: sign * fitting.points[place],
        error: errors[place],
        answers: rolls.answers(of: state)
      )
    }
    self.dimensions = dimensions
    self.points = points
    self.high = ends
    curves = fitting.curves.map {
      VoteCurve(discrimination: sign * $0.discrimination, lower: $0.lower, upper: $0.upper)
    }
    rounds = fitting.rounds
    isSettled = fitting.isSettled
  }
}
