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
  }

  /// The first place in `counts` that the rules need; it and what follows suffice for the chances
  /// of adoption and consensus.
  var firstOfRules: Int {
    [reckoning, shadowReckoning]
      .compactMap { $0.flatMap { counts.firstIndex(of: $0.count) } }
      .min() ?? 0
  }

  /// How strongly a member must be opposed to block, given the chance of a vote, as exp(bar).
  func bar(shadowAdoption: Double) -> Double {
    let bar = electorate.blocking + electorate.shadow * shadowAdoption
    return Elementary.exp(min(max(bar, -100), 100))
  }

  /// The ballots whose distributions a tally needs, the first counts of an assembly for a tally.
  static let tallied = [Ballot.yes, .no, .abstain]
}
