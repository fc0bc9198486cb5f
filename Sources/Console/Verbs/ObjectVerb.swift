import Negotiation
import Treaty

/// `object`: stand against agreeing a proposal without a vote.
struct ObjectVerb: Verb {
  static let word = "object"
  static let usage = "object P1"
  static let summary = "Object to agreeing a proposal without a vote."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.proposal]

  private let proposal: String

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.flatMap { proposal in
      ["object P\(proposal.number)"]
        + room.scenario.delegations.prefix(3).map { "\($0.name): object P\(proposal.number)" }
    } + ProposeVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    proposal = try arguments.next("a proposal")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let number = try room.names.proposal(proposal)
    let actor = room.name(of: room.acting)
    _ = try room.make(.object(number))
    return try room.reply(on: number) { _, _ in
      "\(actor) objects to P\(number): it can be decided by vote only."
    }
  }
}
