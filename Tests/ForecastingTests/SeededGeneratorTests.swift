import Forecasting
import Testing

struct SeededGeneratorTests {
  @Test(
    arguments: [
      (UInt64.min, "", [0x5b21_f68f_fa77_f14c, 0xacf0_460c_6cc0_9c67, 0x1e3a_31b2_19d0_d222]),
      (1, "vote/draft/1", [0xe08e_8f36_5945_c6e5, 0xf491_a304_7b09_4bd1, 0x9d57_734d_98b3_1e55]),
      (.max, "agree/P1/3", [0xca20_ff82_d7ce_6526, 0x42bc_8297_5e40_8898, 0x20a5_62f7_1a02_fd85]),
    ] as [(UInt64, String, [UInt64])]
  )
  func `the first draws never change`(seed: UInt64, purpose: String, draws: [UInt64]) {
    var chance = SeededGenerator(seed: seed, purpose: purpose)
    #expect([chance.next(), chance.next(), chance.next()] == draws)
  }

  @Test func `two purposes and two seeds share no draw and no trend`() {
    let sources = [(1, "vote/P1/1"), (1, "vote/P1/2"), (2, "vote/P1/1"), (1, "agree/P1/1")]
    let draws = sources.map { seed, purpose in
      var chance = SeededGenerator(seed: UInt64(seed), purpose: purpose)
      return (0..<4_000).map { _ in chance.uniform() - 0.5 }
    }
    for first in draws.indices {
      for second in draws.indices where second > first {
        #expect(Set(draws[first]).isDisjoint(with: draws[second]))
        // The mean product of independent draws is 0 with a standard error of 1/12/sqrt(4000).
        let product = zip(draws[first], draws[second]).reduce(0) { $0 + $1.0 * $1.1 } / 4_000
        #expect(product.magnitude < 4.0 / 12 / 4_000.0.squareRoot())
      }
    }
  }

  @Test(arguments: [1, 2, 3, 6, 10, 193] as [UInt64])
  func `a whole number below a bound is even over all that it can be`(bound: UInt64) {
    var chance = SeededGenerator(seed: 5, purpose: "below \(bound)")
    let draws = 200 * bound
    var counts = [Double](repeating: 0, count: Int(bound))
    for _ in 0..<draws {
      let draw = chance.next(below: bound)
      #expect(draw < bound)
      counts[Int(draw)] += 1
    }
    // Chi-squared has mean `bound - 1` and variance twice that.
    let freedom = Double(bound - 1)
    let squares = counts.reduce(0) { $0 + ($1 - 200) * ($1 - 200) / 200 }
    #expect(squares <= freedom + 4 * (2 * freedom).squareRoot())
  }

  @Test func `a bound that divides the range badly is kept`() {
    var chance = SeededGenerator(seed: 5, purpose: "large")
    let bound = UInt64.max / 2 + 2
    for _ in 0..<1_000 { #expect(chance.next(below: bound) < bound) }
    #expect(chance.next(below: .max) < .max)
  }

  @Test func `uniform numbers lie inside the unit interval with its mean and variance`() {
    var chance = SeededGenerator(seed: 3, purpose: "uniform")
    let draws = (0..<20_000).map { _ in chance.uniform() }
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    expect(draws, mean: 0.5, variance: 1.0 / 12, fourth: 1.0 / 80)
  }

  @Test func `normal numbers have the moments of the normal distribution`() {
    var chance = SeededGenerator(seed: 3, purpose: "normal")
    expect((0..<20_000).map { _ in chance.normal() }, mean: 0, variance: 1, fourth: 3)
  }

  @Test func `logistic numbers have the moments of the logistic distribution`() {
    var chance = SeededGenerator(seed: 3, purpose: "logistic")
    let square = Double.pi * .pi
    expect(
      (0..<20_000).map { _ in chance.logistic() },
      mean: 0,
      variance: square / 3,
      fourth: 7 * square * square / 15
    )
  }

  /// Holds the mean and the variance of draws to four standard errors; `fourth` is the fourth
  /// central moment, on which the error of the variance rests.
  private func expect(_ draws: [Double], mean: Double, variance: Double, fourth: Double) {
    let count = Double(draws.count)
    let found = draws.reduce(0, +) / count
    let spread = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    #expect((found - mean).magnitude < 4 * (variance / count).squareRoot())
    #expect(
      (spread - variance).magnitude < 4 * ((fourth - variance * variance) / count).squareRoot()
    )
  }
}
