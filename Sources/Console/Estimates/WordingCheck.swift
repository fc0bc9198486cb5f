import Drafting
import Negotiation
import Treaty

/// The lexicon held against the listed wordings: each is left out and placed from its siblings.
struct WordingCheck: Sendable {
  /// One wording on one issue.
  struct Case: Sendable {
    let clause: Clause.ID
    let wording: Wording.ID
    let nearest: Wording.ID
    let issue: Issue.ID
    /// Where its author put it, 0...100.
    let given: Double
    /// Where the nearest sibling stands.
    let from: Double
    /// Where the cues put it.
    let read: Double

    var error: Double { (read - given).magnitude }
    /// Whether the author tells it apart from its sibling by enough to have a direction.
    var isDifferent: Bool { (given - from).magnitude >= WordingCheck.difference }
    /// Whether the cues move it the same way.
    var isSameWay: Bool { (given - from) * (read - from) > 0 }
    /// Whether the cues do not move it.
    var isUnmoved: Bool { read == from }
  }

  /// Differences below this have no direction: a coder marks steps of five.
  static let difference = 5.0

  let scenario: Scenario
  let cases: [Case]

  init(of scenario: Scenario) {
    self.scenario = scenario
    var cases: [Case] = []
    for clause in scenario.clauses {
      for wording in clause.wordings {
        guard let reading = wording.readingFromSiblings(in: clause, of: scenario),
          let nearest = reading.nearest.flatMap({ clause.wording($0) })
        else { continue }
        for issue in clause.issues {
          cases.append(
            Case(
              clause: clause.id,
              wording: wording.id,
              nearest: nearest.id,
              issue: scenario.issues[issue].id,
              given: wording.placements[issue],
              from: nearest.placements[issue],
              read: reading.placements[issue]
            )
          )
        }
      }
    }
    self.cases = cases
  }

  /// Mean absolute error of the cues, in points.
  var error: Double { mean(cases.map(\.error)) }
  /// The same if every wording were put where its nearest sibling stands.
  var errorWithoutCues: Double { mean(cases.map { ($0.given - $0.from).magnitude }) }
  /// The cases with a direction.
  var different: [Case] { cases.filter(\.isDifferent) }
  /// Those of them that the cues move at all.
  var moved: [Case] { different.filter { !$0.isUnmoved } }
  /// Those that they move the right way.
  var sameWay: [Case] { moved.filter(\.isSameWay) }

  private func mean(_ numbers: [Double]) -> Double {
    numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
  }

  /// The result in words, with the worst ten.
  func say(on page: inout Page) {
    guard !cases.isEmpty else {
      page.say("\(scenario.id): no clause lists two wordings, so nothing can be checked.")
      return
    }
    page.say(
      "\(scenario.id): \(Figures.count(cases.count, "place")) of listed wordings, each left out and read from its siblings."
    )
    page.say(
      "Mean error \(Figures.decimal(error, decimals: 1)) points; "
        + "\(Figures.decimal(errorWithoutCues, decimals: 1)) if the cues said nothing.",
      indent: 2
    )
    let right = moved.isEmpty ? 0 : 100 * Double(sameWay.count) / Double(moved.count)
    page.say(
      "Of \(different.count) differences of 5 points or more the cues see \(moved.count), and "
        + "\(sameWay.count) of these the right way (\(Figures.rounded(right)) in 100).",
      indent: 2
    )
    page.heading("The worst ten")
    var table = Table(
      [.leading, .leading, .leading, .trailing, .trailing, .trailing],
      headings: ["clause", "wording", "issue", "author", "sibling", "cues"]
    )
    // Equal errors keep the order of the scenario.
    let ranked = cases.enumerated().sorted {
      ($1.element.error, $0.offset) < ($0.element.error, $1.offset)
    }
    for (_, each) in ranked.prefix(10) {
      table.add(
        Phrase(each.clause.text),
        Phrase(each.wording.text),
        Phrase(each.issue.text),
        Phrase(Figures.place(each.given)),
        Phrase(Figures.place(each.from)),
        Phrase(Figures.place(each.read))
      )
    }
    page.show(table)
  }

  /// The result as data.
  var document: WordingCheckDocument {
    WordingCheckDocument(
      scenario: scenario.id.text,
      error: error,
      errorWithoutCues: errorWithoutCues,
      differences: different.count,
      seen: moved.count,
      rightWay: sameWay.count,
      cases: cases.map {
        WordingCheckDocument.Entry(
          clause: $0.clause.text,
          wording: $0.wording.text,
          nearest: $0.nearest.text,
          issue: $0.issue.text,
          given: $0.given,
          from: $0.from,
          read: $0.read
        )
      }
    )
  }
}

/// The lexicon held against listed wordings, as data: `plenary.wording/1`.
struct WordingCheckDocument: Encodable, Sendable {
  struct Entry: Encodable, Sendable {
    let clause: String
    let wording: String
    let nearest: String
    let issue: String
    let given: Double
    let from: Double
    let read: Double
  }

  let schema = "plenary.wording/1"
  let scenario: String
  let error: Double
  let errorWithoutCues: Double
  let differences: Int
  let seen: Int
  let rightWay: Int
  let cases: [Entry]
}

/// Where a change places a clause, as data: `plenary.placement/1`.
struct PlacementDocument: Encodable, Sendable {
  struct CueEffect: Encodable, Sendable {
    let cue: String
    let phrase: String
    let gained: Bool
    let role: String
    let issue: String
    let effect: Double
    let source: String
  }

  let schema = "plenary.placement/1"
  let clause: String
  let nearest: String
  let placements: [String: Double]
  let low: [String: Double]
  let high: [String: Double]
  let cues: [CueEffect]
  let unread: [String]

  init(_ room: Room, _ change: Change) {
    let scenario = room.scenario
    let issues = scenario.clauses[change.clause].issues
    func named(_ places: [Double]) -> [String: Double] {
      var named: [String: Double] = [:]
      for issue in issues { named[scenario.issues[issue].id.text] = places[issue] }
      return named
    }
    clause = scenario.clauses[change.clause].id.text
    let places = scenario.placements(of: change.provision, at: change.clause)
    placements = named(places)
    guard case .worded(let reading) = change.provision else {
      nearest = change.provision.name
      low = named(places)
      high = named(places)
      cues = []
      unread = []
      return
    }
    nearest = reading.nearest?.text ?? Provision.absent.name
    low = named(reading.low)
    high = named(reading.high)
    cues = reading.steps.map {
      CueEffect(
        cue: $0.cue,
        phrase: $0.phrase,
        gained: $0.isGained,
        role: $0.role.rawValue,
        issue: scenario.issues[$0.issue].id.text,
        effect: $0.after - $0.before,
        source: $0.source
      )
    }
    unread = reading.unread
  }
}
