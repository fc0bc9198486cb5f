import Negotiation
import Treaty

/// `log`: what was done so far.
struct LogVerb: Verb {
  static let word = "log"
  static let usage = "log"
  static let summary = "What was done so far."
  static let purpose = Purpose.keep

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) -> Reply {
    var page = Page()
    var table = Table([.trailing, .leading, .leading])
    for entry in room.session.log {
      table.add(
        "\(entry.number)",
        Phrase(room.sentence(for: entry)),
        Phrase(room.outcome(of: entry))
      )
    }
    page.show(table)
    if room.session.log.isEmpty { page.say("Nothing has been done yet.") }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: LogDocument(room))
  }
}

extension Room {
  /// What came of a move, in a few words; empty where the move says it all.
  func outcome(of entry: Entry) -> String {
    for event in entry.events {
      switch event {
      case .proposalTabled(let proposal): return "P\(proposal.number)"
      case .silenceBroken(_, let delegations):
        return "blocked by \(Figures.count(delegations.count, "state"))"
      case .agreedWithoutVote: return "agreed"
      case .voteTaken(let rollCall):
        let counts = "\(rollCall.count(.yes))–\(rollCall.count(.no))–\(rollCall.count(.abstain))"
        return "\(counts), \(rollCall.isCarried ? "carried" : "not carried")"
      case .draftTabled, .floorTaken, .sponsorJoined, .sponsorLeft, .proposalWithdrawn,
        .objectionRaised, .clauseChanged, .treatyAdopted, .roundBegan:
        continue
      }
    }
    return ""
  }
}

/// The log as data.
private struct LogDocument: Encodable, Sendable {
  struct Line: Encodable, Sendable {
    let number: Int
    let actor: String
    let move: String
    let outcome: String
  }

  let schema = "plenary.log/1"
  let entries: [Line]

  init(_ room: Room) {
    entries = room.session.log.map { entry in
      Line(
        number: entry.number,
        actor: entry.actor.delegation?.text ?? "chair",
        move: room.sentence(for: entry),
        outcome: room.outcome(of: entry)
      )
    }
  }
}
