import Negotiation
import Treaty

/// `debrief`: what came of it, with everything unsealed.
struct DebriefVerb: Verb {
  static let word = "debrief"
  static let usage = "debrief [STATE | FILE]"
  static let summary =
    "What each delegation brought home, and the deal that was missed; with a file, a page for each player."
  static let purpose = Purpose.keep
  static let slots: [Slot] = [.delegation]

  private let name: String?

  static func examples(in room: Room) -> [String] { ["debrief", "status"] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    name = arguments.remainder()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    // What is sealed stays so until the stage is reached.
    guard room.session.stage == .debrief else { throw .notYetUnsealed }
    var page = Page()
    guard let name else {
      room.tellDebrief(on: &page)
      return Reply(page, document: DebriefDocument(room))
    }
    if name.hasSuffix(".html") || name.hasSuffix(".md") {
      guard SaveVerb.isFileName(name) else { throw .badFileName(name) }
      let cards = Cards(of: room)
      let text = name.hasSuffix(".md") ? cards.markdown : cards.html
      page.say("Wrote \(name): \(Figures.count(cards.count, "page")), one for each player.")
      return Reply(
        page,
        document: DebriefDocument(room),
        wish: .write(text, to: name, by: Self.word)
      )
    }
    let delegation = room.scenario.delegations[try room.names.delegation(name)].id
    page.say(Phrase(room.name(of: delegation), .strong))
    room.say(Score(of: delegation, in: room.session), on: &page)
    return Reply(page, document: DebriefDocument(room))
  }
}

extension Room {
  /// The delegations that are looked back on: those that people played, else those with instructions.
  var players: [Delegation.ID] {
    let spoken = scenario.delegations.map(\.id).filter { session.spokenFor.contains($0) }
    if !spoken.isEmpty { return spoken }
    return scenario.briefs.compactMap {
      if case .delegation(let id) = $0.holder { id } else { nil }
    }
  }

  /// How it ended, what each brought home, what was missed.
  func tellDebrief(on page: inout Page) {
    page.say("\("All instructions and promises are open now.", .strong)")
    var table = Table(
      [.leading, .leading, .leading, .leading, .leading],
      headings: ["", "wants", "text", "word", "evidence"]
    )
    for id in players.prefix(12) {
      let score = Score(of: id, in: session)
      let won = score.instructions.filter { $0.fulfilment == .won && $0.instruction.force.isWish }
      let asked = score.instructions.filter { $0.instruction.force.isWish }
      let evidence = [
        asked.isEmpty ? "" : "\(won.count) of \(asked.count) wants",
        score.nearer.isEmpty ? "" : "nearer on \(ids(score.nearer))",
        score.further.isEmpty ? "" : "further on \(ids(score.further))",
        score.breaches.isEmpty ? "" : "went against its instructions",
      ].filter { !$0.isEmpty }
      table.add(
        Phrase(name(of: id)),
        Phrase(score.wants?.rawValue ?? "–"),
        Phrase(score.text.rawValue),
        Phrase(score.word?.rawValue ?? "–"),
        Phrase(evidence.joined(separator: "; "))
      )
    }
    page.show(table)
    if players.count > 12 { page.say("\(players.count - 12) more: `debrief STATE`.", indent: 2) }
    for deal in session.deals where deal.isPromise || deal.state == .accepted {
      page.say(Phrase(wordsOnKeeping(deal)), indent: 2, hang: 2)
    }
    if let missed = MissedDeal(for: players, in: session) {
      let changes = missed.changes.map {
        "\(scenario.clauses[$0.clause].id) \($0.provision.displayName)"
      }
      page.say(
        "Better for all of them would have been \(changes.joined(separator: ", ")) (estimated; who gains least gains "
          + "\(Figures.gain(missed.least))).",
        hang: 2
      )
    } else {
      page.say(
        "No change of up to three clauses would have been better for all of them (estimated)."
      )
    }
    page.heading("Three questions")
    page.say("Which word in the text is yours, and what did you pay for it?", indent: 2)
    page.say("Who said no, and was it right to, by its own instructions?", indent: 2)
    page.say(
      "What did you believe of another delegation that its instructions now show to be wrong?",
      indent: 2
    )
    if let outcome = session.outcome { page.say(Phrase(outcome.line)) }
  }

  private func ids(_ clauses: [Int]) -> String {
    let shown = clauses.prefix(6).map { scenario.clauses[$0].id.text }.joined(separator: ", ")
    return clauses.count > 6 ? "\(shown) and \(clauses.count - 6) more" : shown
  }

  func wordsOnKeeping(_ deal: Deal) -> String {
    func kept(_ favour: Deal.Favour, _ id: Delegation.ID) -> String {
      switch session.keeping(favour, by: id) {
      case true?: "kept"
      case false?: "broken"
      case nil: "cannot be told"
      }
    }
    let gives = "\(name(of: deal.from)): \(words(for: deal.gives)), \(kept(deal.gives, deal.from))"
    let wants = deal.wants.map {
      "; \(name(of: deal.to)): \(words(for: $0)), \(kept($0, deal.to))"
    }
    return "D\(deal.number) \(gives)\(wants ?? "")."
  }

  /// What one delegation brought home, with the evidence.
  func say(_ score: Score, on page: inout Page) {
    var table = Table([.leading, .leading, .leading])
    for (instruction, fulfilment) in score.instructions {
      table.add(
        Phrase(instruction.force.label, .strong),
        Phrase(instruction.matter),
        Phrase(words(for: fulfilment, of: instruction.force))
      )
    }
    page.show(table)
    page.say("Wants: \(score.wants?.rawValue ?? "no instructions").", indent: 2)
    page.say(
      "Text: \(score.text.rawValue); nearer on \(score.nearer.isEmpty ? "nothing" : ids(score.nearer)), further on "
        + "\(score.further.isEmpty ? "nothing" : ids(score.further)) than when the talks opened.",
      indent: 2,
      hang: 2
    )
    page.say("Word: \(score.word?.rawValue ?? "nothing promised that can be told").", indent: 2)
    for breach in score.breaches {
      page.say("Went against: \(breach.matter.lowercasedFirst).", indent: 2)
    }
  }
}

extension Brief.Force {
  /// Whether it asks for something.
  var isWish: Bool { self == .must || self == .wants }
}

/// What came of it, as data.
private struct DebriefDocument: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let delegation: String
    let wants: String?
    let text: String
    let word: String?
    let won: [String]
    let lost: [String]
    let nearer: [String]
    let further: [String]
    let breaches: [String]
  }

  let schema = "plenary.debrief/1"
  let outcome: String?
  let delegations: [Item]

  init(_ room: Room) {
    outcome = room.session.outcome?.line
    let clauses = room.scenario.clauses
    delegations = room.players.map { id in
      let score = Score(of: id, in: room.session)
      return Item(
        delegation: id.text,
        wants: score.wants?.rawValue,
        text: score.text.rawValue,
        word: score.word?.rawValue,
        won: score.instructions.filter { $0.fulfilment == .won }.map(\.instruction.matter),
        lost: score.instructions.filter { $0.fulfilment == .lost }.map(\.instruction.matter),
        nearer: score.nearer.map { clauses[$0].id.text },
        further: score.further.map { clauses[$0].id.text },
        breaches: score.breaches.map(\.matter)
      )
    }
  }
}
