import Treaty

extension Caucus {
  /// How what a count and silence are worth on average rises with each member's leaning, at several
  /// shocks at once.
  func slopes(
    at shockOdds: Lanes,
    counting place: Int,
    worth: [Lanes],
    silence: Lanes
  ) -> [Lanes] {
    let chances = chances(at: shockOdds)
    let count = counts[place]
    let moves = moves(of: count, from: chances)
    let moved = programs[place].slopes(of: moves, worth: worth.span)
    let silent = Caucus.productsOfOthers(
      members.indices.map { chances.silence(of: $0) }
    )
    let shared = slopeOfSharedLeaning(
      at: shockOdds,
      places: places(of: place),
      worth: worth,
      silence: silence
    )
    return members.indices.map { member in
      /// What it is worth that this member casts a ballot.
      func worthOf(_ ballot: Ballot) -> Lanes {
        if ballot == count.rising { return moved.up[member] }
        if ballot == count.falling { return moved.down[member] }
        if ballot == .no && count.vetoes[members[member]] { return .zero }
        return moved.stay[member]
      }
      let stance = Stances(odds: odds[member] * shockOdds, edge: edge)
      let abstention = worthOf(.abstain) + silence * silent[member]
      let alone =
        stance.yesSlope * (worthOf(.yes) - abstention)
        + stance.noSlope * (worthOf(.no) - abstention)
      return (1 - discipline) * (1 - absences[member]) * alone + influences[member] * shared
    }
  }

  /// The same for the leaning of the bloc as one.
  private func slopeOfSharedLeaning(
    at shockOdds: Lanes,
    places: Range<Int>,
    worth: [Lanes],
    silence: Lanes
  ) -> Lanes {
    guard discipline > 0 else { return .zero }
    let stance = sharedStance(at: shockOdds)
    let worths = unanimous.map { row in
      var worthOfRow = silence * row[self.silence]
      for place in places { worthOfRow += row[place] * worth[place - places.lowerBound] }
      return worthOfRow
    }
    let yes = stance.yesSlope * (worths[0] - worths[2])
    let no = stance.noSlope * (worths[1] - worths[2])
    return discipline * (yes + no)
  }

  /// How the chance that no member blocks, averaged over the bloc's own shock, rises with each
  /// member's leaning.
  func slopesOfUnblocked(
    over window: Lattice.Window,
    odds sums: [Double],
    bar: Double
  ) -> [Double] {
    let shares = window.chances.span
    let sums = sums.span.extracting(window.start..<(window.start + shares.count))
    var slopes = [Lanes](repeating: .zero, count: members.count)
    var slopeOfShared = Lanes.zero
    for start in stride(from: 0, to: shares.count, by: Lanes.scalarCount) {
      let share = Lanes(shares, from: start, orElse: 0)
      let bars = Lanes(sums, from: start, orElse: 1) * bar
      let alone: Lanes = (1 - discipline) * share * unblockedAlone(at: bars)
      // The slope of each factor over the factor itself: odds are never 0, so nothing is divided by
      // what may vanish.
      for member in odds.indices {
        let own: Lanes = odds[member] * bars
        let passing: Lanes = own / (own + absences[member])
        slopes[member] += alone * passing / (own + 1)
      }
      let shared: Lanes = sharedOdds * bars
      let all: Lanes = shared + 1
      let passing: Lanes = (1 - emptiness) * (shared / all)
      slopeOfShared += share * passing / all
    }
    let united = discipline * slopeOfShared.total
    return members.indices.map { member in
      (1 - absences[member]) * slopes[member].total + influences[member] * united
    }
  }

  /// For each factor the product of all others.
  static func productsOfOthers(_ factors: [Lanes]) -> [Lanes] {
    var products = factors.map { _ in Lanes(repeating: 1) }
    var before = Lanes(repeating: 1)
    var after = before
    for place in factors.indices {
      products[place] *= before
      before *= factors[place]
    }
    for place in factors.indices.reversed() {
      products[place] *= after
      after *= factors[place]
    }
    return products
  }
}
