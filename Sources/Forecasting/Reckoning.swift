import Treaty

/// A rule as arithmetic: the number that ballots add up to, and which numbers adopt.
struct Reckoning {
  let count: Count
  /// Whether each number adopts, 1 or 0, from the lowest up.
  let adopts: [Double]
  /// Whether a vote in which nobody votes for or against rejects, though its number adopts.
  let rejectsSilence: Bool
  /// The place in `adopts` from which on every number adopts, if there is one such place.
  private let least: Int?

  /// Translates a rule; consensus counts no votes and has no translation.
  init?(of rule: VotingRule, among voters: [Electorate.Voter]) {
    switch rule {
    case .simpleMajority:
      self.init(yesAgainst: 1, atLeast: 1, among: voters.count)
    case .twoThirds:
      self.init(yesAgainst: 2, atLeast: 0, among: voters.count)
    case .absoluteMajority:
      let need = voters.count / 2 + 1
      self.init(.of(.yes, among: voters.count), adopting: { $0 >= need })
    case .consensus:
      return nil
    case .all(let conditions):
      self.init(all: conditions, among: voters)
    }
  }

  /// Yes less a multiple of no.
  private init(yesAgainst multiple: Int, atLeast need: Int, among voters: Int) {
    let count = Count(
      rising: .yes,
      rises: Array(repeating: 1, count: voters),
      falling: .no,
      fall: multiple
    )
    self.init(count, adopting: { $0 >= need }, rejectsSilence: need <= 0)
  }

  /// Several conditions at once: each that counts gets a digit of its own in one number.
  private init(all conditions: [VotingRule.Condition], among voters: [Electorate.Voter]) {
    var rises = voters.map { _ in 0 }
    var vetoes: [Int] = []
    var needs: [(place: Int, base: Int, least: Int)] = []
    var place = 1
    for condition in conditions {
      let units: [Int]
      let least: Int
      switch condition {
      case .members(let need):
        units = voters.map { _ in 1 }
        least = need
      case .share(let share, let weight):
        units = Units.of(voters.map { $0.weights[weight] }, atMost: Reckoning.thousandths)
        least = Units.least(share: share, of: units.reduce(0, +))
      case .veto(let members):
        vetoes += members
        continue
      }
      let base = units.reduce(1, +)
      for voter in voters.indices {
        rises[voter] += place * units[voter]
      }
      needs.append((place, base, least))
      place *= base
    }
    let requirements = needs
    self.init(
      Count(rising: .yes, rises: rises, vetoes: vetoes),
      adopting: { number in
        requirements.allSatisfy { number / $0.place % $0.base >= $0.least }
      }
    )
  }

  private init(_ count: Count, adopting: (Int) -> Bool, rejectsSilence: Bool = false) {
    let voters = Array(count.rises.indices)
    let lowest = count.lowest(of: voters)
    self.count = count
    adopts = (0..<count.width(of: voters)).map { adopting(lowest + $0) ? 1 : 0 }
    self.rejectsSilence = rejectsSilence
    let first = adopts.firstIndex(of: 1) ?? adopts.count
    least = adopts[first...].allSatisfy { $0 == 1 } ? first : nil
  }

  /// The chance that the sum of two independent parts of the count adopts.
  func chance(of part: [Double], plus rest: [Double]) -> Double {
    guard let least else {
      let total = Kernel.convolve(part.span, rest.span)
      return Kernel.product(total.span, adopts.span)
    }
    // The chance that the part reaches a number, from the highest down.
    var reaching = Array(part.reversed())
    for place in reaching.indices.dropFirst() { reaching[place] += reaching[place - 1] }
    let highest = part.count - 1
    // Where the rest alone suffices, any number of the part does.
    let alone = max(0, min(least, rest.count))
    var chance = 0.0
    for place in alone..<rest.count { chance += rest[place] * reaching[highest] }
    let first = max(0, least - highest)
    guard first < alone else { return chance }
    let places = first..<alone
    return chance
      + Kernel.product(
        rest.span.extracting(places),
        reaching.span.extracting((highest - least + first)..<(highest - least + alone))
      )
  }

  /// Sums of weights that are told apart at most, so that a room's tally stays quick.
  private static let thousandths = 1000
}
