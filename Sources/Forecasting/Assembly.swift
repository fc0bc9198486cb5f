import Treaty

/// An electorate made ready for counting: its blocs, what is counted, and what the rules make of it.
struct Assembly {
  let electorate: Electorate
  /// The rule's arithmetic; nil for consensus.
  let reckoning: Reckoning?
  /// The same of the rule of the vote that a blocked consensus leads to.
  let shadowReckoning: Reckoning?
  /// What is counted.
  let counts: [Count]
  /// The blocs that have members, smallest first: convolving them in this order costs least.
  let caucuses: [Caucus]
  /// The caucuses in two parts with about as many members in each, as places in `caucuses`: a chance
  /// of adoption never needs the distribution of both together.
  let halves: (smaller: [Int], larger: [Int])
  /// How many numbers each count can come to.
  let widths: [Int]
  /// The place of each rule's count in `counts`; nil where it counts nothing.
  let placeOfRule: Int?
  let placeOfShadowRule: Int?
  /// Where the row of each caucus has the distribution of each count.
  let places: [[Range<Int>]]
  /// Whether distributions are wanted.
  let isForTally: Bool

  /// What an assembly is needed for.
  enum Purpose {
    /// Everything that a forecast tells.
    case tally
    /// The chances of adoption and consensus.
    case outcome
    /// The chance of adoption under the rule.
    case adoption
    /// The chance of consensus in the shadow of a vote.
    case consensus
  }

  init(of electorate: Electorate, for purpose: Purpose) {
    let voters = electorate.voters
    let isShadow = electorate.rule == electorate.shadowRule
    let rule = Reckoning(of: electorate.rule, among: voters)
    let shadowRule = Reckoning(of: electorate.shadowRule, among: voters)
    reckoning = purpose == .consensus && !isShadow ? nil : rule
    shadowReckoning = purpose == .adoption ? nil : shadowRule
    var counts =
      purpose == .tally ? Assembly.tallied.map { Count.of($0, among: voters.count) } : []
    for count in [reckoning?.count, shadowReckoning?.count] {
      if let count, !counts.contains(count) { counts.append(count) }
    }
    let counted = counts
    self.electorate = electorate
    isForTally = purpose == .tally
    self.counts = counts
    widths = counted.map { $0.width(of: Array(voters.indices)) }
    placeOfRule = reckoning.flatMap { counted.firstIndex(of: $0.count) }
    placeOfShadowRule = shadowReckoning.flatMap { counted.firstIndex(of: $0.count) }
    caucuses = electorate.disciplines.indices
      .map { bloc in
        Caucus(
          of: voters.indices.filter { voters[$0].bloc == bloc },
          in: electorate,
          discipline: electorate.disciplines[bloc],
          counting: counted
        )
      }
      .filter { !$0.members.isEmpty }
      .sorted { ($0.members.count, $0.members[0]) < ($1.members.count, $1.members[0]) }
    places = caucuses.map { caucus in counted.indices.map { caucus.places(of: $0) } }
    halves = Assembly.halves(of: caucuses.map(\.members.count))
  }

  /// Parts things in two, from the largest down, each to where there is less.
  private static func halves(of sizes: [Int]) -> (smaller: [Int], larger: [Int]) {
    var (first, second): ([Int], [Int]) = ([], [])
    var (ofFirst, ofSecond) = (0, 0)
    for place in sizes.indices.reversed() {
      if ofFirst <= ofSecond {
        first.append(place)
        ofFirst += sizes[place]
      } else {
        second.append(place)
        ofSecond += sizes[place]
      }
    }
    return ofFirst < ofSecond
      ? (first.reversed(), second.reversed()) : (second.reversed(), first.reversed())
  }

  /// Room to add up any of the counts in.
  var roomForSums: Mass { Mass(below: widths.max() ?? 1) }

  /// The first place in `counts` that the rules need; it and what follows suffice for the chances
  /// of adoption and consensus.
  var firstOfRules: Int {
    [placeOfRule, placeOfShadowRule].compactMap { $0 }.min() ?? 0
  }

  /// How strongly a member must be opposed to block, given the chance of a vote, as exp(bar).
  func bar(shadowAdoption: Double) -> Double {
    let bar = electorate.blocking + electorate.shadow * shadowAdoption
    return Elementary.exp(min(max(bar, -100), 100))
  }

  /// The ballots whose distributions a tally needs, the first counts of an assembly for a tally.
  static let tallied = [Ballot.yes, .no, .abstain]
}
