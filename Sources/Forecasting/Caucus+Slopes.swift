import Treaty

extension Caucus {
  /// How what a count and silence are worth on average rises with each member's leaning.
  func slopes(
    at shockOdds: Double,
    counting place: Int,
    worth: [Double],
    silence: Double
  ) -> [Double] {
    let stances = odds.map { Stance(odds: $0 * shockOdds, edge: edge) }
    let chances = MemberChances(stances: stances, absences: absences)
    let count = counts[place]
    let moves = moves(of: count, from: chances)
    let moved = programs[place].slopes(of: moves, worth: worth.span)
    let silent = Integration.productsOfOthers(members.indices.map { chances.silence(of: $0) })
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
      let stance = stances[member]
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

  /// How the chance that no member blocks rises with each member's leaning.
  func slopesOfUnblocked(at bar: Double) -> [Double] {
    let others = Integration.productsOfOthers(
      odds.indices.map { (odds[$0] * bar + absences[$0]) / (1 + odds[$0] * bar) }
    )
    let shared = sharedOdds * bar
    let empty = absences.reduce(1, *)
    let slopeOfShared = discipline * (1 - empty) * (shared / (1 + shared)) / (1 + shared)
    return members.indices.map { member in
      let odds = odds[member] * bar
      let alone = (1 - absences[member]) * (odds / (1 + odds)) / (1 + odds) * others[member]
      return (1 - discipline) * alone + influences[member] * slopeOfShared
    }
  }
}

extension Blocking {
  /// How the chance that no member of a caucus blocks rises with each member's leaning.
  func slopes(of caucus: Caucus, weighing weights: [Double]) -> [Double] {
    var slopes = caucus.members.map { _ in 0.0 }
    for place in weights.indices where weights[place] != 0 {
      let here = caucus.slopesOfUnblocked(at: odds[place])
      for member in slopes.indices {
        slopes[member] += weights[place] * here[member]
      }
    }
    return slopes
  }
}
