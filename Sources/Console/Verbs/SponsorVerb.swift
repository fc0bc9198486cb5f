import Negotiation
import Treaty

/// `sponsor`: join a proposal.
struct SponsorVerb: Verb {
  static let word = "sponsor"
  static let usage = "sponsor P1"
  static let summary = "Join a proposal."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.proposal]

  private let proposal: String

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.flatMap { proposal in
      ["sponsor P\(proposal.number)"]
        + room.scenario.delegations.prefix(3).map { "\($0.name): sponsor P\(proposal.number)" }
    } + ProposeVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    proposal = try arguments.next("a proposal")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let number = try room.names.proposal(proposal)
    _ = try room.make(.sponsor(number))
    return try room.reply(on: number) { "P\(number) now \($1.backing(of: $0))." }
  }
}

extension Room {
  /// A line on a proposal that was just acted on, with what can come next.
  mutating func reply(
    on number: Int,
    _ sentence: (Proposal, Room) -> String
  ) throws(Complaint) -> Reply {
    guard let proposal = session.proposals.first(where: { $0.number == number }) else {
      throw .refused(.noSuchProposal(number, open: session.openProposals.map(\.number)))
    }
    if proposal.state == .open { focus = .proposal(number) }
    var page = Page()
    page.say(Phrase(sentence(proposal, self)), hang: 2)
    hint(nextStep, on: &page)
    return Reply(page, document: StatusDocument.Proposed(proposal))
  }
}
