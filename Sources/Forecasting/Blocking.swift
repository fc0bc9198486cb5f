/// The bar to blocking consensus at one value of the common shock.
struct Blocking {
  /// exp(both shocks + bar), by value of the bloc's shock.
  let odds: [Double]

  init(bar: Double, at common: Int, on grid: Grid) {
    odds = (0..<grid.bloc.count).map { bloc in
      Elementary.exp(min(max(grid.sums[grid.sum(common, bloc)] + bar, -350), 350))
    }
  }

  /// Chance that no member of a caucus blocks, averaged over the bloc's shock.
  func unblocked(_ caucus: Caucus, weighing weights: [Double]) -> Double {
    var chance = 0.0
    for place in weights.indices where weights[place] != 0 {
      chance += weights[place] * caucus.unblocked(at: odds[place])
    }
    return chance
  }
}
