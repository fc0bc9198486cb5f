import Drafting
import Forecasting
public import Treaty

/// What lies before the delegations that nobody plays when a round closes: who they are, what could be
/// changed, and what each thinks of it.
///
/// All of it follows from what everybody knows: positions on record, the text and the proposals. Instructions, votes
/// to come and luck are not looked at.
struct Floor {
  /// A change of one clause that could be put.
  struct Option {
    let clause: Int
    let provision: Provision
    let prospect: Prospect
    /// The chance that the room gives it, as log-odds.
    let odds: Double
    /// Who is on record as holding it: delegations, blocs or groups, as written.
    let heldBy: [String]
  }

  let scenario: Scenario
  let options: [Option]
  /// The options of each clause, as places in `options`.
  let byClause: [[Int]]
  /// The delegations that nobody plays and nobody has spoken for, as places in the scenario.
  let movers: [Int]
  /// How far each delegation misreads the room on each clause, in logits.
  private let readings: [[Double]]

  /// What an act has to bring before anybody bothers, in units of gain: what is noticeable on the
  /// whole, spread over the clauses.
  let effort: Double

  /// How far delegations misread the chance of a change: standard deviation, in logits; a judgement.
  private static let misreading = 0.5

  init(of session: Session) {
    let scenario = session.scenario
    self.scenario = scenario
    effort = scenario.model.noticeable / Double(scenario.clauses.count)
    let spoken = session.spokenFor
    movers = scenario.delegations.indices.filter {
      !spoken.contains(scenario.delegations[$0].id)
    }
    var options: [Option] = []
    byClause = scenario.clauses.indices.map { clause in
      let first = options.count
      for provision in Floor.provisions(at: clause, in: session) {
        let prospect = Prospect(of: provision, at: clause, against: session.text, in: scenario)
        let chance = min(max(prospect.chance, 1e-6), 1 - 1e-6)
        options.append(
          Option(
            clause: clause,
            provision: provision,
            prospect: prospect,
            odds: Elementary.log(chance / (1 - chance)),
            heldBy: scenario.holders(of: provision, at: clause)
          )
        )
      }
      return Array(first..<options.count)
    }
    self.options = options
    readings = scenario.delegations.map { delegation in
      var generator = SeededGenerator(
        seed: session.seed,
        purpose: "reading/\(delegation.id)/\(session.round)"
      )
      return scenario.clauses.map { _ in Floor.misreading * generator.normal() }
    }
  }

  /// How a clause could be made to read: as listed, as somebody has proposed, struck where some draft did without it,
  /// and, once it is in brackets, with one word changed.
  private static func provisions(at clause: Int, in session: Session) -> [Provision] {
    let scenario = session.scenario
    let now = session.text.provisions[clause]
    var all = scenario.alternatives(at: clause)
    let open = session.openProposals(on: scenario.clauses[clause].id)
    for proposal in open where !all.contains(proposal.provision) {
      all.append(proposal.provision)
    }
    let words = scenario.words(of: now, at: clause).plain
    guard !open.isEmpty, !words.isEmpty else { return all.filter { $0 != now } }
    var places = all.map { scenario.placements(of: $0, at: clause) }
    let kind = scenario.clauses[clause].kind
    for edit in OneCueEdits.edits(of: words, in: kind, by: scenario.lexicon) {
      let text: String
      do throws(TextEdit.Problem) { text = try edit.applied(to: words) } catch { continue }
      let reading = Reading(
        of: text,
        typed: edit.typed,
        in: scenario.clauses[clause],
        of: scenario
      )
      // What stands where another option stands is no other option.
      guard !places.contains(reading.placements) else { continue }
      places.append(reading.placements)
      all.append(.worded(reading))
    }
    return all.filter { $0 != now }
  }

  /// An option as a delegation weighs it.
  func weighed(_ place: Int, by delegation: Int) -> Act.Option {
    let option = options[place]
    return Act.Option(
      clause: scenario.clauses[option.clause].id,
      provision: option.provision,
      gain: option.prospect.gains[delegation],
      chance: Elementary.logistic(option.odds + readings[delegation][option.clause])
    )
  }

  /// What a wording that a delegation is on record as holding counts for, beside others; a judgement.
  private static let attachment = 2.0

  /// What draws a delegation to an option: what it expects of it, and more where it is on record for it.
  func appeal(of place: Int, to delegation: Int) -> Double {
    let option = options[place]
    let own = scenario.delegations[delegation]
    let isHeld = option.heldBy.contains {
      $0 == own.id.text || own.belongs(to: Bloc.ID($0))
    }
    return weighed(place, by: delegation).expected * (isHeld ? Floor.attachment : 1)
  }

  /// The option for a provision of a clause, if it is one.
  func option(_ provision: Provision, at clause: Int) -> Int? {
    byClause[clause].first { options[$0].provision == provision }
  }

  /// The option of an open proposal.
  func option(of proposal: Proposal) -> Int? {
    scenario.index(of: proposal.clause).flatMap { option(proposal.provision, at: $0) }
  }

  /// The best options of a delegation, the best first, by what it expects of them; at least one if there is any.
  func best(for delegation: Int, count: Int, where isOpen: (Int) -> Bool = { _ in true }) -> [Int] {
    // Only what is gained can be expected to bring something, so that few have to be weighed.
    let gained = options.indices.filter {
      options[$0].prospect.gains[delegation] > 0 && isOpen($0)
    }
    let ranked = gained.map { (place: $0, value: appeal(of: $0, to: delegation)) }
      .sorted { ($1.value, $0.place) < ($0.value, $1.place) }
    return ranked.prefix(count).map(\.place)
  }
}

extension Scenario {
  /// Who is on record as holding a provision.
  fileprivate func holders(of provision: Provision, at clause: Int) -> [String] {
    guard case .listed(let id) = provision else { return [] }
    return clauses[clause].wording(id)?.heldBy ?? []
  }
}

extension Session {
  /// The delegations that people speak for, or have spoken for by name since the talks began.
  public var spokenFor: Set<Delegation.ID> {
    if isFilled { return Set(scenario.delegations.map(\.id)) }
    let talks = log.lastIndex { if case .start = $0.move { true } else { false } }
    return Set(played + log[(talks ?? 0)...].compactMap(\.actor.delegation))
  }
}
