import Negotiation
import Treaty

/// `undo`: take back the last move.
struct UndoVerb: Verb {
  static let word = "undo"
  static let usage = "undo"
  static let summary = "Take back the last move and what came of it; calls off an open vote."
  static let purpose = Purpose.decide

  init(_ arguments: inout Arguments) throws(Complaint) {
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var page = Page()
    if let open = room.openVote {
      room.openVote = nil
      page.say("Called off: the vote on \(room.name(of: open.question)).")
    } else {
      let entry: Entry
      do throws(Refusal) {
        entry = try room.session.undo()
      } catch {
        throw .refused(error)
      }
      room.focus = .text
      page.say("Taken back: \(room.sentence(for: entry)).", hang: 2)
      if let last = room.session.log.last {
        page.say("`undo` again takes back: \(room.sentence(for: last)).", hang: 2)
      }
    }
    room.hint(room.nextStep, on: &page)
    return Reply(page, document: StatusDocument(room))
  }
}

extension Room {
  /// What going on brought with it.
  private func step(of entry: Entry) -> String {
    var acting: Set<Delegation.ID> = []
    var news = 0
    for event in entry.events {
      switch event {
      case .acted(let act) where act.deed != .silent: acting.insert(act.delegation)
      case .newsBroke: news += 1
      default: break
      }
    }
    let parts = [
      acting.isEmpty ? "" : "what \(Figures.count(acting.count, "state")) did",
      news == 0 ? "" : "the news",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "going on" : "going on, with \(parts.joined(separator: " and "))"
  }

  /// A move as part of a sentence.
  func sentence(for entry: Entry) -> String {
    let actor = name(of: entry.actor)
    switch entry.move {
    case .start(let draft): return "the draft \(draft) put on the table"
    case .speak(let seats): return "speaking for \(words(for: seats))"
    case .keep: return "setting how the room is run"
    case .propose(let clause, let provision):
      return "\(actor)'s proposal of \(clause) \(provision.displayName)"
    case .sponsor(let number): return "\(actor) joining P\(number)"
    case .withdraw(let number): return "\(actor) withdrawing from P\(number)"
    case .agree(let question): return "asking to agree \(name(of: question)) without a vote"
    case .object(let question): return "\(actor)'s objection to \(name(of: question))"
    case .vote(let question, _): return "the vote on \(name(of: question))"
    case .proceed: return step(of: entry)
    case .offer(let to, _, _): return "\(actor)'s offer to \(name(of: to))"
    case .answer(let number, let accepts):
      return "\(actor) \(accepts ? "accepting" : "refusing") D\(number)"
    case .counter(let number, _, _): return "\(actor) countering D\(number)"
    case .ask(let delegations, _):
      return "\(actor) asking \(delegations.map { name(of: $0) }.joined(separator: ", "))"
    case .askCapital: return "\(actor) asking its capital"
    case .declare(let kind, let clause): return "\(actor)'s \(kind.rawValue) on \(clause)"
    case .sign(let signs): return "\(actor) saying that it will \(signs ? "sign" : "not sign")"
    case .say: return "what \(actor) said"
    case .explain(let question, _): return "\(actor) explaining its vote on \(name(of: question))"
    case .divide(let clauses):
      return "\(actor) having \(clauses.map(\.text).joined(separator: ", ")) voted on apart"
    }
  }
}
