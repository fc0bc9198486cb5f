/// The vote of the whole room at one value of the common shock, under which blocs are independent.
struct Vote {
  /// Chance of adoption under the rule; 0 where it is consensus.
  let adoption: Double
  /// Chance of adoption in the vote that a blocked consensus leads to; 0 where there is none.
  let shadowAdoption: Double
  /// Chance that nobody present blocks.
  let consensus: Double
  /// The distributions of what a tally counts, one after another; empty where none is needed.
  let distributions: [Double]

  /// Adds up caucuses, whose rows stand in their order.
  init(
    of rows: [[Double]],
    in assembly: Assembly,
    over window: Lattice.Window,
    odds: [Double],
    tallying isTallied: Bool
  ) {
    let electorate = assembly.electorate
    /// The distribution of a count over some of the caucuses.
    func distribution(of count: Int, in chosen: [Int]) -> [Double] {
      var total = Mass(below: assembly.widths[count])
      for place in chosen {
        let row = rows[place]
        total.add(row.span.extracting(assembly.places[place][count]))
      }
      return total.distribution
    }
    var silence = 1.0
    for row in rows { silence *= row[row.count - 1] }
    func chance(of reckoning: Reckoning?, at place: Int?) -> Double {
      guard let reckoning, let place else { return 0 }
      let adopted = reckoning.chance(
        of: distribution(of: place, in: assembly.halves.0),
        plus: distribution(of: place, in: assembly.halves.1)
      )
      return reckoning.rejectsSilence ? max(0, adopted - silence) : adopted
    }
    shadowAdoption = chance(
      of: assembly.shadowReckoning,
      at: assembly.placeOfShadowRule
    )
    let isShadow = electorate.rule == electorate.shadowRule
    adoption = isShadow ? shadowAdoption : chance(of: assembly.reckoning, at: assembly.placeOfRule)
    let bar = assembly.bar(shadowAdoption: shadowAdoption)
    var unblocked = 1.0
    // Caucuses are large and looked at in place: a copy of each at every node costs more than the sums.
    let caucuses = assembly.caucuses.span
    for place in caucuses.indices {
      unblocked *= caucuses[place].unblocked(over: window, odds: odds, bar: bar)
    }
    consensus = unblocked
    distributions =
      isTallied && assembly.isForTally
      ? Assembly.tallied.indices.flatMap { distribution(of: $0, in: Array(rows.indices)) } : []
  }

  /// All of it in one row, for sums over the common shock.
  var row: [Double] { [adoption, shadowAdoption, consensus] + distributions }

  static let placeOfAdoption = 0
  static let placeOfShadowAdoption = 1
  static let placeOfConsensus = 2
  /// Where a row has the chances, before the distributions.
  static let placesOfChances = 0..<3
}
