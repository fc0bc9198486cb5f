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
    // Caucuses are large and looked at in place: a copy of each at every node costs more than the sums.
    let caucuses = rows.indices
    /// The distribution of a count over some of the caucuses.
    func distribution(of count: Int, in caucuses: Range<Int>) -> [Double] {
      var total = Mass.certainty
      for place in caucuses {
        total = total.plus(rows[place], over: assembly.caucuses[place].places(of: count))
      }
      return total.distribution
    }
    var silence = 1.0
    for place in caucuses { silence *= rows[place][assembly.caucuses[place].silence] }
    func chance(of reckoning: Reckoning?) -> Double {
      guard let reckoning, let place = assembly.counts.firstIndex(of: reckoning.count) else {
        return 0
      }
      let adopted = reckoning.chance(
        of: distribution(of: place, in: caucuses.dropLast()),
        plus: caucuses.last.map { Array(rows[$0][assembly.caucuses[$0].places(of: place)]) } ?? [1]
      )
      return reckoning.rejectsSilence ? max(0, adopted - silence) : adopted
    }
    shadowAdoption = chance(of: assembly.shadowReckoning)
    let isShadow = electorate.rule == electorate.shadowRule
    adoption = isShadow ? shadowAdoption : chance(of: assembly.reckoning)
    let bar = assembly.bar(shadowAdoption: shadowAdoption)
    var unblocked = 1.0
    for place in caucuses {
      unblocked *= assembly.caucuses[place].unblocked(over: window, odds: odds, bar: bar)
    }
    consensus = unblocked
    distributions =
      isTallied && assembly.isForTally
      ? Assembly.tallied.indices.flatMap { distribution(of: $0, in: caucuses) } : []
  }

  /// All of it in one row, for sums over the common shock.
  var row: [Double] { [adoption, shadowAdoption, consensus] + distributions }

  static let placeOfAdoption = 0
  static let placeOfShadowAdoption = 1
  static let placeOfConsensus = 2
  /// Where a row has the chances, before the distributions.
  static let placesOfChances = 0..<3
}
