/// One round of the challenge model: whoever can expect more from a challenge than from giving way
/// moves others towards itself.
///
/// After Bueno de Mesquita, as replicated by Scholz, Calbert and Smith 2011. It need not converge, and
/// two public replications differ after one round. Who challenges is taken to be sure that the other
/// would else keep its position (their Q is 1).
public struct Challenge: Sendable {
  /// How the published steps are read.
  public enum Reading: String, Sendable, CaseIterable {
    /// As they are written.
    case published
    /// As a public replication has them: the support for a challenger is a part of what all would do
    /// over all pairs, nobody capitulates, and of compromises the one at the lowest place is taken.
    case replicated
  }

  /// Where each bargainer stands after the round, 0...100.
  public let positions: [Double]
  /// How each weighs what may be lost: below 1 for who dares, above 1 for who does not, 0.5...2.
  public let exponents: [Double]

  /// Lets bargainers challenge each other once.
  public init(among bargainers: [Bargainer], reading: Reading) {
    let places = bargainers.map(\.position)
    let range = (places.max() ?? 0) - (places.min() ?? 0)
    guard range > 0 else {
      positions = places
      exponents = places.map { _ in 1 }
      return
    }
    let contest = Contest(among: bargainers, range: range, reading: reading)
    exponents = contest.exponents
    positions = contest.moved(by: exponents)
  }
}

/// Everybody against everybody.
private struct Contest {
  let bargainers: [Bargainer]
  let reading: Challenge.Reading
  /// Positions as parts of their range, 0...1.
  let places: [Double]
  /// The bargainers from the lowest position up.
  let order: [Int]
  /// The distances of all pairs.
  let distances: Powers
  /// What is left of half the range after half of each distance, and what there is with it.
  let near: Powers
  let far: Powers

  init(among bargainers: [Bargainer], range: Double, reading: Challenge.Reading) {
    self.bargainers = bargainers
    self.reading = reading
    let least = bargainers.map(\.position).min() ?? 0
    let places = bargainers.map { ($0.position - least) / range }
    self.places = places
    order = bargainers.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    distances = Powers(of: places) { $0 }
    near = Powers(of: places) { 0.5 - 0.5 * $0 }
    far = Powers(of: places) { 0.5 + 0.5 * $0 }
  }

  /// What the danger that each is in makes of its risk: first everybody weighs losses alike.
  var exponents: [Double] {
    let ones = places.map { _ in 1.0 }
    let support = Support(in: self, exponents: ones)
    let dangers = places.indices.map { own in
      let stakes = Stakes(of: own, in: self, exponent: 1)
      return places.indices.reduce(0) { sum, other in
        other == own ? sum : sum + stakes.ofChallenge(by: other, support)
      }
    }
    let most = dangers.max() ?? 0
    let least = dangers.min() ?? 0
    guard most > least else { return ones }
    return dangers.map { danger in
      let risk = (2 * danger - most - least) / (most - least)
      return (1 - risk / 3) / (1 + risk / 3)
    }
  }

  /// Where each stands after the best offer that it sees.
  func moved(by exponents: [Double]) -> [Double] {
    let support = Support(in: self, exponents: exponents)
    return places.indices.map { own in
      let stakes = Stakes(of: own, in: self, exponent: exponents[own])
      var best: Offer?
      for other in places.indices where places[other] != places[own] {
        let offer = Offer(
          to: bargainers[own].position,
          from: bargainers[other].position,
          own: stakes.ofChallenging(other, support),
          others: stakes.ofChallenge(by: other, support),
          reading: reading
        )
        if let offer, offer.isTaken(before: best) { best = offer }
      }
      return best?.place ?? bargainers[own].position
    }
  }

  /// A number of 0 or more for each pair, to be raised to any power: its logarithm is taken once.
  struct Powers {
    private let count: Int
    private var numbers: [Double]
    private var logarithms: [Double]

    init(of places: [Double], number: (_ distance: Double) -> Double) {
      count = places.count
      numbers = Array(repeating: 0, count: count * count)
      logarithms = numbers
      for first in places.indices {
        for second in first..<count {
          let value = number((places[first] - places[second]).magnitude)
          let logarithm = Elementary.log(value)
          for place in [first * count + second, second * count + first] {
            numbers[place] = value
            logarithms[place] = logarithm
          }
        }
      }
    }

    func callAsFunction(_ first: Int, _ second: Int, to exponent: Double) -> Double {
      let place = first * count + second
      if exponent == 1 || numbers[place] == 0 { return numbers[place] }
      return Elementary.exp(exponent * logarithms[place])
    }
  }

  /// The chance that one of two wins, by the support of all.
  struct Support {
    private let count: Int
    private var chances: [Double]

    /// Sums up who supports whom.
    ///
    /// What others gain by one of a pair is a difference of sums over those nearer to it, so that a
    /// round takes the square of the members and not their cube.
    init(in contest: Contest, exponents: [Double]) {
      let places = contest.places
      let order = contest.order
      let count = places.count
      // What the first so many in order would lose together if a place won, by place.
      var losses = [Double](repeating: 0, count: count * (count + 1))
      for place in places.indices {
        let start = place * (count + 1)
        for (rank, member) in order.enumerated() {
          let loss = contest.distances(member, place, to: exponents[member])
          losses[start + rank + 1] = losses[start + rank] + contest.bargainers[member].weight * loss
        }
      }
      var support = [Double](repeating: 0, count: count * count)
      var all = 0.0
      for (rank, low) in order.enumerated() {
        let lows = low * (count + 1)
        var nearer = rank
        for high in order[rank...] where places[high] > places[low] {
          let highs = high * (count + 1)
          while nearer < count, 2 * places[order[nearer]] < places[low] + places[high] {
            nearer += 1
          }
          let forLow = max(0, losses[highs + nearer] - losses[lows + nearer])
          let forHigh = max(
            0,
            losses[lows + count] - losses[lows + nearer]
              - (losses[highs + count] - losses[highs + nearer])
          )
          all += forLow + forHigh
          support[low * count + high] = forLow
          support[high * count + low] = forHigh
        }
      }
      chances = support
      self.count = count
      for first in places.indices {
        for second in places.indices {
          let forFirst = support[first * count + second]
          let sum =
            switch contest.reading {
            case .published: forFirst + support[second * count + first]
            // Each pair is counted both ways round.
            case .replicated: 2 * all
            }
          chances[first * count + second] = sum > 0 ? forFirst / sum : 0
        }
      }
    }

    func callAsFunction(_ challenger: Int, _ other: Int) -> Double {
      chances[challenger * count + other]
    }
  }

  /// What challenges are worth as one bargainer sees them.
  struct Stakes {
    private let contest: Contest
    private let own: Int
    /// What it is worth that a challenge between it and another succeeds, by the other.
    private let success: [Double]
    private let failure: [Double]
    private let standstill: Double

    init(of own: Int, in contest: Contest, exponent: Double) {
      self.contest = contest
      self.own = own
      success = contest.places.indices.map { 2 - 4 * contest.near(own, $0, to: exponent) }
      failure = contest.places.indices.map { 2 - 4 * contest.far(own, $0, to: exponent) }
      // Where nobody is away from it: half the range.
      standstill = 2 - 4 * contest.near(own, own, to: exponent)
    }

    func ofChallenging(_ other: Int, _ support: Support) -> Double {
      worth(other, resistance: contest.bargainers[other].salience, chance: support(own, other))
    }

    func ofChallenge(by other: Int, _ support: Support) -> Double {
      worth(other, resistance: contest.bargainers[own].salience, chance: support(other, own))
    }

    /// Who does not care gives way; who does is beaten with that chance.
    private func worth(_ other: Int, resistance: Double, chance: Double) -> Double {
      resistance * (chance * success[other] + (1 - chance) * failure[other])
        + (1 - resistance) * success[other] - standstill
    }
  }
}

/// What another's challenge may move a bargainer to.
private struct Offer {
  /// What the two make of it; who is moved takes the first before the next.
  enum Kind: Int {
    case confrontation
    case compromise
    case capitulation
  }

  let kind: Kind
  /// Where it would stand then.
  let place: Double
  /// By what offers of a kind are compared; the least is taken.
  let order: Double

  /// Weighs what its own challenge would be worth to it against what the other's would be.
  init?(
    to position: Double,
    from other: Double,
    own: Double,
    others: Double,
    reading: Challenge.Reading
  ) {
    guard others > 0 else { return nil }
    if own > 0 {
      guard others > own else { return nil }
      kind = .confrontation
      place = other
    } else if own < 0, others > -own {
      kind = .compromise
      place = position + (other - position) * (-own / others)
    } else if own < 0, others < -own, reading == .published {
      kind = .capitulation
      place = other
    } else {
      return nil
    }
    switch (reading, kind) {
    case (.replicated, .compromise):
      order = (-own * position + others * other) / (others - own)
    case (.published, _), (.replicated, _): order = (place - position).magnitude
    }
  }

  func isTaken(before best: Offer?) -> Bool {
    guard let best else { return true }
    return (kind.rawValue, order) < (best.kind.rawValue, best.order)
  }
}
