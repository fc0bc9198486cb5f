/// Minimises a smooth function of many variables, by steps that remember how the slope changed (limited-memory BFGS,
/// Nocedal 1980; the step halves until the value falls as Armijo asks).
struct LimitedMemory {
  /// A value and its slopes.
  typealias Valued = (value: Double, slopes: [Double])

  /// The variables where the search ended.
  private(set) var place: [Double]
  /// The value there.
  private(set) var value: Double
  /// How many steps were taken.
  private(set) var steps = 0
  /// Whether the slopes came to rest.
  private(set) var isSettled = false

  /// Searches from a place.
  init(from start: [Double], atMost limit: Int, _ function: ([Double]) -> Valued) {
    place = start
    var here = function(start)
    value = here.value
    var memory: [(move: [Double], bend: [Double], weight: Double)] = []
    while steps < limit {
      if here.slopes.reduce(0, { max($0, $1.magnitude) }) < Self.rest {
        isSettled = true
        return
      }
      var direction = Self.direction(against: here.slopes, remembering: memory)
      var fall = Self.product(direction, here.slopes)
      if fall >= 0 {
        memory = []
        direction = here.slopes.map { -$0 }
        fall = Self.product(direction, here.slopes)
      }
      // The first step knows no scale: it goes no further than one unit in all.
      var length = memory.isEmpty ? min(1, 1 / (-fall).squareRoot()) : 1
      var next = zip(place, direction).map { $0 + length * $1 }
      var there = function(next)
      var halvings = 0
      while !(there.value <= here.value + Self.enough * length * fall), halvings < Self.halvings {
        length /= 2
        halvings += 1
        next = zip(place, direction).map { $0 + length * $1 }
        there = function(next)
      }
      guard there.value < here.value else {
        // Nothing is lower as far as rounding lets one see.
        isSettled = here.slopes.allSatisfy { $0.magnitude < Self.nearRest }
        return
      }
      let move = zip(next, place).map { $0 - $1 }
      let bend = zip(there.slopes, here.slopes).map { $0 - $1 }
      let weight = Self.product(move, bend)
      if weight > 1e-12 {
        memory.append((move, bend, weight))
        if memory.count > Self.memory { memory.removeFirst() }
      }
      place = next
      here = there
      value = there.value
      steps += 1
    }
  }

  /// The way to go: the slopes, seen through the changes that are remembered.
  private static func direction(
    against slopes: [Double],
    remembering memory: [(move: [Double], bend: [Double], weight: Double)]
  ) -> [Double] {
    var way = slopes.map { -$0 }
    var parts: [Double] = []
    for entry in memory.reversed() {
      let part = product(entry.move, way) / entry.weight
      parts.append(part)
      for place in way.indices { way[place] -= part * entry.bend[place] }
    }
    if let last = memory.last {
      let scale = last.weight / product(last.bend, last.bend)
      for place in way.indices { way[place] *= scale }
    }
    for (entry, part) in zip(memory, parts.reversed()) {
      let other = product(entry.bend, way) / entry.weight
      for place in way.indices { way[place] += (part - other) * entry.move[place] }
    }
    return way
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The largest slope at which the search rests; variables are scaled to vary by about 1.
  private static let rest = 1e-6
  /// The same where no step leads further down.
  private static let nearRest = 1e-4
  private static let enough = 1e-4
  private static let halvings = 40
  private static let memory = 12
}
