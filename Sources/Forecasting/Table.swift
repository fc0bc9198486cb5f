/// A caucus's rows at every sum of shocks on a grid.
struct Table {
  let width: Int
  /// The rows one after another, in the order of `Grid.sums`.
  let cells: [Double]
  /// What each member does, averaged over the shocks.
  let chances: [BallotChances]

  init(of caucus: Caucus, on grid: Grid) {
    var weights = [Double](repeating: 0, count: grid.sums.count)
    for common in 0..<grid.common.count {
      for bloc in 0..<grid.bloc.count {
        weights[grid.sum(common, bloc)] += grid.common.chances[common] * grid.bloc.chances[bloc]
      }
    }
    var cells: [Double] = []
    cells.reserveCapacity(grid.sums.count * caucus.width)
    var yes = caucus.members.map { _ in 0.0 }
    var no = yes
    var abstain = yes
    let own = 1 - caucus.discipline
    for (place, shock) in grid.sums.enumerated() {
      let odds = Elementary.exp(shock)
      let members = caucus.chances(at: odds)
      let shared = caucus.sharedStance(at: odds)
      cells += caucus.row(of: members, sharing: shared)
      for member in yes.indices {
        let united = caucus.discipline * (1 - caucus.absences[member])
        yes[member] += weights[place] * (own * members.yes[member] + united * shared.yes)
        no[member] += weights[place] * (own * members.no[member] + united * shared.no)
        abstain[member] +=
          weights[place] * (own * members.abstain[member] + united * shared.abstain)
      }
    }
    width = caucus.width
    self.cells = cells
    chances = caucus.absences.indices.map {
      BallotChances(yes: yes[$0], abstain: abstain[$0], no: no[$0], absent: caucus.absences[$0])
    }
  }

  /// The row at a value of the common shock, averaged over the bloc's own.
  func row(at common: Int, on grid: Grid, weighing weights: [Double]) -> [Double] {
    var row = [Double](repeating: 0, count: width)
    var target = row.mutableSpan
    for bloc in 0..<weights.count where weights[bloc] != 0 {
      let start = grid.sum(common, bloc) * width
      Kernel.add(weights[bloc], cells.span.extracting(start..<(start + width)), to: &target)
    }
    return row
  }
}
