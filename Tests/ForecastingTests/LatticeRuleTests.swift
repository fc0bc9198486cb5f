import Testing

@testable import Forecasting

struct LatticeRuleTests {
  @Test(arguments: [16, 64, 100, 256, 1_000])
  func `each coordinate alone takes equally spaced values`(count: Int) {
    let rule = LatticeRule(points: count, dimensions: 12, seed: 3)
    for dimension in 0..<12 {
      let values = (0..<count).map { rule[$0][dimension] }.sorted()
      #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
      for (low, high) in zip(values, values.dropFirst()) {
        #expect(((high - low) * Double(count) - 1).magnitude < 1e-9)
      }
    }
  }

  @Test func `the points follow from the seed`() {
    let rules = [1, 1, 2].map { LatticeRule(points: 64, dimensions: 5, seed: $0) }
    #expect(rules[0][17] == rules[1][17])
    #expect(rules[0][17] != rules[2][17])
  }

  /// The mean square error of averages of a function whose mean is 1, over twenty seeds.
  private func error(
    of function: ([Double]) -> Double,
    over points: (UInt64) -> [[Double]]
  ) -> Double {
    (1...20).reduce(0.0) { sum, seed in
      let values = points(UInt64(seed)).map(function)
      let error = values.reduce(0, +) / Double(values.count) - 1
      return sum + error * error / 20
    }
  }

  @Test(arguments: [64, 256, 1_024])
  func `averages over the points are far nearer than over points drawn one by one`(count: Int) {
    let dimensions = 12
    let functions: [([Double]) -> Double] = [
      { $0.reduce(1.0) { $0 + ($1 - 0.5) } },
      { $0.enumerated().reduce(1) { $0 * (1 + ($1.element - 0.5) / Double($1.offset + 1)) } },
      // A curve as steep as a vote that can go either way; its mean is 1/2 by symmetry.
      { point in
        let leaning = point.reduce(0) { $0 + Elementary.normalQuantile($1) } / 2
        return 2 * Elementary.logistic(leaning)
      },
    ]
    for function in functions {
      let even = error(of: function) { seed in
        let rule = LatticeRule(points: count, dimensions: dimensions, seed: seed)
        return (0..<count).map { rule[$0] }
      }
      let drawn = error(of: function) { seed in
        var chance = SeededGenerator(seed: seed, purpose: "points")
        return (0..<count).map { _ in (0..<dimensions).map { _ in chance.uniform() } }
      }
      #expect(even < drawn / 4)
    }
  }

  @Test func `one point and no dimension are rules too`() {
    #expect(LatticeRule(points: 1, dimensions: 3, seed: 1)[0].count == 3)
    #expect(LatticeRule(points: 8, dimensions: 0, seed: 1)[7].isEmpty)
  }

  @Test(arguments: [
    (0.5, 0), (0.841344746068543, 1), (0.975, 1.959963984540054), (0.001, -3.090232306167813),
    (0.02, -2.053748910631823), (1e-10, -6.361340902404056), (0.99, 2.326347874040841),
  ])
  func `quantiles of the normal distribution are those of tables`(chance: Double, value: Double) {
    #expect((Elementary.normalQuantile(chance) - value).magnitude < 1e-8)
    #expect((Elementary.normalQuantile(1 - chance) + value).magnitude < 1e-5)
  }

  @Test func `quantiles of the normal distribution are finite at the ends`() {
    #expect(Elementary.normalQuantile(0) < -8)
    #expect(Elementary.normalQuantile(1) > 8)
  }
}
