import Foundation
import Testing

@testable import Forecasting

struct ElementaryTests {
  @Test func `the exponential is the C library's to 1e-15`() {
    var x = -700.0
    while x <= 700 {
      let own = Elementary.exp(x)
      #expect(abs(own / Foundation.exp(x) - 1) <= 1e-15, "exp(\(x))")
      x += 0.37109375
    }
    for x in [-1e-3, -1e-9, -1e-300, 0, 1e-300, 1e-9, 1e-3, 0.3465735902799726, 0.3465735902799727]
    {
      #expect(abs(Elementary.exp(x) / Foundation.exp(x) - 1) <= 1e-15, "exp(\(x))")
    }
  }

  @Test func `the logarithm is the C library's to 1e-15`() {
    var x = 1e-300
    while x < 1e300 {
      let expected = Foundation.log(x)
      #expect(abs(Elementary.log(x) - expected) <= 1e-15 * abs(expected), "log(\(x))")
      x *= 1.3734
    }
    for x in [0.5, 0.7071, 0.7072, 0.99, 0.999999999, 1.000000001, 1.01, 1.4142, 1.4143, 2] {
      let expected = Foundation.log(x)
      #expect(abs(Elementary.log(x) - expected) <= 1e-15 * abs(expected), "log(\(x))")
    }
  }

  @Test func `the ends of the scale are what IEEE arithmetic makes of them`() {
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(-746) == 0)
    #expect(Elementary.exp(-740) > 0)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(abs(Elementary.log(0x1p-1070) / Foundation.log(0x1p-1070) - 1) <= 1e-15)
  }

  @Test func `the logistic function has no cancellation at either end`() {
    for x in [-700.0, -40, -3, -1e-8, 0, 1e-8, 3, 40, 700] {
      let odds = Foundation.exp(-abs(x))
      let expected = (x < 0 ? odds : 1) / (1 + odds)
      #expect(abs(Elementary.logistic(x) / expected - 1) <= 2e-15, "logistic(\(x))")
      #expect(abs(Elementary.logistic(x) + Elementary.logistic(-x) - 1) <= 1e-15)
    }
  }
}
