import Negotiation
import Testing
import Treaty

@testable import Console

struct BracketTests {
  private func states(_ room: Room) -> [ClauseState] {
    room.scenario.clauses.indices.map { room.session.state(of: $0) }
  }

  @Test
  func
    `a clause goes from open over brackets to agreed, adopted or deleted, and undo brings it back`()
    throws
  {
    var room = try Rooms.classroom()
    var seen = [states(room)]
    #expect(seen[0].allSatisfy { $0 == .open })
    let lines = [
      "Faro: propose 3 on-request", "chair: agree P1", "propose 2 strike",
      "play all", "vote P2 yes yes yes yes yes yes", "propose 4 self-report",
      "vote P3 yes yes yes yes yes yes", "vote 5 yes yes yes yes yes yes",
    ]
    let expected: [(Int, ClauseState)?] = [
      (2, .bracketed), (2, .agreed), (1, .bracketed), nil, (1, .deleted), (3, .bracketed),
      (3, .adopted), (4, .adopted),
    ]
    for (line, change) in zip(lines, expected) {
      #expect(!room.respond(to: line).isRefusal, "\(line)")
      var next = seen[seen.count - 1]
      // Silence may be broken by lot: then the proposal stays in brackets.
      if line.contains("agree"), room.session.state(of: 2) == .bracketed {
        #expect(room.session.text.provisions[2] == .absent)
      } else if let (clause, state) = change {
        next[clause] = state
      }
      #expect(states(room) == next, "\(line)")
      seen.append(next)
    }
    for state in seen.dropLast().reversed() {
      #expect(!room.respond(to: "undo").isRefusal)
      #expect(states(room) == state)
    }
  }

  @Test func `an adopted treaty is adopted clause by clause`() throws {
    let room = try Rooms.classroom(
      after: ["start compromise", "play all", "vote draft yes yes yes yes yes yes"]
    )
    for clause in room.scenario.clauses.indices {
      let isThere = room.session.text.provisions[clause] != .absent
      #expect(room.session.state(of: clause) == (isThere ? .adopted : .open))
    }
  }

  @Test func `brackets show the words in dispute with who wants them`() throws {
    var room = try Rooms.hanoi(
      after: [
        "start final", "India: amend 24.1 replace \"shall\"#1 with \"may\"", "Egypt: sponsor P1",
      ]
    )
    let shown = room.answer("show 24.1").split { $0.isWhitespace }.joined(separator: " ")
    #expect(shown.contains("Each State Party [shall][may: IND, EGY] ensure"))
    #expect(room.answer("text").contains("1 of 34 clauses in brackets; 33 open."))
    #expect(room.answer("status").contains("1 of 34 clauses in brackets"))
  }
}
