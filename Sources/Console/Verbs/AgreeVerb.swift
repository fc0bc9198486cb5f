import Negotiation
import Treaty

/// `agree`: ask that something be agreed without a vote.
struct AgreeVerb: Verb {
  static let word = "agree"
  static let usage = "agree P1 | agree draft"
  static let summary = "Ask that a proposal, or the whole draft, be agreed without a vote."
  static let purpose = Purpose.decide
  static let isMove = true
  static let slots: [Slot] = [.question]

  private let name: String

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.map { "agree P\($0.number)" } + ["agree draft"]
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    name = try arguments.next("a proposal or `draft`")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let question: Question =
      Question.isDraft(name) ? .draft : .proposal(try room.names.proposal(name))
    if question == .draft, room.session.outcome == nil, let reply = room.askWhoIsAgainst() {
      return reply
    }
    let events = try room.make(.agree(question))
    var page = Page()
    for event in events {
      switch event {
      case .silenceBroken(_, let delegations):
        page.say(
          "Not agreed: \(room.grouping.names(of: delegations)) \(delegations.count == 1 ? "blocks" : "block") it.",
          hang: 2
        )
        page.say(
          "Who blocks was drawn from the estimate; asked again in this round, the answer stands."
        )
        room.hint("vote \(Question.isDraft(name) ? "draft" : name.uppercased())", on: &page)
      case .agreedWithoutVote(let question):
        page.say("Nobody blocks: \(room.name(of: question)) is agreed without a vote.")
      case .clauseChanged(let clause, let provision):
        page.say("Clause \(clause) reads \(provision.displayName) now.", indent: 2)
        room.focus = .text
        room.hint(room.nextStep, on: &page)
      case .talksEnded:
        room.sayEnd(events, on: &page)
        room.focus = .text
        room.hint(room.nextStep, on: &page)
      default: break
      }
    }
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// Asks those whom people speak for whether anybody is against the text, once for each state of the talks: their silence
  /// means consent, and nobody else's does.
  fileprivate mutating func askWhoIsAgainst() -> Reply? {
    let asked = session.asked
    guard !asked.isEmpty, session.objectors.isEmpty, session.parts.isEmpty,
      silenceAsked != session.log.count
    else { return nil }
    silenceAsked = session.log.count
    var page = Page()
    page.say(
      "Is anybody against the text as a whole? Asked: \(grouping.names(of: asked)). Whoever is types "
        + "`object draft`; silence means consent."
    )
    hint("agree draft", on: &page)
    return Reply(page, document: StatusDocument(self))
  }
}
