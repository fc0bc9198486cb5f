import Negotiation
import Treaty

/// `reconsider`: whether a clause that was decided is opened again.
struct ReconsiderVerb: Verb {
  static let word = "reconsider"
  static let usage = "reconsider CLAUSE"
  static let summary = "Have a clause opened again that was decided by vote; two thirds (rule 123)."
  static let purpose = Purpose.procedure
  static let isMove = true
  static let slots: [Slot] = [.clause]

  private let clause: String
  private let ballots: [Ballot]

  static func examples(in room: Room) -> [String] {
    room.session.decided.map { "reconsider \($0.clause)" }
      + room.session.openProposals.map { "vote P\($0.number)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    clause = try arguments.next("a clause")
    ballots = try Answers.ballots(from: &arguments)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    try room.open(
      .reconsider(room.scenario.clauses[try room.names.clause(clause)].id),
      given: ballots
    )
  }
}
