import Negotiation

/// `withdraw`: take a proposal back, or leave it.
struct WithdrawVerb: Verb {
  static let word = "withdraw"
  static let usage = "withdraw P1"
  static let summary = "Take back one's own proposal; a sponsor leaves it."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.proposal]

  private let proposal: String

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.flatMap { proposal in
      let proposer = proposal.proposer.delegation.map { room.name(of: $0) } ?? "chair"
      return ["withdraw P\(proposal.number)", "\(proposer): withdraw P\(proposal.number)"]
    } + ProposeVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    proposal = try arguments.next("a proposal")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let number = try room.names.proposal(proposal)
    let actor = room.name(of: room.acting)
    let events = try room.make(.withdraw(number))
    let hasObjected = events.contains {
      if case .objectionDropped = $0 { true } else { false }
    }
    if room.focus == .proposal(number) { room.focus = .text }
    return try room.reply(on: number) { proposal, _ in
      proposal.state == .withdrawn
        ? "P\(number) is withdrawn by \(actor)."
        : hasObjected
          ? "\(actor) takes back its objection to P\(number)." : "\(actor) leaves P\(number)."
    }
  }
}
