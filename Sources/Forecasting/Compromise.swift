/// Where a text lands between those who bargain, without any account of how.
public struct Compromise: Sendable, Equatable {
  /// The mean of their positions, weighted by influence times salience, 0...100.
  public let mean: Double
  /// The position with half of that weight on either side, 0...100; the middle of two where both have.
  public let median: Double

  /// Takes bargainers, of whom one at least has weight.
  init(among bargainers: [Bargainer]) {
    let total = bargainers.reduce(0) { $0 + $1.weight }
    mean = bargainers.reduce(0) { $0 + $1.weight * $1.position } / total
    let ordered = bargainers.indices.filter { bargainers[$0].weight > 0 }.sorted {
      (bargainers[$0].position, $0) < (bargainers[$1].position, $1)
    }
    // Sums of decimals miss a half by their last bits.
    let half = total / 2
    let slack = total * 1e-12
    var below = 0.0
    var first: Double?
    var second: Double?
    for place in ordered {
      below += bargainers[place].weight
      if first == nil, below >= half - slack { first = bargainers[place].position }
      if second == nil, below > half + slack { second = bargainers[place].position }
    }
    median = ((first ?? mean) + (second ?? first ?? mean)) / 2
  }
}
