import Negotiation
import Treaty

/// `noaction`: whether a proposal is set aside without a decision.
struct NoActionVerb: Verb {
  static let word = "noaction"
  static let usage = "noaction P1"
  static let summary =
    "Move that no decision be taken on a proposal; more yes than no, by practice under rule 116."
  static let purpose = Purpose.procedure
  static let isMove = true
  static let slots: [Slot] = [.proposal]

  private let proposal: String
  private let ballots: [Ballot]

  static func examples(in room: Room) -> [String] {
    room.session.openProposals.map { "noaction P\($0.number)" } + ProposeVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    proposal = try arguments.next("a proposal")
    ballots = try Answers.ballots(from: &arguments)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    try room.open(.noAction(try room.names.proposal(proposal)), given: ballots)
  }
}
