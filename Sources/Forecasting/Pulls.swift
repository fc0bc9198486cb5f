import Treaty

/// How a chance rises with each voter's leaning, as exact derivatives: every program is run
/// backwards, and products leave one factor out and never divide.
struct Pulls {
  /// The derivatives, by voter.
  private(set) var byVoter: [Double]
  private let assembly: Assembly

  init(on aim: Electorate.Aim, in electorate: Electorate, fineness: Integration.Fineness) {
    byVoter = electorate.voters.map { _ in 0 }
    let isConsensus = aim == .consensus || electorate.rule == .consensus
    assembly = Assembly(of: electorate, for: isConsensus ? .consensus : .adoption)
    let grid = CommonGrid(
      shock: electorate.commonShock,
      doublings: fineness.outcome
    )
    let total = grid.total
    for part in grid.parts {
      let pass = Pass(over: part.values, in: assembly, halvings: fineness.lattice)
      let weights = part.densities.map { $0 / total }
      if isConsensus {
        addConsensus(over: pass, weighing: weights)
      } else if let reckoning = assembly.reckoning {
        add(reckoning, over: pass, weighing: weights)
      }
    }
  }

  /// A voter counts twice: it may block, and it moves the vote in whose shadow the others block.
  private mutating func addConsensus(over pass: Pass, weighing weights: [Double]) {
    var shadowWeights: [Double] = []
    var sums = assembly.roomForSums
    for place in weights.indices {
      let window = pass.lattice.windows[place]
      let odds = pass.lattice.odds
      let bar = assembly.bar(shadowAdoption: pass.vote(at: place, addingIn: &sums).shadowAdoption)
      let others = Caucus.productsOfOthers(
        assembly.caucuses.map {
          Lanes(repeating: $0.unblocked(over: window, odds: odds, bar: bar))
        }
      ).map { $0[0] }
      var slopeOfBar = 0.0
      for (caucus, other) in zip(assembly.caucuses, others) {
        let slopes = caucus.slopesOfUnblocked(over: window, odds: odds, bar: bar)
        for (member, slope) in zip(caucus.members, slopes) {
          let pull = weights[place] * other * slope
          byVoter[member] += pull
          // The bar rises for all alike, and counts as a rise of every leaning.
          slopeOfBar += pull
        }
      }
      shadowWeights.append(slopeOfBar * assembly.electorate.shadow)
    }
    if let reckoning = assembly.shadowReckoning {
      add(reckoning, over: pass, weighing: shadowWeights)
    }
  }

  /// Adds how a weighted sum of the chances of adoption rises.
  private mutating func add(
    _ reckoning: Reckoning,
    over pass: Pass,
    weighing weights: [Double]
  ) {
    guard let count = assembly.counts.firstIndex(of: reckoning.count) else { return }
    var worths = assembly.caucuses.map {
      Worths(width: $0.places(of: count).count, count: pass.lattice.odds.count)
    }
    for place in weights.indices where weights[place] != 0 {
      let rows = pass.rows(at: place)
      let parts = zip(rows, assembly.caucuses).map { Array($0[$1.places(of: count)]) }
      let worthsHere = Pulls.worths(of: parts, adopting: reckoning.adopts)
      let silences = Caucus.productsOfOthers(
        zip(rows, assembly.caucuses).map { Lanes(repeating: $0[$1.silence]) }
      ).map { $0[0] }
      let window = pass.lattice.windows[place]
      for caucus in worths.indices {
        for (offset, chance) in window.chances.enumerated() {
          worths[caucus].add(
            weights[place] * chance,
            worthsHere[caucus],
            silence: reckoning.rejectsSilence ? -silences[caucus] : 0,
            at: window.start + offset
          )
        }
      }
    }
    let sums = pass.lattice.odds
    for (caucus, worth) in zip(assembly.caucuses, worths) {
      for first in stride(from: 0, to: sums.count, by: Lanes.scalarCount) {
        // Past the last sum there is nothing that is worth anything.
        let slopes = caucus.slopes(
          at: Lanes(sums.span, from: first, orElse: 1),
          counting: count,
          worth: worth.rows(from: first),
          silence: Lanes(worth.silences.span, from: first, orElse: 0)
        )
        for (member, slope) in zip(caucus.members, slopes) {
          byVoter[member] += slope.total
        }
      }
    }
  }

  /// What each number of each caucus is worth: the chance of adoption given that number.
  private static func worths(of parts: [[Double]], adopting adopts: [Double]) -> [[Double]] {
    var smaller = [[1.0]]
    for part in parts {
      let sum = smaller[smaller.count - 1]
      smaller.append(Kernel.convolve(sum.span, part.span))
    }
    var worths = parts
    var rest = adopts
    for caucus in parts.indices.reversed() {
      let others = smaller[caucus]
      let part = parts[caucus]
      worths[caucus] = Kernel.correlate(rest.span, with: others.span)
      rest = Kernel.correlate(rest.span, with: part.span)
    }
    return worths
  }
}

/// What each number of a caucus is worth, at every sum of a lattice.
private struct Worths {
  let width: Int
  private var cells: [Double]
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

  /// What each number is worth at several sums at once.
  func rows(from first: Int) -> [Lanes] {
    let cells = cells.span
    var rows = [Lanes](repeating: .zero, count: width)
    for lane in 0..<min(Lanes.scalarCount, silences.count - first) {
      let start = (first + lane) * width
      for place in 0..<width { rows[place][lane] = cells[start + place] }
    }
    return rows
  }
}
