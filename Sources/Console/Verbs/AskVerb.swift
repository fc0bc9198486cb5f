import Forecasting
import Negotiation
import Treaty

/// `ask`: something for nothing.
struct AskVerb: Verb {
  static let word = "ask"
  static let usage = "ask STATE … sponsor P1 | ask STATE … pass P1"
  static let summary =
    "Ask states to join a proposal, or to let it pass; each answers from what it gains."
  static let purpose = Purpose.deal
  static let isMove = true
  static let slots: [Slot] = [.delegation]

  private var arguments: Arguments

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.flatMap { proposal in
      room.scenario.delegations.prefix(8).map { "ask \($0.id) sponsor P\(proposal.number)" }
    }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    let asked = try room.names.delegations(before: Deal.Favour.words, in: &arguments)
    let word = arguments.rest.first?.text ?? ""
    let favour = try room.favour(from: &arguments)
    try arguments.end()
    switch favour {
    case .sponsor, .letPass: break
    case .supportDraft, .help, .words: throw .notForNothing(word)
    }
    let ids = asked.map { room.scenario.delegations[$0].id }
    let events = try room.make(.ask(ids, favour))
    var page = Page()
    for event in events {
      guard case .requestAnswered(let id, let favour, let accepts) = event else { continue }
      page.say(Phrase(room.answer(of: id, to: favour, accepts)), hang: 2)
    }
    if case .sponsor(let number) = favour,
      let proposal = room.session.proposals.first(where: { $0.number == number })
    {
      page.say("P\(number) now \(room.backing(of: proposal)).", hang: 2)
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// What a state says to a request, with its reason.
  fileprivate func answer(of id: Delegation.ID, to favour: Deal.Favour, _ accepts: Bool) -> String {
    let state = name(of: id)
    switch favour {
    case .sponsor(let number), .letPass(let number):
      let isJoining = if case .sponsor = favour { true } else { false }
      let reason = self.reason(of: id, on: number)
      if accepts {
        return "\(state) \(isJoining ? "joins P\(number)" : "lets P\(number) pass"): \(reason)."
      }
      return
        "\(state) refuses: \(reason). It might for something: `offer \(id) help for \(typed(favour))`."
    case .supportDraft:
      return accepts
        ? "\(state) will support the text."
        : "\(state) makes no promise: it loses by the text as it stands."
    case .help, .words: return "\(state) gives no help for nothing."
    }
  }

  /// What a proposal is worth to a state, in half a sentence.
  private func reason(of id: Delegation.ID, on number: Int) -> String {
    guard let place = scenario.index(of: id),
      let proposal = session.proposals.first(where: { $0.number == number }),
      let clause = scenario.index(of: proposal.clause)
    else { return "" }
    let appraisal = Appraisal(
      of: session.text.with(proposal.provision, at: clause),
      against: session.text,
      for: place,
      in: scenario
    )
    guard let term = appraisal.terms.max(by: { $0.value.magnitude < $1.value.magnitude }) else {
      return "it makes no difference to it"
    }
    switch term.ground {
    case .clause(_, let issue):
      let title = scenario.issues[issue].title.lowercasedFirst
      if appraisal.gain.magnitude < scenario.model.noticeable { return "it hardly matters to it" }
      return appraisal.gain > 0 ? "it gains on \(title)" : "it loses on \(title)"
    case .redLine(let line):
      return term.value < 0
        ? "a red line: \(scenario.redLines[line].reason.lowercasedFirst.withoutStop)"
        : "it heals a red line"
    case .deal, .audience: return "of what it has promised"
    }
  }
}
