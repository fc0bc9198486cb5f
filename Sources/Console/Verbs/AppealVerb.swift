import Negotiation
import Treaty

/// `appeal`: against the chair's ruling on the order of voting.
struct AppealVerb: Verb {
  static let word = "appeal"
  static let usage = "appeal CLAUSE"
  static let summary =
    "Appeal against the chair's order of voting on a clause; it stands unless more are against it than for it (rule 113)."
  static let purpose = Purpose.procedure
  static let isMove = true
  static let slots: [Slot] = [.clause]

  private let clause: String
  private let ballots: [Ballot]

  static func examples(in room: Room) -> [String] {
    let state = room.scenario.delegations[0].id
    return room.session.openProposals.flatMap {
      ["appeal \($0.clause)", "\(state): appeal \($0.clause)"]
    } + ProposeVerb.examples(in: room)
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    clause = try arguments.next("a clause")
    ballots = try Answers.ballots(from: &arguments)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    try room.open(.ruling(room.scenario.clauses[try room.names.clause(clause)].id), given: ballots)
  }
}
