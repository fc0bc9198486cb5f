import Treaty

/// The chances of a vote at every value of the common shock, on a grid that is fine enough.
struct Integration {
  let electorate: Electorate
  let grid: Grid
  /// The rule's arithmetic, with the place of its count among the counts; nil for consensus.
  let reckoning: Reckoning?
  /// The same of the rule of the vote that a blocked consensus leads to.
  let shadowReckoning: Reckoning?
  /// What is counted: yes, no, abstentions, and what the rules need.
  let counts: [Count]
  /// The blocs that have members, smallest first: convolving them in this order costs least.
  let caucuses: [Caucus]
  /// What each voter does.
  let chances: [BallotChances]
  /// By value of the common shock and then caucus, its row averaged over the bloc's own shock.
  let rows: [[[Double]]]
  /// By value of the common shock: the chances of adoption, and that nobody blocks.
  let adoptions: [Double]
  let shadowAdoptions: [Double]
  let consensuses: [Double]
  /// The distributions of yes, no and abstentions.
  let distributions: [[Double]]
  /// How far the grids are still off.
  let commonConvergence: Convergence
  let blocConvergence: Convergence

  /// Integrates on grids that are refined until the estimated error is within tolerance.
  init(of electorate: Electorate) {
    self.init(of: electorate, tolerance: Integration.tolerance(for: electorate.rule))
  }

  init(of electorate: Electorate, tolerance: Double) {
    var common = 0
    var bloc = 0
    var current = Integration(of: electorate, commonDoublings: common, blocDoublings: bloc)
    while true {
      let refinesCommon =
        current.commonConvergence.error > tolerance && common < Integration.mostDoublings
      let refinesBloc =
        current.blocConvergence.error > tolerance && bloc < Integration.mostDoublings
      guard refinesCommon || refinesBloc else { break }
      common += refinesCommon ? 1 : 0
      bloc += refinesBloc ? 1 : 0
      current = Integration(of: electorate, commonDoublings: common, blocDoublings: bloc)
    }
    self = current
  }

  /// Integrates on grids that have been doubled as often as told.
  init(of electorate: Electorate, commonDoublings: Int, blocDoublings: Int) {
    let grid = Grid(
      commonShock: electorate.commonShock,
      blocShock: electorate.blocShock,
      commonDoublings: commonDoublings,
      blocDoublings: blocDoublings
    )
    let voters = electorate.voters
    let reckoning = Reckoning(of: electorate.rule, among: voters)
    let shadowReckoning = Reckoning(of: electorate.shadowRule, among: voters)
    var counts = [Ballot.yes, .no, .abstain].map { Count.of($0, among: voters.count) }
    for count in [reckoning?.count, shadowReckoning?.count] {
      if let count, !counts.contains(count) { counts.append(count) }
    }
    let caucuses = Integration.caucuses(of: electorate, counting: counts)
    let tables = caucuses.map { Table(of: $0, on: grid) }
    var sum = CommonSum(grid: grid.common)
    var blocConvergence = Convergence()
    var rows: [[[Double]]] = []
    let thinned = [2, 4].map { grid.bloc.thinned(by: $0) }
    for place in 0..<grid.common.count {
      let mixed = tables.map { $0.row(at: place, on: grid, weighing: grid.bloc.chances) }
      let vote = Vote(
        of: mixed,
        in: caucuses,
        counts: counts,
        reckoning: reckoning,
        shadowReckoning: shadowReckoning
      )
      let bar = electorate.blocking + electorate.shadow * vote.shadowAdoption
      let unblocked = caucuses.map {
        Blocking(bar: bar, at: place, on: grid).unblocked($0, weighing: grid.bloc.chances)
      }
      sum.add(vote, consensus: unblocked.reduce(1, *), at: place)
      if place % 4 == grid.common.reach % 4 {
        let coarse = thinned.map { weights in
          tables.map { $0.row(at: place, on: grid, weighing: weights) }
        }
        let coarseUnblocked = thinned.map { weights in
          caucuses.map { Blocking(bar: bar, at: place, on: grid).unblocked($0, weighing: weights) }
        }
        for bloc in caucuses.indices {
          blocConvergence.compare(
            quarter: coarseUnblocked[1][bloc],
            half: coarseUnblocked[0][bloc],
            full: unblocked[bloc]
          )
          for cell in mixed[bloc].indices {
            blocConvergence.compare(
              quarter: coarse[1][bloc][cell],
              half: coarse[0][bloc][cell],
              full: mixed[bloc][cell]
            )
          }
        }
      }
      rows.append(mixed)
    }
    var chances = voters.map { _ in BallotChances(yes: 0, abstain: 0, no: 0, absent: 1) }
    for (caucus, table) in zip(caucuses, tables) {
      for (member, own) in zip(caucus.members, table.chances) {
        chances[member] = own
      }
    }
    self.electorate = electorate
    self.grid = grid
    self.reckoning = reckoning
    self.shadowReckoning = shadowReckoning
    self.counts = counts
    self.caucuses = caucuses
    self.chances = chances
    self.rows = rows
    self.blocConvergence = blocConvergence
    adoptions = sum.adoptions
    shadowAdoptions = sum.shadowAdoptions
    consensuses = sum.consensuses
    distributions = sum.distributions
    commonConvergence = sum.convergence
  }

  private static func caucuses(
    of electorate: Electorate,
    counting counts: [Count]
  ) -> [Caucus] {
    electorate.disciplines.indices
      .map { bloc in
        Caucus(
          of: electorate.voters.indices.filter { electorate.voters[$0].bloc == bloc },
          in: electorate,
          discipline: electorate.disciplines[bloc],
          counting: counts
        )
      }
      .filter { !$0.members.isEmpty }
      .sorted { ($0.members.count, $0.members[0]) < ($1.members.count, $1.members[0]) }
  }

  /// How much error is left to stand: shares are in thousandths and no better than that.
  private static func tolerance(for rule: VotingRule) -> Double {
    switch rule {
    case .simpleMajority, .twoThirds, .absoluteMajority, .consensus: return 1e-10
    case .all: return 1e-8
    }
  }

  private static let mostDoublings = 6
}
