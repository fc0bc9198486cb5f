/// Points spread evenly over a unit cube, to average over many inputs with few points: a lattice rule of rank one,
/// shifted by chance.
///
/// Point `k` is `k` times one vector of whole numbers, over the number of points and modulo 1, so that each
/// coordinate alone takes equally spaced values. The vector is built component by component (Sloan and Reztsov 2002):
/// each component is the one with which the worst case over smooth functions is least. The shift, after Cranley and
/// Patterson (1976), makes every point uniform over seeds.
struct LatticeRule {
  /// How many points there are.
  let count: Int
  /// The vector whose multiples the points are, each component 1 to `count` − 1.
  private let generator: [Int]
  /// What is added to every point, 0...1 by dimension.
  private let shift: [Double]

  /// Makes so many points, with those dimensions first in which evenness matters most; the seed decides the shift.
  init(points count: Int, dimensions: Int, seed: UInt64) {
    precondition(count > 0, "a rule has points")
    self.count = count
    generator = LatticeRule.generator(points: count, dimensions: dimensions)
    var chance = SeededGenerator(seed: seed, purpose: "lattice/\(count)")
    shift = (0..<dimensions).map { _ in chance.uniform() }
  }

  /// A point, by its number from 0 on: numbers between 0 and 1.
  subscript(number: Int) -> [Double] {
    zip(generator, shift).map { component, shift in
      let sum = Double(number * component % count) / Double(count) + shift
      return sum < 1 ? sum : sum - 1
    }
  }

  /// The components, each in its turn the best beside those before it; of equals the smallest.
  private static func generator(points count: Int, dimensions: Int) -> [Int] {
    let kernel = (0..<count).map { bernoulli(Double($0) / Double(count)) }
    // A component and its negative do alike.
    let candidates = (1...max(1, count / 2)).filter { isCoprime($0, count) }
    var products = Array(repeating: 1.0, count: count)
    return (1...max(1, dimensions)).prefix(dimensions).map { dimension in
      let weight = 1 / Double(dimension)
      func error(_ component: Int) -> Double {
        var sum = 0.0
        var place = 0
        for product in products {
          sum += product * kernel[place]
          place += component
          if place >= count { place -= count }
        }
        return sum
      }
      var best = (component: candidates[0], error: Double.infinity)
      for component in candidates {
        let error = error(component)
        if error < best.error { best = (component, error) }
      }
      for point in products.indices {
        products[point] *= 1 + weight * kernel[point * best.component % count]
      }
      return best.component
    }
  }

  /// The second polynomial of Bernoulli, of which the worst case is a sum of products.
  private static func bernoulli(_ x: Double) -> Double {
    x * x - x + 1 / 6
  }

  private static func isCoprime(_ number: Int, _ other: Int) -> Bool {
    var (large, small) = (max(number, other), min(number, other))
    while small > 0 { (large, small) = (small, large % small) }
    return large == 1
  }
}
