import Negotiation
import Treaty

/// `object`: stand against agreeing a proposal without a vote.
struct ObjectVerb: Verb {
  static let word = "object"
  static let usage = "object P1 | object draft"
  static let summary = "Object to agreeing a proposal, or the draft, without a vote."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.question]

  private let proposal: String

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.flatMap { proposal in
      ["object P\(proposal.number)"]
        + room.scenario.delegations.prefix(3).map { "\($0.name): object P\(proposal.number)" }
    } + ProposeVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    proposal = try arguments.next("a proposal or `draft`")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let actor = room.name(of: room.acting)
    if Question.isDraft(proposal) {
      _ = try room.make(.object(.draft))
      var page = Page()
      page.say("\(actor) objects to the draft: as it stands it can be adopted by vote only.")
      room.hint(room.nextStep, on: &page)
      return Reply(page, document: StatusDocument(room))
    }
    let number = try room.names.proposal(proposal)
    _ = try room.make(.object(.proposal(number)))
    return try room.reply(on: number) { _, _ in
      "\(actor) objects to P\(number): it can be decided by vote only."
    }
  }
}
