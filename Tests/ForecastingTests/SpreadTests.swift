import Testing

@testable import Forecasting

struct SpreadTests {
  @Test func `a quantile is the smallest count that is not passed often enough`() {
    let spread = Spread(chances: [0.05, 0.4, 0.05, 0.4, 0.05, 0.05])
    #expect(spread.p05 == 0)
    #expect(spread.p50 == 2)
    #expect(spread.p95 == 4)
    let later = Spread(chances: [0.04, 0.45, 0.02, 0.4, 0.03, 0.06])
    #expect(later.p05 == 1)
    #expect(later.p50 == 2)
    #expect(later.p95 == 5)
  }

  @Test func `mean and deviation are those of the distribution`() {
    let spread = Spread(chances: [0.5, 0, 0, 0, 0.5])
    #expect(spread.mean == 2)
    #expect(spread.sd == 2)
    #expect(Spread(chances: [1]).sd == 0)
  }
}
