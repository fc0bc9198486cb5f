import Treaty

/// The chances of a vote, averaged over the shocks on grids that are fine enough.
struct Integration {
  /// How fine the grids are.
  struct Fineness: Equatable {
    /// How often the lattice's step is halved.
    var lattice = 0
    /// How often the grid of the common shock is doubled.
    var common = 0
    /// The same for adoption and consensus, which are steeper than the tally.
    var outcome = 0

    /// The finest grids that are tried.
    static let limit = Fineness(lattice: 5, common: 6, outcome: 6)
  }

  /// How fine the grids came to be.
  private(set) var fineness = Fineness()
  /// What each voter does.
  let chances: [BallotChances]
  private let electorate: Electorate
  /// Adoption, adoption in the shadow vote, consensus, then the distributions.
  private let averages: [Double]

  /// Refines the grids until the estimated error is within tolerance; bounds that are equal fix them.
  ///
  /// For the outcome alone there are neither distributions nor what each voter does.
  init(
    of electorate: Electorate,
    for purpose: Assembly.Purpose = .tally,
    atLeast least: Fineness = Fineness(),
    atMost most: Fineness = .limit
  ) {
    self.electorate = electorate
    let assembly = Assembly(of: electorate, for: purpose)
    var grid = CommonGrid(shock: electorate.commonShock, doublings: 0)
    fineness.lattice = least.lattice
    var pass = Pass(over: grid.values, in: assembly, halvings: fineness.lattice)
    var known: [Int: [Double]] = [:]
    var sums = assembly.roomForSums
    while fineness.lattice < most.lattice {
      known = [:]
      if pass.latticeError(keeping: &known, addingIn: &sums) <= Integration.tolerance { break }
      fineness.lattice += 1
      pass = Pass(over: grid.values, in: assembly, halvings: fineness.lattice)
      known = [:]
    }
    var sum = NestedSum()
    var chances = ChanceSum(of: assembly)
    for place in grid.values.indices {
      let density = grid.densities[place]
      let row = known[place] ?? pass.vote(at: place, share: density, addingIn: &sums).row
      sum.add(row, density: density, at: place)
    }
    if purpose == .tally { chances.add(pass, weighing: grid.densities) }
    while fineness.common < least.common
      || fineness.common < most.common
        && sum.convergence(from: Vote.placesOfChances.count)
          .error(highestPower: Integration.powerOfTally) > Integration.tolerance
    {
      fineness.common += 1
      grid = CommonGrid(shock: electorate.commonShock, doublings: fineness.common)
      sum.double()
      for part in grid.latest.parts {
        let between =
          Pass(pass, over: part.values)
          ?? Pass(over: part.values, in: assembly, halvings: fineness.lattice)
        for place in part.values.indices {
          let density = part.densities[place]
          let vote = between.vote(at: place, share: density, addingIn: &sums)
          sum.addBetween(vote.row, density: density)
        }
        if purpose == .tally { chances.add(between, weighing: part.densities) }
      }
    }
    self.chances = chances.chances
    var averages = sum.averages
    // Only where the outcome takes finer grids than the tally.
    var narrow: Assembly?
    fineness.outcome = fineness.common
    var outcome = sum.only(Vote.placesOfChances)
    while fineness.outcome < least.outcome
      || fineness.outcome < most.outcome
        && outcome.convergence().error(highestPower: Integration.powerOfOutcome)
          > Integration.tolerance
    {
      fineness.outcome += 1
      let finer = narrow ?? Assembly(of: electorate, for: .outcome)
      narrow = finer
      grid = CommonGrid(shock: electorate.commonShock, doublings: fineness.outcome)
      outcome.double()
      for part in grid.latest.parts {
        let between =
          Pass(pass, over: part.values)
          ?? Pass(over: part.values, in: finer, halvings: fineness.lattice)
        for place in part.values.indices {
          let density = part.densities[place]
          let vote = between.vote(
            at: place,
            share: density,
            tallying: false,
            addingIn: &sums
          )
          outcome.addBetween(vote.row, density: density)
        }
      }
    }
    averages.replaceSubrange(Vote.placesOfChances, with: outcome.averages)
    self.averages = averages
  }

  /// Chance of adoption under the rule; that of consensus where the rule is consensus.
  var adoption: Double {
    electorate.rule == .consensus ? consensus : averages[Vote.placeOfAdoption]
  }

  /// Chance of adoption in the vote that a blocked consensus leads to.
  var shadowAdoption: Double { averages[Vote.placeOfShadowAdoption] }

  /// Chance that nobody present blocks.
  var consensus: Double { averages[Vote.placeOfConsensus] }

  /// The distribution of a ballot that a tally counts.
  func distribution(of ballot: Ballot) -> [Double] {
    let width = electorate.voters.count + 1
    let start = Vote.placesOfChances.count + width * (Assembly.tallied.firstIndex(of: ballot) ?? 0)
    return Array(averages[start..<(start + width)])
  }

  /// The highest powers to which halving a step is believed to raise an error: distributions are
  /// smooth, what a threshold or the shadow of a vote decides is less so.
  fileprivate static let powerOfTally = 3.0
  fileprivate static let powerOfOutcome = 1.75
  /// The estimated error that is left to stand.
  private static let tolerance = 5e-10
}

extension Pass {
  /// How far the lattice is off, estimated in the middle of the common shock's range and two
  /// standard deviations to either side; the votes there are kept.
  fileprivate func latticeError(
    keeping votes: inout [Int: [Double]],
    addingIn sums: inout Mass
  ) -> Double {
    guard assembly.electorate.blocShock > 0 else { return 0 }
    let middle = lattice.windows.count / 2
    let side = middle / 4
    var outcome = Convergence()
    var tally = Convergence()
    for place in side == 0 ? [middle] : [middle - side, middle, middle + side] {
      let full = vote(at: place, addingIn: &sums).row
      votes[place] = full
      let half = vote(at: place, thinnedBy: 2, addingIn: &sums).row
      let quarter = vote(at: place, thinnedBy: 4, addingIn: &sums).row
      for cell in full.indices {
        if Vote.placesOfChances.contains(cell) {
          outcome.compare(quarter: quarter[cell], half: half[cell], full: full[cell])
        } else {
          tally.compare(quarter: quarter[cell], half: half[cell], full: full[cell])
        }
      }
    }
    return max(
      outcome.error(highestPower: Integration.powerOfOutcome),
      tally.error(highestPower: Integration.powerOfTally)
    )
  }
}
