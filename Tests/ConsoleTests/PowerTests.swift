import Foundation
import Testing
import Treaty

@testable import Console

struct PowerTests {
  @Test func `a room of equals is told so in words, with the share of each`() throws {
    var hanoi = try Rooms.hanoi()
    let told = hanoi.answer("power")
    #expect(told.contains("All 193 states have the same power: each has 1 part of 193, 0.52 in"))
    #expect(told.contains("129 of 193 are needed"))
    #expect(hanoi.answer("power simple majority").contains("97 of 193 are needed"))
    #expect(hanoi.answer("power France consensus").contains("It needs that nobody objects."))
  }

  @Test func `states with a veto are shown apart from those without`() throws {
    var council = Rooms.room(in: Self.council)
    let rows = council.answer("power").rows
    #expect(rows.contains { $0.contains("GREAT (all 5)") && $0.contains("19.6") })
    #expect(rows.contains { $0.contains("SMALL (all 10)") && $0.contains("0.19") })
    #expect(rows.last == "Next: power GR0")
    let great = council.answer("power gr0")
    #expect(great.contains("nobody has more, 4 others as much. An equal share would be 6.7."))
    #expect(council.answer("power sm3").contains("5 states have more, 9 others as much"))
    #expect(council.answer("power two-thirds").contains("All 15 states have the same power"))
  }

  @Test func `a rule that carries everything gives nobody power`() throws {
    var room = Rooms.room(in: Self.room(.all([])))
    #expect(room.answer("power").contains("Nobody's vote decides anything"))
    var other = Rooms.room(in: Self.room(.all([.share(0.9, ofWeight: 0)])))
    #expect(other.answer("power sm1").contains("decides nothing"))
    #expect(other.answer("power").contains("Weights are counted") == false)
  }

  @Test func `what is no state and no rule is refused with a line that works`() throws {
    var room = try Rooms.classroom()
    for line in ["power Atlantis", "power Faro three-thirds", "power A", "power Fara two-thirds"] {
      let reply = room.respond(to: line)
      let refusal = try #require(reply.refusal, "\(line)")
      #expect(!room.respond(to: refusal.tryInstead).isRefusal)
    }
    #expect(room.answer("power two-third").contains("Try: power two-thirds"))
  }

  @Test func `states and rules are completed`() throws {
    let room = try Rooms.classroom()
    func texts(_ line: String) -> [String] {
      room.completion(of: line, at: line.utf8.count).candidates.map(\.text)
    }
    #expect(texts("power Fa") == ["Faro"])
    #expect(texts("power two") == ["two-thirds"])
    #expect(texts("power Faro two") == ["two-thirds"])
    #expect(texts("power ").count == 10)
    #expect(texts("landing li") == ["limits"])
    #expect(texts("landing limits ") == ["salience"])
  }

  /// Five states with a veto, ten without, nine votes needed; small ones share a bloc.
  private static let council = room(.all([.members(atLeast: 9), .veto([0, 1, 2, 3, 4])]))

  private static func room(_ rule: VotingRule) -> Scenario {
    let states = (0..<15).map { place in
      Delegation(
        id: Delegation.ID(place < 5 ? "GR\(place)" : "SM\(place - 5)"),
        name: place < 5 ? "Great \(place)" : "Small \(place - 5)",
        bloc: place < 5 ? 0 : 1,
        blocID: place < 5 ? "GREAT" : "SMALL",
        positions: [50],
        weights: [place < 5 ? 100 : place == 6 ? 0 : 1]
      )
    }
    let tiny = Rooms.tiny
    return Scenario(
      id: "council",
      title: "A council",
      body: Body(name: "Council", rule: rule, seeksConsensus: false),
      issues: tiny.issues,
      articles: tiny.articles,
      clauses: tiny.clauses,
      drafts: tiny.drafts,
      delegations: states,
      blocs: [Bloc(id: "GREAT", title: "Great"), Bloc(id: "SMALL", title: "Small")],
      weightNames: ["people"],
      firstMove: tiny.firstMove
    )
  }
}
