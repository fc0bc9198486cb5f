import Treaty

extension Integration {
  /// How a chance rises with each voter's leaning, as exact derivatives: every program is run
  /// backwards, and products leave one factor out and never divide.
  func pulls(on aim: Electorate.Aim) -> [Double] {
    switch aim {
    case .adoption:
      guard let reckoning else { return pullsOnConsensus }
      return pulls(on: reckoning, weighing: grid.common.chances)
    case .consensus:
      return pullsOnConsensus
    }
  }

  /// A voter counts twice: it may block, and it moves the vote in whose shadow the others block.
  private var pullsOnConsensus: [Double] {
    var pulls = electorate.voters.map { _ in 0.0 }
    var shadowWeights: [Double] = []
    for place in 0..<grid.common.count {
      let bar = electorate.blocking + electorate.shadow * shadowAdoptions[place]
      let blocking = Blocking(bar: bar, at: place, on: grid)
      let others = Integration.productsOfOthers(
        caucuses.map { blocking.unblocked($0, weighing: grid.bloc.chances) }
      )
      var slopeOfBar = 0.0
      for (caucus, other) in zip(caucuses, others) {
        let slopes = blocking.slopes(of: caucus, weighing: grid.bloc.chances)
        for (member, slope) in zip(caucus.members, slopes) {
          let pull = grid.common.chances[place] * other * slope
          pulls[member] += pull
          // The bar rises for all alike, and counts as a rise of every leaning.
          slopeOfBar += pull
        }
      }
      shadowWeights.append(slopeOfBar * electorate.shadow)
    }
    if let shadowReckoning {
      let indirect = self.pulls(on: shadowReckoning, weighing: shadowWeights)
      for voter in pulls.indices {
        pulls[voter] += indirect[voter]
      }
    }
    return pulls
  }

  /// How a weighted sum of the chances of adoption over the common shock rises.
  private func pulls(on reckoning: Reckoning, weighing weights: [Double]) -> [Double] {
    var pulls = electorate.voters.map { _ in 0.0 }
    guard let count = counts.firstIndex(of: reckoning.count) else { return pulls }
    var worths = caucuses.map { caucus in
      Worths(width: caucus.places(of: count).count, count: grid.sums.count)
    }
    for place in 0..<grid.common.count where weights[place] != 0 {
      let worthsHere = worthsOfRows(at: place, counting: count, adopting: reckoning.adopts)
      let silences = Integration.productsOfOthers(
        zip(rows[place], caucuses).map { $0[$1.silence] }
      )
      for caucus in caucuses.indices {
        for bloc in 0..<grid.bloc.count {
          let weight = weights[place] * grid.bloc.chances[bloc]
          worths[caucus].add(
            weight,
            worthsHere[caucus],
            silence: reckoning.rejectsSilence ? -silences[caucus] : 0,
            at: grid.sum(place, bloc)
          )
        }
      }
    }
    for (caucus, worth) in zip(caucuses, worths) {
      for (sum, shock) in grid.sums.enumerated() {
        let slopes = caucus.slopes(
          at: Elementary.exp(shock),
          counting: count,
          worth: worth.row(at: sum),
          silence: worth.silences[sum]
        )
        for (member, slope) in zip(caucus.members, slopes) {
          pulls[member] += slope
        }
      }
    }
    return pulls
  }

  /// What each number of each caucus is worth: the chance of adoption given that number.
  private func worthsOfRows(
    at place: Int,
    counting count: Int,
    adopting adopts: [Double]
  ) -> [[Double]] {
    let parts = zip(rows[place], caucuses).map { Array($0[$1.places(of: count)]) }
    var before = [[1.0]]
    for part in parts {
      let sum = before[before.count - 1]
      before.append(Kernel.convolve(sum.span, part.span))
    }
    var worths = parts
    var rest = adopts
    for caucus in parts.indices.reversed() {
      let smaller = before[caucus]
      let part = parts[caucus]
      worths[caucus] = Kernel.correlate(rest.span, with: smaller.span)
      rest = Kernel.correlate(rest.span, with: part.span)
    }
    return worths
  }

  /// For each factor the product of all others.
  static func productsOfOthers(_ factors: [Double]) -> [Double] {
    var products = factors.map { _ in 1.0 }
    var before = 1.0
    var after = 1.0
    for place in factors.indices {
      products[place] *= before
      before *= factors[place]
    }
    for place in factors.indices.reversed() {
      products[place] *= after
      after *= factors[place]
    }
    return products
  }
}

/// What each number of a caucus is worth, at every sum of shocks on a grid.
private struct Worths {
  let width: Int
  private(set) var cells: [Double]
  private(set) var silences: [Double]

  init(width: Int, count: Int) {
    self.width = width
    cells = [Double](repeating: 0, count: width * count)
    silences = [Double](repeating: 0, count: count)
  }

  mutating func add(_ weight: Double, _ row: [Double], silence: Double, at sum: Int) {
    silences[sum] += weight * silence
    let start = sum * width
    var target = cells.mutableSpan
    Kernel.add(weight, row.span, to: &target, from: start)
  }

  func row(at sum: Int) -> [Double] {
    Array(cells[(sum * width)..<((sum + 1) * width)])
  }
}
