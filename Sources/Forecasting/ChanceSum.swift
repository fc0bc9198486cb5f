/// What each voter does, summed over the shocks.
struct ChanceSum {
  private let assembly: Assembly
  private var yes: [Double]
  private var no: [Double]
  private var abstain: [Double]
  private var density = 0.0

  init(of assembly: Assembly) {
    self.assembly = assembly
    yes = assembly.electorate.voters.map { _ in 0 }
    no = yes
    abstain = yes
  }

  /// Adds the values of the common shock that a pass ran over.
  mutating func add(_ pass: Pass, weighing densities: [Double]) {
    var weights = pass.lattice.odds.map { _ in 0.0 }
    for (window, share) in zip(pass.lattice.windows, densities) {
      density += share
      for (place, chance) in window.chances.enumerated() {
        weights[window.start + place] += share * chance
      }
    }
    for caucus in assembly.caucuses {
      for (odds, weight) in zip(pass.lattice.odds, weights) {
        let shared = Stance(odds: caucus.sharedOdds * odds, edge: caucus.edge)
        let united = weight * caucus.discipline
        for place in caucus.members.indices {
          let own = Stance(odds: caucus.odds[place] * odds, edge: caucus.edge)
          let alone = weight - united
          let voter = caucus.members[place]
          yes[voter] += alone * own.yes + united * shared.yes
          no[voter] += alone * own.no + united * shared.no
          abstain[voter] += alone * own.abstain + united * shared.abstain
        }
      }
    }
  }

  /// What each voter does, averaged over the shocks.
  var chances: [BallotChances] {
    assembly.electorate.voters.indices.map { voter in
      let absence = assembly.electorate.voters[voter].absence
      let present = (1 - absence) / density
      return BallotChances(
        yes: yes[voter] * present,
        abstain: abstain[voter] * present,
        no: no[voter] * present,
        absent: absence
      )
    }
  }
}
