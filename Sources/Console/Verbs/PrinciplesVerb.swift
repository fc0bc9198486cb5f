import Drafting
import Negotiation
import Treaty

/// `principles`: the text held against principles of human rights law, one by one.
struct PrinciplesVerb: Verb {
  static let word = "principles"
  static let usage = "principles [PRINCIPLE]"
  static let summary = "A scorecard of principles: met, partly, not, and by which clause."
  static let purpose = Purpose.ask

  private let name: String?

  static func examples(in room: Room) -> [String] {
    room.scenario.principles.prefix(1).map { "principles \($0.id)" } + ["principles"]
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    name = arguments.remainder()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let principles = room.scenario.principles
    let matter = try room.matter()
    if let name {
      let sought = name.folded
      guard
        let principle = principles.first(where: {
          $0.id.text.folded == sought || $0.title.folded == sought
        })
      else { throw .unknownPrinciple(name) }
      return room.page(of: principle, on: matter)
    }
    var page = Page()
    guard !principles.isEmpty else {
      page.say("This scenario names no principles.")
      room.hint("react", on: &page)
      return Reply(page, document: ScorecardDocument(principles: []))
    }
    page.say(Phrase(room.readings(of: matter), .faint))
    var table = Table([.leading, .leading, .leading])
    var counts: [Verdict.Standing: Int] = [:]
    for principle in principles {
      let verdict = Verdict(on: principle, of: matter.carried, in: room.scenario)
      counts[verdict.standing, default: 0] += 1
      table.add(
        Phrase(principle.title, .strong),
        Phrase(room.words(of: verdict, on: principle, before: matter.lost), verdict.standing.style),
        Phrase(room.clauses(deciding: verdict, on: principle, in: matter.carried))
      )
    }
    page.show(table)
    let summary = Verdict.Standing.allCases.compactMap { standing in
      counts[standing].map { "\($0) \(standing.words)" }
    }
    page.say(
      "\(summary.joined(separator: ", ")). A judgement by the texts; what courts would say nobody knows."
    )
    for source in Set(principles.map(\.source)).sorted() where !source.isEmpty {
      page.say("Source: \(source)", hang: 2)
    }
    if let first = principles.first { room.hint("principles \(first.id)", on: &page) }
    let documents = principles.map { ScorecardDocument.Judged($0, on: matter.carried, in: room) }
    return Reply(page, document: ScorecardDocument(principles: documents))
  }
}

extension Room {
  /// A principle with what it asks and what each clause makes of it.
  fileprivate func page(of principle: Principle, on matter: Matter) -> Reply {
    let verdict = Verdict(on: principle, of: matter.carried, in: scenario)
    var page = Page()
    page.say(Phrase(readings(of: matter), .faint))
    page.say("\(principle.title, .strong): \(verdict.standing.words, verdict.standing.style).")
    page.say(Phrase(principle.asks), indent: 2)
    page.gap()
    var table = Table([.leading, .leading, .leading, .leading])
    for (test, standing) in zip(principle.tests, verdict.byTest) {
      table.add(
        Phrase(scenario.clauses[test.clause].id.text, .strong),
        Phrase(matter.carried.provisions[test.clause].displayName),
        Phrase(standing.words, standing.style),
        Phrase(test.why)
      )
    }
    page.show(table)
    if let line = line(meeting: principle, by: verdict) { hint(line, on: &page) }
    let document = ScorecardDocument.Judged(principle, on: matter.carried, in: self)
    return Reply(page, document: document)
  }

  /// A change that would bring the principle further.
  private func line(meeting principle: Principle, by verdict: Verdict) -> String? {
    for (test, standing) in zip(principle.tests, verdict.byTest) where standing != .met {
      let id = scenario.clauses[test.clause].id
      for wording in test.met + (standing == .partly ? [] : test.partly)
      where session.text.provisions[test.clause] != .listed(wording) {
        return "try \(id) \(wording)"
      }
    }
    return nil
  }

  fileprivate func words(of verdict: Verdict, on principle: Principle, before: TreatyText?)
    -> String
  {
    guard let before else { return verdict.standing.words }
    let old = Verdict(on: principle, of: before, in: scenario).standing
    return old == verdict.standing
      ? verdict.standing.words : "\(old.words) → \(verdict.standing.words)"
  }

  /// The clauses with what each makes of it: `24.1 met, 30.1 not`.
  fileprivate func clauses(
    deciding verdict: Verdict,
    on principle: Principle,
    in text: TreatyText
  ) -> String {
    zip(principle.tests, verdict.byTest).map { test, standing in
      "\(scenario.clauses[test.clause].id) \(standing.rawValue)"
    }.joined(separator: ", ")
  }
}

extension Verdict.Standing {
  /// The standing in a sentence.
  fileprivate var words: String {
    switch self {
    case .met: "met"
    case .partly: "partly met"
    case .unmet: "not met"
    case .unknown: "cannot say"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .met: .favourable
    case .unmet: .adverse
    case .partly, .unknown: .plain
    }
  }
}

/// A scorecard as data.
private struct ScorecardDocument: Encodable, Sendable {
  struct Judged: Encodable, Sendable {
    struct Tested: Encodable, Sendable {
      let clause: String
      let standing: String
      let why: String
    }

    let schema = "plenary.principle/1"
    let id: String
    let title: String
    let standing: String
    let tests: [Tested]

    init(_ principle: Principle, on text: TreatyText, in room: Room) {
      let verdict = Verdict(on: principle, of: text, in: room.scenario)
      id = principle.id.text
      title = principle.title
      standing = verdict.standing.rawValue
      tests = zip(principle.tests, verdict.byTest).map { test, standing in
        Tested(
          clause: room.scenario.clauses[test.clause].id.text,
          standing: standing.rawValue,
          why: test.why
        )
      }
    }
  }

  let schema = "plenary.scorecard/1"
  let principles: [Judged]
}
