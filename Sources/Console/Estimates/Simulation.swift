import Forecasting
public import Negotiation
public import Treaty

/// One negotiation in which nobody plays, from the opening to its end.
public struct Playthrough: Sendable {
  /// How it ended.
  public let outcome: Outcome
  /// Clauses in brackets and clauses settled, after each round.
  let brackets: [(open: Int, settled: Int)]
  /// The text that it ended with.
  let text: TreatyText

  /// Plays a scenario from a draft, which is a place in `Scenario.drafts`.
  public init(of scenario: Scenario, seed: UInt64, draft: Int?) {
    var session = Session(scenario: scenario, seed: seed, opening: draft)
    var brackets: [(open: Int, settled: Int)] = []
    do throws(Refusal) {
      _ = try session.make(.speak(Seats(chair: .itself)), by: .chair)
      while session.outcome == nil {
        _ = try session.make(.proceed, by: .chair)
        let settled = scenario.clauses.indices.count {
          [.agreed, .adopted, .deleted].contains(session.state(of: $0))
        }
        brackets.append((session.bracketed.count, settled))
      }
    } catch {
      preconditionFailure("a room that runs by itself is never refused")
    }
    outcome = session.outcome ?? .noAgreement
    self.brackets = brackets
    text = session.text
  }
}

/// Many negotiations in which nobody plays.
public struct Simulation: Sendable {
  private let scenario: Scenario
  private let opening: TreatyText
  private let plays: [Playthrough]

  /// Looks at what was played.
  public init(of plays: [Playthrough], in scenario: Scenario, draft: Int?) {
    self.scenario = scenario
    self.plays = plays
    opening = scenario.drafts[draft ?? scenario.opening].text
  }

  /// How often what came about, as a reply.
  public var enquiry: Enquiry {
    var page = Page()
    page.say("\(plays.count) negotiations in which nobody plays (\(scenario.id)).")
    var outcomes = Table([.leading, .trailing, .trailing])
    for (label, isMeant) in Simulation.outcomes {
      let count = plays.count { isMeant($0.outcome) }
      outcomes.add(Phrase(label), Phrase("\(count)"), Phrase("\(share(count)) %"))
    }
    page.show(outcomes)
    page.heading("Clauses of \(scenario.clauses.count), on average")
    var rounds = Table(
      [.leading, .trailing, .trailing],
      headings: ["after", "in brackets", "settled"]
    )
    for round in 0..<scenario.rounds {
      let open = plays.map { Double($0.brackets[round].open) }
      let settled = plays.map { Double($0.brackets[round].settled) }
      rounds.add("round \(round + 1)", Phrase(mean(open)), Phrase(mean(settled)))
    }
    page.show(rounds)
    if let place = scenario.aftermath?.worldText { sayWorld(place, on: &page) }
    return Enquiry(page, document: SimulationDocument(self))
  }

  private static let outcomes: [(String, @Sendable (Outcome) -> Bool)] = [
    ("adopted by consensus", { $0 == .adoptedByConsensus }),
    ("adopted by vote", { if case .adoptedByVote = $0 { true } else { false } }),
    ("not adopted", { if case .notAdopted = $0 { true } else { false } }),
    ("no agreement", { $0 == .noAgreement }),
  ]

  /// Which clauses end where the real text did.
  private func sayWorld(_ place: Int, on page: inout Page) {
    let world = scenario.drafts[place].text
    let contested = world.differences(from: opening)
    page.heading("Ends where the real text did, of \(contested.count) clauses that changed")
    var table = Table(
      [.leading, .leading, .trailing, .leading],
      headings: ["clause", "in the world", "so in", "most often here"]
    )
    for clause in contested {
      let alike = plays.count { $0.text.provisions[clause] == world.provisions[clause] }
      table.add(
        Phrase(scenario.clauses[clause].id.text),
        Phrase(world.provisions[clause].shortName),
        Phrase("\(share(alike)) %"),
        Phrase(commonest(at: clause))
      )
    }
    page.show(table)
    let kept = scenario.clauses.indices.filter {
      world.provisions[$0] == opening.provisions[$0]
    }
    let unmoved = plays.reduce(0) { sum, play in
      sum + kept.count { play.text.provisions[$0] == world.provisions[$0] }
    }
    page.say(
      "Of the \(kept.count) clauses that did not change in the world, "
        + "\(share(unmoved, of: plays.count * kept.count)) % stay here too."
    )
  }

  private func commonest(at clause: Int) -> String {
    var counts: [(name: String, count: Int)] = []
    for play in plays {
      let name = play.text.provisions[clause].shortName
      if let place = counts.firstIndex(where: { $0.name == name }) {
        counts[place].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    guard let most = counts.max(by: { $0.count < $1.count }) else { return "" }
    return "\(most.name) (\(share(most.count)) %)"
  }

  private func share(_ count: Int, of total: Int? = nil) -> Int {
    Figures.rounded(100 * Double(count) / Double(max(total ?? plays.count, 1)))
  }

  private func mean(_ values: [Double]) -> String {
    Figures.decimal(values.reduce(0, +) / Double(max(values.count, 1)), decimals: 1)
  }

  /// Many negotiations as data.
  private struct SimulationDocument: Encodable, Sendable {
    let schema = "plenary.simulation/1"
    let scenario: String
    let outcomes: [String]
    let texts: [[String: String]]

    init(_ simulation: Simulation) {
      scenario = simulation.scenario.id.text
      outcomes = simulation.plays.map(\.outcome.line)
      texts = simulation.plays.map { play in
        Dictionary(
          uniqueKeysWithValues: zip(simulation.scenario.clauses, play.text.provisions).map {
            ($0.id.text, $1.name)
          }
        )
      }
    }
  }
}
