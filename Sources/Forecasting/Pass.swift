/// A run over some values of the common shock.
struct Pass {
  let assembly: Assembly
  let lattice: Lattice
  private let tables: [Table]

  /// Runs over values of the grid of the common shock, or over values that are given.
  init(
    over common: [Double],
    in assembly: Assembly,
    halvings: Int,
    given isGiven: Bool = false
  ) {
    let lattice = Lattice(
      around: common,
      deviation: isGiven ? nil : assembly.electorate.commonShock,
      blocShock: assembly.electorate.blocShock,
      halvings: halvings
    )
    self.assembly = assembly
    self.lattice = lattice
    tables = assembly.caucuses.map { Table(of: $0, on: lattice) }
  }

  /// The same programs over other values of the common shock; nil if programs are missing.
  init?(_ pass: Pass, over common: [Double]) {
    guard let lattice = Lattice(pass.lattice, around: common) else { return nil }
    assembly = pass.assembly
    self.lattice = lattice
    tables = pass.tables
  }

  /// The rows of all caucuses at one value, averaged over the blocs' own shocks.
  func rows(at place: Int) -> [[Double]] {
    tables.map { $0.row(over: lattice.windows[place]) }
  }

  /// The vote at one value, on the lattice or on a multiple of its step, whole or for the
  /// chances of adoption and consensus only.
  ///
  /// Its `share` is how much the value counts in what it is needed for, as a part of what the likeliest
  /// does, 0...1: where that is little, less has to be looked at.
  func vote(
    at place: Int,
    thinnedBy factor: Int = 1,
    share: Double = 1,
    tallying isTallied: Bool = true,
    addingIn sums: inout Mass
  ) -> Vote {
    let window = factor == 1 ? lattice.windows[place] : lattice.windows[place].thinned(by: factor)
    let count = isTallied ? 0 : assembly.firstOfRules
    let rows = tables.indices.map { caucus in
      // Where nothing is counted there is no place to begin at, and a row has silence only.
      let counted = assembly.places[caucus]
      return tables[caucus].row(over: window, from: counted.isEmpty ? 0 : counted[count].lowerBound)
    }
    return Vote(
      of: rows,
      in: assembly,
      over: window,
      odds: lattice.odds,
      share: share,
      tallying: isTallied,
      addingIn: &sums
    )
  }
}
