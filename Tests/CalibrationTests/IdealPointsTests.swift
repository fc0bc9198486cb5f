import Calibration
import Testing

@Suite struct IdealPointsTests {
  @Test func `points that votes were drawn from are found again`() throws {
    let known = Simulated(states: 80, votes: 120)
    let ideal = try IdealPoints(fitting: known.rolls, high: [known.highest(along: 0)])
    let found = ideal.points.map(\.place.x)
    #expect(try #require(correlation(found, known.points.map(\.x))) > 0.98)
    let largest = zip(found, known.points).map { ($0 - $1.x).magnitude }.max()
    #expect(try #require(largest) < 0.8)
    #expect(ideal.isSettled)
  }

  @Test func `two dimensions are found again`() throws {
    let known = Simulated(states: 80, votes: 160, in: .two)
    let ideal = try IdealPoints(
      fitting: known.rolls,
      in: .two,
      high: [known.highest(along: 0), known.highest(along: 1)]
    )
    for dimension in 0..<2 {
      let found = ideal.points.map { $0.place[dimension] }
      let truth = known.points.map { $0[dimension] }
      #expect(try #require(correlation(found, truth)) > 0.95)
    }
    let (first, second) = (ideal.points.map(\.place.x), ideal.points.map(\.place.y))
    #expect(try #require(correlation(first, second)).magnitude < 1e-9)
    #expect(ideal.isSettled)
  }

  @Test func `points have mean 0 and standard deviation 1`() throws {
    let ideal = try IdealPoints(fitting: Simulated(states: 40, votes: 30, missing: 0.3).rolls)
    let places = ideal.points.map(\.place.x)
    #expect((places.reduce(0, +) / 40).magnitude < 1e-9)
    #expect((places.reduce(0) { $0 + $1 * $1 } / 40 - 1).magnitude < 1e-9)
  }

  @Test func `missing cells widen the error and leave the points where they are`() throws {
    let full = Simulated(states: 80, votes: 120)
    let holed = Simulated(states: 80, votes: 120, missing: 0.5)
    let all = try IdealPoints(fitting: full.rolls, high: [full.highest(along: 0)])
    let half = try IdealPoints(fitting: holed.rolls, high: [holed.highest(along: 0)])
    let truth = holed.points.map(\.x)
    #expect(try #require(correlation(half.points.map(\.place.x), truth)) > 0.97)
    let mean = { (ideal: IdealPoints) in ideal.points.reduce(0) { $0 + $1.error.x } / 80 }
    #expect(mean(half) > 1.2 * mean(all))
  }

  @Test func `votes in which all answer alike change little`() throws {
    let known = Simulated(states: 60, votes: 100)
    let alone = try IdealPoints(fitting: known.rolls)
    let kinds: [Answer] = [.yes, .abstain, .no]
    let more = RollCalls(
      (0..<60).map { state in (0..<100).map { known.rolls[state, $0] } + kinds }
    )
    let together = try IdealPoints(fitting: more, high: alone.high)
    let places = (alone.points.map(\.place.x), together.points.map(\.place.x))
    #expect(try #require(correlation(places.0, places.1)) > 0.999)
    for (vote, kind) in zip(100..., kinds) {
      let curve = together.curves[vote]
      #expect(curve.lower < curve.upper)
      #expect(together.points.allSatisfy { curve.likeliest(at: $0.place) == kind })
    }
  }

  @Test func `a state that never votes stands where nothing is known, with error 1`() throws {
    var rows = Simulated(states: 40, votes: 60).rolls
    for vote in 0..<60 { rows[7, vote] = nil }
    let ideal = try IdealPoints(fitting: rows)
    #expect(ideal.points[7].place == .zero)
    #expect(ideal.points[7].error.x == 1)
    #expect(ideal.points[7].answers == 0)
    #expect(ideal.points.enumerated().allSatisfy { $0 == 7 || $1.error.x < 0.6 })
  }

  @Test func `the same table gives the same bits`() throws {
    let rolls = Simulated(states: 50, votes: 60, in: .two, missing: 0.1).rolls
    #expect(try IdealPoints(fitting: rolls, in: .two) == IdealPoints(fitting: rolls, in: .two))
  }

  @Test func `the order of the states changes nothing but rounding`() throws {
    let known = Simulated(states: 50, votes: 60)
    let backwards = RollCalls(
      (0..<50).reversed().map { state in (0..<60).map { known.rolls[state, $0] } }
    )
    let one = try IdealPoints(fitting: known.rolls, high: [0])
    let other = try IdealPoints(fitting: backwards, high: [49])
    for (left, right) in zip(one.points, other.points.reversed()) {
      #expect((left.place.x - right.place.x).magnitude < 1e-3)
      #expect((left.error.x - right.error.x).magnitude < 1e-3)
    }
  }

  @Test func `the named state is at the high end`() throws {
    let rolls = Simulated(states: 30, votes: 40).rolls
    for state in 0..<5 {
      #expect(try IdealPoints(fitting: rolls, high: [state]).points[state].place.x > 0)
    }
  }

  @Test func `a table that parts nobody is refused`() {
    let unanimous = RollCalls(Array(repeating: [.yes, .abstain, .no], count: 10))
    #expect(throws: Unfittable.tooFewDivisions(0, needed: 2)) {
      try IdealPoints(fitting: unanimous)
    }
    let empty = RollCalls(Array(repeating: [nil, nil], count: 10))
    #expect(throws: Unfittable.tooFewStates(0, needed: 3)) { try IdealPoints(fitting: empty) }
  }

  /// Over draws about 95 in 100 true places lie within 1.96 standard errors.
  @Test(arguments: Dimensions.allCases)
  func `standard errors cover at about the stated rate`(dimensions: Dimensions) throws {
    var inside = 0
    var total = 0
    for seed in 1...4 as ClosedRange<UInt64> {
      let known = Simulated(states: 60, votes: 60, in: dimensions, missing: 0.2, seed: seed)
      let ends = (0..<dimensions.rawValue).map(known.highest(along:))
      let ideal = try IdealPoints(fitting: known.rolls, in: dimensions, high: ends)
      for (point, truth) in zip(ideal.points, known.points) {
        for dimension in 0..<dimensions.rawValue {
          let distance = (point.place[dimension] - truth[dimension]).magnitude
          total += 1
          if distance < 1.96 * point.error[dimension] { inside += 1 }
        }
      }
    }
    #expect((0.91...0.98).contains(Double(inside) / Double(total)))
  }
}
