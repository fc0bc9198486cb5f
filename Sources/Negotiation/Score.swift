import Forecasting
public import Treaty

/// What a delegation brought home, without grades: three marks, each with its evidence.
public struct Score: Sendable {
  /// A mark.
  public enum Mark: String, Sendable, Codable, CaseIterable {
    /// Less than could be hoped for.
    case checkMinus = "check-minus"
    /// What could be hoped for.
    case check
    /// More than could be hoped for.
    case checkPlus = "check-plus"
  }

  /// Whose it is.
  public let delegation: Delegation.ID
  /// Its instructions, each with how it ended; empty where it has none.
  public let instructions: [(instruction: Brief.Instruction, fulfilment: Fulfilment)]
  /// The mark for them; nil where it has none.
  public let wants: Mark?
  /// What it gains by the text compared with the one that opened the talks, in units of gain; nothing is gained
  /// by a text that was not adopted.
  public let gained: Double
  /// The clauses that ended nearer to what it wants, as places in `Scenario.clauses`.
  public let nearer: [Int]
  /// The clauses that ended further from it.
  public let further: [Int]
  /// The mark for the text.
  public let text: Mark
  /// The promises that it made, each with whether it was kept; nil where that cannot be told.
  public let promises: [(deal: Deal, favour: Deal.Favour, isKept: Bool?)]
  /// The mark for its word; nil where it promised nothing that can be told.
  public let word: Mark?
  /// The instructions that it went against.
  public let breaches: [Brief.Instruction]

  /// Looks back on a session for one delegation.
  public init(of delegation: Delegation.ID, in session: Session) {
    let scenario = session.scenario
    self.delegation = delegation
    let brief = scenario.brief(of: delegation)
    instructions = (brief?.instructions ?? []).map { ($0, session.fulfilment(of: $0)) }
    wants = Score.mark(of: instructions)
    let place = scenario.index(of: delegation) ?? 0
    let opening = scenario.drafts[session.base].text
    let isAdopted = session.outcome?.isAdopted != false
    let text = isAdopted ? session.text : opening
    var gained = 0.0
    var nearer: [Int] = []
    var further: [Int] = []
    for clause in text.differences(from: opening) {
      let prospect = Prospect(
        of: text.provisions[clause],
        at: clause,
        against: opening,
        in: scenario
      )
      gained += prospect.gains[place]
      if prospect.stakes[place] >= scenario.model.noticeable { nearer.append(clause) }
      if prospect.stakes[place] <= -scenario.model.noticeable { further.append(clause) }
    }
    self.gained = gained
    self.nearer = nearer
    self.further = further
    self.text =
      nearer.count > further.count && gained > 0
      ? .checkPlus : further.count > nearer.count && gained < 0 ? .checkMinus : .check
    promises = session.deals.filter { $0.state == .accepted || $0.isPromise }.flatMap { deal in
      var own: [(deal: Deal, favour: Deal.Favour, isKept: Bool?)] = []
      if deal.from == delegation {
        own.append((deal, deal.gives, session.keeping(deal.gives, by: delegation)))
      }
      if deal.to == delegation, let wanted = deal.wants {
        own.append((deal, wanted, session.keeping(wanted, by: delegation)))
      }
      return own
    }
    let told = promises.compactMap(\.isKept)
    word = told.isEmpty ? nil : told.contains(false) ? .checkMinus : .checkPlus
    breaches = session.breaches.filter { $0.delegation == delegation }.compactMap {
      brief?.instructions[$0.instruction]
    }
  }

  /// The mark for instructions: a must counts twice; one that was never to come about and did spoils it.
  private static func mark(
    of instructions: [(instruction: Brief.Instruction, fulfilment: Fulfilment)]
  ) -> Mark? {
    guard !instructions.isEmpty else { return nil }
    var won = 0
    var all = 0
    var isSpoilt = false
    for (instruction, fulfilment) in instructions {
      switch instruction.force {
      case .must, .wants:
        let weight = instruction.force == .must ? 2 : 1
        all += weight
        if fulfilment == .won { won += weight }
      case .never: if fulfilment == .lost { isSpoilt = true }
      case .trade, .ask: break
      }
    }
    if isSpoilt || 3 * won < all { return .checkMinus }
    return 3 * won >= 2 * all ? .checkPlus : .check
  }
}

extension Score {
  /// The deals in which it promised something, each once.
  public var deals: [Deal] {
    promises.map(\.deal).reduce(into: []) { deals, deal in
      if !deals.contains(deal) { deals.append(deal) }
    }
  }
}

extension Deal {
  /// Whether it is a promise in words, which nobody has to accept.
  public var isPromise: Bool {
    if case .words = gives { true } else { false }
  }
}

/// A set of changes that would have been better for all parties than what they got.
public struct MissedDeal: Sendable {
  /// The changes, as places in `Scenario.clauses` with how each would read.
  public let changes: [(clause: Int, provision: Provision)]
  /// What the party that gains least would gain, in units of gain.
  public let least: Double

  /// Changes that are tried together at most.
  private static let size = 3

  /// The changes of up to three clauses by which the party that gains least would gain most; nil where none is better for
  /// all of them.
  ///
  /// Gains of clauses add up, so that single ones tell of all sets.
  public init?(for parties: [Delegation.ID], in session: Session) {
    let scenario = session.scenario
    let places = parties.compactMap { scenario.index(of: $0) }
    guard places.count > 1 else { return nil }
    var options: [(clause: Int, provision: Provision, gains: [Double])] = []
    for clause in scenario.clauses.indices {
      let now = session.text.provisions[clause]
      for provision in scenario.alternatives(at: clause) where provision != now {
        let prospect = Prospect(
          of: provision,
          at: clause,
          against: session.text,
          in: scenario
        )
        let gains = places.map { prospect.gains[$0] }
        if gains.contains(where: { $0 > 0 }) { options.append((clause, provision, gains)) }
      }
    }
    var best: (set: [Int], least: Double)?
    func look(_ set: [Int], _ sums: [Double], from start: Int) {
      if let least = sums.min(), !set.isEmpty, least > best?.least ?? 0 { best = (set, least) }
      guard set.count < MissedDeal.size else { return }
      for next in start..<options.count
      where !set.contains(where: { options[$0].clause == options[next].clause }) {
        look(set + [next], zip(sums, options[next].gains).map { $0 + $1 }, from: next + 1)
      }
    }
    // In a large room many options are alike; the likeliest to please are looked at.
    let ranked = options.sorted { ($0.gains.min() ?? 0) > ($1.gains.min() ?? 0) }
    options = Array(ranked.prefix(60))
    look([], places.map { _ in 0 }, from: 0)
    guard let best, best.least >= scenario.model.noticeable / 10 else { return nil }
    changes = best.set.map { (options[$0].clause, options[$0].provision) }
    least = best.least
  }
}
