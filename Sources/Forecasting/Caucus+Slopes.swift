import Treaty

extension Caucus {
  /// How what a count and silence are worth on average rises with each member's leaning.
  func slopes(
    at shockOdds: Double,
    counting place: Int,
    worth: [Double],
    silence: Double
  ) -> [Double] {
    let chances = chances(at: shockOdds)
    let count = counts[place]
    let moves = moves(of: count, from: chances)
    let moved = programs[place].slopes(of: moves, worth: worth.span)
    let silent = Caucus.productsOfOthers(members.indices.map { chances.silence(of: $0) })
    let shared = slopeOfSharedLeaning(
      at: shockOdds,
      places: places(of: place),
      worth: worth,
      silence: silence
    )
    return members.indices.map { member in
      /// What it is worth that this member casts a ballot.
      func worthOf(_ ballot: Ballot) -> Double {
        if ballot == count.rising { return moved.up[member] }
        if ballot == count.falling { return moved.down[member] }
        if ballot == .no && count.vetoes[members[member]] { return 0 }
        return moved.stay[member]
      }
      let stance = Stance(odds: odds[member] * shockOdds, edge: edge)
      let silenceWorth = silence * silent[member]
      let abstention = worthOf(.abstain) + silenceWorth
      let alone =
        stance.yesSlope * (worthOf(.yes) - abstention) + stance.noSlope
        * (worthOf(.no) - abstention)
      return (1 - discipline) * (1 - absences[member]) * alone + influences[member] * shared
    }
  }

  /// The same for the leaning of the bloc as one.
  private func slopeOfSharedLeaning(
    at shockOdds: Double,
    places: Range<Int>,
    worth: [Double],
    silence: Double
  ) -> Double {
    guard discipline > 0 else { return 0 }
    let stance = sharedStance(at: shockOdds)
    let worths = unanimous.map { row in
      Kernel.product(row.span.extracting(places), worth.span) + silence * row[self.silence]
    }
    return discipline
      * (stance.yesSlope * (worths[0] - worths[2]) + stance.noSlope * (worths[1] - worths[2]))
  }

  /// How the chance that no member blocks, averaged over the bloc's own shock, rises with each
  /// member's leaning.
  func slopesOfUnblocked(
    over window: Lattice.Window,
    odds sums: [Double],
    bar: Double
  ) -> [Double] {
    var slopes = members.map { _ in 0.0 }
    var slopeOfShared = 0.0
    for (place, share) in window.chances.enumerated() {
      let bar = sums[window.start + place] * bar
      var alone = 1.0
      for member in odds.indices {
        let odds = odds[member] * bar
        alone *= (odds + absences[member]) / (1 + odds)
      }
      // The slope of each factor over the factor itself: odds are never 0, so nothing is divided by
      // what may vanish.
      alone *= share * (1 - discipline)
      for member in odds.indices {
        let odds = odds[member] * bar
        let presence = 1 - absences[member]
        slopes[member] += alone * presence * (odds / (odds + absences[member])) / (1 + odds)
      }
      let shared = sharedOdds * bar
      slopeOfShared += share * (1 - emptiness) * (shared / (1 + shared)) / (1 + shared)
    }
    for member in slopes.indices {
      slopes[member] += influences[member] * discipline * slopeOfShared
    }
    return slopes
  }

  /// For each factor the product of all others.
  static func productsOfOthers(_ factors: [Double]) -> [Double] {
    var products = factors.map { _ in 1.0 }
    var before = 1.0
    var after = 1.0
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
