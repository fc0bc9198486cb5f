import Negotiation
import Treaty

/// `offer`: something for something.
struct OfferVerb: Verb {
  static let word = "offer"
  static let usage = "offer STATE GIVE for WANT | offer STATE \"WORDS\""
  static let summary =
    "Offer a state something for something; sponsor P1, pass P1, draft, help, or words that bind nobody."
  static let purpose = Purpose.deal
  static let isMove = true
  static let slots: [Slot] = [.delegation]

  private var arguments: Arguments

  static func examples(in room: Room) -> [String] {
    let open = room.session.openProposals
    let actor = room.acting.delegation == nil ? "\(room.scenario.delegations[0].id): " : ""
    return room.scenario.delegations.prefix(6).flatMap { other in
      open.map { "\(actor)offer \(other.id) help for sponsor P\($0.number)" }
        + ["\(actor)offer \(other.id) \"I will speak for you on clause 1\""]
    }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    let (to, gives, wants) = try room.bargain(from: &arguments)
    let id = room.scenario.delegations[to].id
    let events = try room.make(.offer(to: id, gives: gives, wants: wants))
    return room.reply(toBargain: events)
  }
}

extension Room {
  /// A state, what is given, and after `for` what is wanted.
  func bargain(
    from arguments: inout Arguments
  ) throws(Complaint) -> (to: Int, gives: Deal.Favour, wants: Deal.Favour?) {
    let to = try names.delegation(from: &arguments)
    let words = arguments.rest.map(\.text).joined(separator: " ")
    do throws(Complaint) {
      let (gives, wants) = try exchange(from: &arguments)
      return (to, gives, wants)
    } catch {
      guard case .notAFavour = error else { throw error }
      throw .unquotedPromise(scenario.delegations[to].id, words)
    }
  }

  /// What is given, and after `for` what is wanted.
  func exchange(
    from arguments: inout Arguments
  ) throws(Complaint) -> (gives: Deal.Favour, wants: Deal.Favour?) {
    let gives = try favour(from: &arguments)
    guard let word = arguments.next() else { return (gives, nil) }
    guard word.folded == "for" else { throw .surplus(word, usage: arguments.usage) }
    let wants = try favour(from: &arguments)
    try arguments.end()
    return (gives, wants)
  }

  /// What came of an offer, and why it was refused where a state decided that nobody plays.
  func reply(toBargain events: [Event]) -> Reply {
    var page = Page()
    let answer = events.compactMap { event -> Bool? in
      if case .dealAnswered(_, let accepts) = event { accepts } else { nil }
    }.last
    if let deal = session.deals.last,
      events.contains(where: { if case .dealOffered = $0 { true } else { false } })
    {
      page.say(Phrase(words(for: deal)), hang: 2)
      if case .words = deal.gives, deal.wants == nil {
        page.say(
          "Recorded as a promise. Nothing binds it; it is shown again at the end.",
          indent: 2
        )
      } else if answer == false, deal.state == .refused, !session.spokenFor.contains(deal.to) {
        page.say(
          session.lendsNoName(deal)
            ? "It would have to put its name to what it fights; it might let it pass for something."
            : "It would lose by the exchange, as far as can be estimated (\(Figures.gain(session.worth(of: deal)))). `why "
              + "\(deal.to)` says what it wants.",
          indent: 2,
          hang: 2
        )
      }
    } else if let answer {
      let number = events.compactMap { event -> Int? in
        if case .dealAnswered(let number, _) = event { number } else { nil }
      }.last
      if let number, let deal = session.deals.first(where: { $0.number == number }) {
        page.say(Phrase(words(for: deal)), hang: 2)
      } else {
        page.say(answer ? "Accepted." : "Refused.")
      }
    }
    hint(nextStep, on: &page)
    return Reply(page, document: DealsDocument(self))
  }
}

/// The offers as data.
struct DealsDocument: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let id: String
    let from: String
    let to: String
    let gives: String
    let wants: String?
    let state: String
  }

  let schema = "plenary.deals/1"
  let deals: [Item]

  init(_ room: Room) {
    deals = room.session.deals.map { deal in
      Item(
        id: "D\(deal.number)",
        from: deal.from.text,
        to: deal.to.text,
        gives: room.typed(deal.gives),
        wants: deal.wants.map { room.typed($0) },
        state: deal.state.rawValue
      )
    }
  }
}
