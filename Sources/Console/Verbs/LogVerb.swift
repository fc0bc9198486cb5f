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
    for entry in room.visibleLog {
      table.add(
        "\(entry.number)",
        Phrase(room.sentence(for: entry)),
        Phrase(room.outcome(of: entry))
      )
    }
    page.show(table)
    if room.visibleLog.isEmpty { page.say("Nothing has been done yet.") }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: LogDocument(room))
  }
}

extension Room {
  /// What whoever acts may know of the log.
  var visibleLog: [Entry] {
    session.log.filter { entry in
      entry.audience == .everyone || session.stage == .debrief
        || isSeated && entry.audience.includes(acting)
    }
  }

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
      case .quorumMissed: return "no quorum"
      case .talksEnded(let outcome): return outcome.line
      case .dealAnswered(_, let accepts): return accepts ? "accepted" : "refused"
      case .requestAnswered(_, _, let accepts): return accepts ? "done" : "refused"
      case .capitalAnswered(let answer): return answer.isGranted ? "leave given" : "no leave"
      case .signed(let delegations): return Figures.count(delegations.count, "signature")
      case .roundBegan(let round): return "round \(round)"
      case .packagePut: return "the chair's package"
      case .draftTabled, .floorTaken, .rulesKept, .sponsorJoined, .sponsorLeft, .proposalWithdrawn,
        .proposalDisposed, .proposalSetAside, .objectionRaised, .objectionDropped, .clauseChanged,
        .clauseReopened, .rulingOverturned, .declared, .said, .explained, .divided, .voteCalled,
        .blocMet, .acted,
        .newsBroke, .dealOffered, .instructionBreached, .signatureAnnounced, .ratified,
        .debriefBegan:
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
    entries = room.visibleLog.map { entry in
      Line(
        number: entry.number,
        actor: entry.actor.key,
        move: room.sentence(for: entry),
        outcome: room.outcome(of: entry)
      )
    }
  }
}
