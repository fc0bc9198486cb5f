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
    let parts = Array(zip(rows, assembly.caucuses))
    /// The distribution of a count over some of the caucuses.
    func distribution(of count: Int, in parts: ArraySlice<([Double], Caucus)>) -> [Double] {
      var total = [1.0]
      for (row, caucus) in parts {
        total = Kernel.convolve(total.span, row.span.extracting(caucus.places(of: count)))
      }
      return total
    }
    let silence = zip(rows, assembly.caucuses).reduce(1) { $0 * $1.0[$1.1.silence] }
    func chance(of reckoning: Reckoning?) -> Double {
      guard let reckoning, let place = assembly.counts.firstIndex(of: reckoning.count) else {
        return 0
      }
      let adopted = reckoning.chance(
        of: distribution(of: place, in: parts.dropLast()),
        plus: parts.last.map { Array($0.0[$0.1.places(of: place)]) } ?? [1]
      )
      return reckoning.rejectsSilence ? max(0, adopted - silence) : adopted
    }
    shadowAdoption = chance(of: assembly.shadowReckoning)
    let isShadow = electorate.rule == electorate.shadowRule
    adoption = isShadow ? shadowAdoption : chance(of: assembly.reckoning)
    let bar = assembly.bar(shadowAdoption: shadowAdoption)
    consensus = assembly.caucuses.reduce(1) {
      $0 * $1.unblocked(over: window, odds: odds, bar: bar)
    }
    distributions =
      isTallied && assembly.isForTally
      ? Assembly.tallied.indices.flatMap { distribution(of: $0, in: parts[...]) } : []
  }

  /// All of it in one row, for sums over the common shock.
  var row: [Double] { [adoption, shadowAdoption, consensus] + distributions }

  static let placeOfAdoption = 0
  static let placeOfShadowAdoption = 1
  static let placeOfConsensus = 2
  /// Where a row has the chances, before the distributions.
  static let placesOfChances = 0..<3
}
