/// A sum over the values of the common shock, kept on three grids at once to see how it converges.
struct CommonSum {
  private(set) var adoptions: [Double] = []
  private(set) var shadowAdoptions: [Double] = []
  private(set) var consensuses: [Double] = []
  /// Weights of the grid itself, and of those with twice and four times its step.
  private let weights: [[Double]]
  /// The distributions of yes, no and abstentions, on each of the three.
  private var spreads: [[[Double]]]

  init(grid: Grid.Axis) {
    weights = [1, 2, 4].map { grid.thinned(by: $0) }
    spreads = weights.map { _ in [[], [], []] }
  }

  /// Adds the next value.
  mutating func add(_ vote: Vote, consensus: Double, at place: Int) {
    adoptions.append(vote.adoption)
    shadowAdoptions.append(vote.shadowAdoption)
    consensuses.append(consensus)
    for level in weights.indices where weights[level][place] != 0 {
      for (count, distribution) in vote.distributions.enumerated() {
        if spreads[level][count].isEmpty {
          spreads[level][count] = [Double](repeating: 0, count: distribution.count)
        }
        var target = spreads[level][count].mutableSpan
        Kernel.add(weights[level][place], distribution.span, to: &target)
      }
    }
  }

  /// The distributions of yes, no and abstentions.
  var distributions: [[Double]] { spreads[0] }

  /// How far the sums are still off.
  var convergence: Convergence {
    var convergence = Convergence()
    for values in [adoptions, shadowAdoptions, consensuses] {
      let sums = weights.map { Kernel.product($0.span, values.span) }
      convergence.compare(quarter: sums[2], half: sums[1], full: sums[0])
    }
    for count in spreads[0].indices {
      for cell in spreads[0][count].indices {
        convergence.compare(
          quarter: spreads[2][count][cell],
          half: spreads[1][count][cell],
          full: spreads[0][count][cell]
        )
      }
    }
    return convergence
  }
}
