public import Treaty

/// The text that bargaining would settle on after Nash: of the texts by which everybody gains, the one
/// with the largest sum of logarithms of what each gains, weighted by influence.
public struct Bargain: Sendable {
  /// What came of the search.
  public enum Outcome: Sendable, Equatable {
    /// The best text that was found by which everybody gains.
    case agreement(TreatyText)
    /// These lose by every text, so that there is none; as places in `Scenario.delegations`.
    case hopeless([Int])
    /// No text was found by which everybody gains.
    case none
  }

  /// What came of it.
  public let outcome: Outcome
  /// How many texts were looked at.
  public let texts: Int
  /// Whether these were all texts of listed wordings, so that what was not found is not there.
  public let isExhaustive: Bool

  /// Looks for it among the listed wordings of the clauses, what stands on the table, and no text.
  ///
  /// Where there are few enough, all texts are looked at; else the search goes from the text on the
  /// table by one clause at a time to the best change there is, and ends where none is better. Public
  /// criticism is left out of what is gained, since it hangs on what was on the table before.
  public init(from text: TreatyText, in scenario: Scenario, under circumstances: Circumstances) {
    self.init(from: text, in: scenario, under: circumstances, lookingAtMost: Bargain.mostTexts)
  }

  /// Looks for it among all texts where there are at most so many.
  init(
    from text: TreatyText,
    in scenario: Scenario,
    under circumstances: Circumstances,
    lookingAtMost mostTexts: Int
  ) {
    let table = GainTable(of: text, in: scenario, under: circumstances)
    let losers = table.losers
    guard losers.isEmpty else {
      outcome = .hopeless(losers)
      texts = 0
      isExhaustive = true
      return
    }
    let count = table.options.reduce(1) { min($0 * $1.count, mostTexts + 1) }
    isExhaustive = count <= mostTexts
    let search = isExhaustive ? Search(throughAll: table) : Search(from: table)
    texts = search.texts
    guard search.worth.allGain else {
      outcome = .none
      return
    }
    let chosen = search.choice.enumerated().map { table.options[$0][$1].provision }
    outcome = .agreement(TreatyText(chosen))
  }

  /// Texts of which all are looked at where there are no more.
  private static let mostTexts = 20_000
}

/// What each delegation gains by each provision of each clause; a gain is a sum over the clauses.
private struct GainTable {
  struct Option {
    let provision: Provision
    /// What it adds to the gain of each delegation.
    let gains: [Double]
  }

  /// The provisions of each clause, what is on the table first.
  let options: [[Option]]
  /// What each delegation gains whatever the clauses say.
  let base: [Double]
  let influences: [Double]

  init(of text: TreatyText, in scenario: Scenario, under circumstances: Circumstances) {
    var circumstances = circumstances
    circumstances.before = nil
    influences = scenario.delegations.map(\.influence)
    options = scenario.clauses.indices.map { clause in
      let now = text.provisions[clause]
      let lines = scenario.redLines.filter { $0.clause == clause }
      return ([now] + scenario.alternatives(at: clause).filter { $0 != now }).map { provision in
        let places = scenario.placements(of: provision, at: clause)
        let changed = text.with(provision, at: clause)
        let crossed = lines.filter { $0.isCrossed(by: changed, in: scenario) }
        let gains = scenario.delegations.map { delegation in
          let loss = scenario.clauses[clause].issues.reduce(0) { sum, issue in
            sum + delegation.saliences[issue] * scenario.shares[clause][issue]
              * (places[issue] - delegation.positions[issue]).magnitude / 100
          }
          return crossed.reduce(-loss) { $1.isHeld(by: delegation) ? $0 - $1.price : $0 }
        }
        return Option(provision: provision, gains: gains)
      }
    }
    let stakes = Stakes(of: text, in: scenario, under: circumstances)
    let options = options
    base = scenario.delegations.indices.map { member in
      options.reduce(Appraisal.gain(of: stakes, for: member)) { $0 - $1[0].gains[member] }
    }
  }

  /// Who gains by no text.
  var losers: [Int] {
    base.indices.filter { member in
      let best = options.reduce(base[member]) { sum, options in
        sum + (options.map { $0.gains[member] }.max() ?? 0)
      }
      return best <= 0
    }
  }

  /// What each gains by a choice of provisions.
  func gains(of choice: [Int]) -> [Double] {
    var gains = base
    for (clause, option) in choice.enumerated() {
      for member in gains.indices { gains[member] += options[clause][option].gains[member] }
    }
    return gains
  }
}

/// What a text is worth to bargainers who all have to gain.
private struct Worth {
  let allGain: Bool
  let sum: Double

  /// Below a small gain the logarithm goes on as a straight line, so that texts by which some lose can
  /// be told apart, and a search finds from one of them to where everybody gains.
  init(of gains: [Double], _ influences: [Double]) {
    let allGain = gains.allSatisfy { $0 > 0 }
    self.allGain = allGain
    sum = zip(gains, influences).reduce(0) { sum, member in
      let (gain, influence) = member
      let worth =
        allGain || gain >= Worth.little
        ? Elementary.log(gain)
        : Elementary.log(Worth.little) + (gain - Worth.little) / Worth.little
      return sum + influence * worth
    }
  }

  func isBetter(than other: Worth) -> Bool {
    allGain == other.allGain ? sum > other.sum : allGain
  }

  /// A hundredth of the gain that is worth a mention, in units of gain; judgement.
  private static let little = 0.0005
}

/// A walk through texts.
private struct Search {
  private(set) var choice: [Int]
  private(set) var worth: Worth
  private(set) var texts = 1

  private init(at table: GainTable) {
    choice = table.options.map { _ in 0 }
    worth = Worth(of: table.gains(of: choice), table.influences)
  }

  /// Looks at every text; of equals the one that is met first, from the text on the table on.
  init(throughAll table: GainTable) {
    self.init(at: table)
    var next = choice
    while let clause = next.indices.last(where: { next[$0] + 1 < table.options[$0].count }) {
      next[clause] += 1
      for later in (clause + 1)..<max(clause + 1, next.count) { next[later] = 0 }
      consider(next, Worth(of: table.gains(of: next), table.influences))
    }
  }

  /// Goes through the clauses and takes the best provision of each, until none is better.
  init(from table: GainTable) {
    self.init(at: table)
    var gains = table.gains(of: choice)
    for _ in 0..<Search.mostRounds {
      let before = choice
      for clause in choice.indices {
        let standing = table.options[clause][choice[clause]].gains
        let rest = zip(gains, standing).map { $0 - $1 }
        var next = choice
        for option in table.options[clause].indices where option != choice[clause] {
          let offered = zip(rest, table.options[clause][option].gains).map { $0 + $1 }
          next[clause] = option
          if consider(next, Worth(of: offered, table.influences)) { gains = offered }
        }
      }
      if choice == before { return }
    }
  }

  @discardableResult
  private mutating func consider(_ next: [Int], _ offered: Worth) -> Bool {
    texts += 1
    guard offered.isBetter(than: worth) else { return false }
    choice = next
    worth = offered
    return true
  }

  /// Times that a search goes through all clauses at most; judgement, ten are rarely needed.
  private static let mostRounds = 50
}
