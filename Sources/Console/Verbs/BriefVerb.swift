import Negotiation
import Treaty

/// `brief`: the instructions of whom one speaks for.
struct BriefVerb: Verb {
  static let word = "brief"
  static let usage = "brief"
  static let summary =
    "Your confidential instructions, each with how it stands; for your eyes only."
  static let purpose = Purpose.look

  static func examples(in room: Room) -> [String] {
    ["brief"]
      + room.scenario.briefs.compactMap { brief in
        guard case .delegation(let id) = brief.holder else { return nil }
        return "\(id): brief"
      }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let (brief, whose) = try room.ownBrief()
    var page = Page()
    page.say("\("Instructions of \(whose)", .strong) (secret; written for play)")
    room.say(brief, on: &page)
    if let first = brief.instructions.first(where: { room.session.fulfilment(of: $0) == .inReach }),
      let line = room.line(towards: first)
    {
      room.hint(line, on: &page)
    }
    return Reply(
      page,
      document: BriefDocument(brief, in: room),
      audience: room.acting.delegation.map { .delegations([$0]) } ?? .everyone
    )
  }
}

extension Room {
  /// Whether what is sealed for whoever acts may be shown here: in a class only to those who have the seat, and to all once
  /// everything is open.
  var isSeated: Bool {
    guard session.rules.isClass, session.stage != .debrief else { return true }
    return switch acting {
    case .chair: true
    case .delegation(let id): session.played.contains(id)
    case .observer(let id): session.seats.observers.contains(id)
    }
  }

  /// The instructions of whoever acts, where they may be seen: in a class only by those who have a seat.
  func ownBrief() throws(Complaint) -> (brief: Brief, whose: String) {
    let holder: Brief.Holder
    switch acting {
    case .chair: throw .noSuchBrief("the chair")
    case .delegation(let id): holder = .delegation(id)
    case .observer(let id): holder = .observer(id)
    }
    guard isSeated else { throw .notSealedForYou(name(of: acting)) }
    guard let brief = scenario.briefs.first(where: { $0.holder == holder }) else {
      throw .noSuchBrief(name(of: acting))
    }
    return (brief, name(of: acting))
  }

  /// Instructions with how each stands, and what the capital says besides.
  func say(_ brief: Brief, on page: inout Page) {
    var table = Table([.leading, .leading, .leading, .leading])
    for instruction in brief.instructions {
      table.add(
        Phrase(instruction.force.label, .strong),
        Phrase(instruction.matter),
        Phrase(clauses(of: instruction)),
        Phrase(words(for: session.fulfilment(of: instruction), of: instruction.force))
      )
    }
    page.show(table)
    say(letterOf: brief, on: &page)
    let breached = session.breaches.filter { .delegation($0.delegation) == brief.holder }
    for breach in breached {
      page.say(
        "You went against it: \(brief.instructions[breach.instruction].matter.lowercasedFirst).",
        indent: 2,
        hang: 2
      )
    }
  }

  /// What the capital says besides, in paragraphs.
  func say(letterOf brief: Brief, on page: inout Page) {
    for paragraph in brief.letter.split(separator: "\n\n") {
      page.gap()
      page.say(Phrase(String(paragraph).replacing("\n", with: " ")), indent: 2)
    }
  }

  /// The clauses that an instruction looks at: `1 + 2`.
  func clauses(of instruction: Brief.Instruction) -> String {
    instruction.clauses.map { scenario.clauses[$0].id.text }.joined(separator: " + ")
  }

  /// How an instruction stands, in words.
  func words(for fulfilment: Fulfilment, of force: Brief.Force) -> String {
    switch (force, fulfilment) {
    case (.never, .won): session.outcome == nil ? "not in the text" : "kept out"
    case (.never, .inReach): "in the text now"
    case (.never, .lost): "came about"
    case (.ask, .won): session.outcome == nil ? "not in the text" : "kept out"
    case (.ask, .inReach): "in the text: ask the capital"
    case (.ask, .lost): "came about"
    case (_, .won): session.outcome == nil ? "won so far" : "won"
    case (_, .inReach): "in reach"
    case (_, .lost): "lost"
    }
  }

  /// A line that would bring an instruction nearer.
  func line(towards instruction: Brief.Instruction) -> String? {
    let listed = instruction.conditions.compactMap(\.clause).flatMap { clause in
      scenario.clauses[clause].wordings.map { (clause: clause, provision: Provision.listed($0.id)) }
    }
    let missing = instruction.conditions.filter {
      $0.clause != nil && !$0.holds(of: session.text, isAdopted: nil, in: scenario)
    }
    return listed.lazy.filter { option in
      let text = session.text.with(option.provision, at: option.clause)
      return missing.contains {
        $0.clause == option.clause && $0.holds(of: text, isAdopted: nil, in: scenario)
      }
    }.map { "try \(scenario.clauses[$0.clause].id) \($0.provision.commandName)" }
      .first { firstWorking([$0]) == $0 }
  }
}

extension Brief.Force {
  /// The label of an instruction.
  var label: String {
    switch self {
    case .must: "MUST"
    case .wants: "WANT"
    case .trade: "MAY TRADE"
    case .ask: "ASK FIRST"
    case .never: "NEVER"
    }
  }
}

/// Instructions as data.
struct BriefDocument: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let force: String
    let matter: String
    let clauses: [String]
    let fulfilment: String
  }

  let schema = "plenary.brief/1"
  let holder: String
  let instructions: [Item]
  let letter: String

  init(_ brief: Brief, in room: Room) {
    switch brief.holder {
    case .delegation(let id): holder = id.text
    case .observer(let id): holder = id.text
    }
    letter = brief.letter
    instructions = brief.instructions.map { instruction in
      Item(
        force: instruction.force.rawValue,
        matter: instruction.matter,
        clauses: instruction.clauses.map { room.scenario.clauses[$0].id.text },
        fulfilment: room.session.fulfilment(of: instruction).rawValue
      )
    }
  }
}
