import Treaty

/// The vote of the whole room at one value of the common shock, under which blocs are independent.
struct Vote {
  /// The chances of adoption, of adoption in the vote that a blocked consensus leads to, and that nobody
  /// present blocks, then the distributions of what a tally counts, where those are needed: all in one
  /// row, for sums over the common shock.
  let row: [Double]

  /// Adds up caucuses, whose rows stand in their order; `share` is how much this value of the shock
  /// counts, as a part of what the likeliest does, 0...1.
  init(
    of rows: [[Double]],
    in assembly: Assembly,
    over window: Lattice.Window,
    odds: [Double],
    share: Double,
    tallying isTallied: Bool,
    addingIn total: inout Mass
  ) {
    let electorate = assembly.electorate
    total.count(as: share)
    var silence = 1.0
    for row in rows { silence *= row[row.count - 1] }
    let shadowAdoption = Vote.chance(
      of: assembly.shadowReckoning,
      at: assembly.placeOfShadowRule,
      from: rows,
      in: assembly,
      silence: silence,
      addingIn: &total
    )
    let adoption =
      electorate.rule == electorate.shadowRule
      ? shadowAdoption
      : Vote.chance(
        of: assembly.reckoning,
        at: assembly.placeOfRule,
        from: rows,
        in: assembly,
        silence: silence,
        addingIn: &total
      )
    let bar = assembly.bar(shadowAdoption: shadowAdoption)
    var unblocked = 1.0
    // Caucuses are large and looked at in place: a copy of each at every node costs more than the sums.
    let caucuses = assembly.caucuses.span
    for place in caucuses.indices {
      unblocked *= caucuses[place].unblocked(over: window, odds: odds, bar: bar)
    }
    var row = [adoption, shadowAdoption, unblocked]
    if isTallied && assembly.isForTally {
      row.reserveCapacity(3 + assembly.widths.reduce(0, +))
      for count in Assembly.tallied.indices {
        Vote.add(count, from: rows, of: assembly.halves.smaller, in: assembly, to: &total)
        Vote.add(
          count,
          from: rows,
          of: assembly.halves.larger,
          in: assembly,
          to: &total,
          restarting: false
        )
        total.append(to: &row)
      }
    }
    self.row = row
  }

  /// Adds up a count over some caucuses.
  private static func add(
    _ count: Int,
    from rows: [[Double]],
    of caucuses: [Int],
    in assembly: Assembly,
    to total: inout Mass,
    restarting isBeginning: Bool = true
  ) {
    if isBeginning { total.restart() }
    for place in caucuses {
      let row = rows[place]
      total.add(row.span.extracting(assembly.places[place][count]))
    }
  }

  /// The chance that a rule adopts, from the two halves of the room; 0 where it counts nothing.
  private static func chance(
    of reckoning: Reckoning?,
    at count: Int?,
    from rows: [[Double]],
    in assembly: Assembly,
    silence: Double,
    addingIn total: inout Mass
  ) -> Double {
    guard let reckoning, let count else { return 0 }
    add(count, from: rows, of: assembly.halves.smaller, in: assembly, to: &total)
    let smaller = total.distribution
    add(count, from: rows, of: assembly.halves.larger, in: assembly, to: &total)
    let adopted = reckoning.chance(of: smaller, plus: total.distribution)
    return reckoning.rejectsSilence ? max(0, adopted - silence) : adopted
  }

  /// Chance of adoption under the rule; 0 where it is consensus.
  var adoption: Double { row[Vote.placeOfAdoption] }
  /// Chance of adoption in the vote that a blocked consensus leads to; 0 where there is none.
  var shadowAdoption: Double { row[Vote.placeOfShadowAdoption] }
  /// Chance that nobody present blocks.
  var consensus: Double { row[Vote.placeOfConsensus] }

  static let placeOfAdoption = 0
  static let placeOfShadowAdoption = 1
  static let placeOfConsensus = 2
  /// Where a row has the chances, before the distributions.
  static let placesOfChances = 0..<3
}
