import Negotiation
import Testing
import Treaty

@testable import Console

/// Words of one's own: where edits of clauses of `hanoi` move them, and what becomes of such words.
struct WordingTests {
  private func provision(_ typed: String, in room: Room) throws -> Provision {
    var arguments = try Arguments(typed, usage: "")
    return try room.change(from: &arguments).provision
  }

  private func places(after change: Edit) throws -> (
    before: [String: Double], after: [String: Double]
  ) {
    let scenario = try Rooms.scenario("hanoi")
    let final = try #require(scenario.drafts.firstIndex { $0.id == "final" })
    let clause = try #require(scenario.index(of: Clause.ID(change.clause)))
    var room = Rooms.room(in: scenario)
    _ = room.respond(to: "start final")
    let reply = room.respond(to: "try \(change.clause) \(change.change)")
    #expect(!reply.isRefusal, "\(change): \(reply.refusal?.sentence ?? "")")
    let now = try provision("\(change.clause) \(change.change)", in: room)
    func named(_ provision: Provision) -> [String: Double] {
      var places: [String: Double] = [:]
      for (issue, place) in scenario.placements(of: provision, at: clause).enumerated() {
        places[scenario.issues[issue].id.text] = place
      }
      return places
    }
    return (named(scenario.drafts[final].text.provisions[clause]), named(now))
  }

  @Test(arguments: Edit.all) func `an edit moves the clause the stated way`(expected: Edit) throws {
    let (before, after) = try places(after: expected)
    for (issue, direction) in expected.moves.sorted(by: { $0.key < $1.key }) {
      let step = try #require(after[issue]) - #require(before[issue])
      let moved = abs(step) < 0.01 ? 0 : step > 0 ? 1 : -1
      #expect(moved == direction, "\(expected): \(issue) by \(step)")
    }
  }

  @Test(arguments: Edit.missed) func `what the lexicon misses is known`(edit: Edit) throws {
    let (before, after) = try places(after: edit)
    let steps = try edit.moves.keys.sorted().map { try #require(after[$0]) - #require(before[$0]) }
    let isFirst = edit.description == Edit.missed[0].description
    #expect(steps.allSatisfy { abs($0) < 0.01 } != isFirst, "\(edit)")
  }

  @Test func `there are thirty edits and more, in pairs and still ones`() {
    #expect(Edit.all.count >= 30)
    #expect(Edit.pairs.count >= 8)
    #expect(Edit.still.count >= 6)
  }

  @Test func `an edit that moves nothing shows no vote`() throws {
    for change in Edit.still {
      var room = Rooms.room(in: try Rooms.scenario("hanoi"))
      _ = room.respond(to: "start final")
      let reply = room.respond(to: "try \(change.clause) \(change.change)").text(
        on: .init(width: 80)
      )
      #expect(!reply.contains("Expected count"), "\(change)")
      #expect(reply.contains("no vote is shown"), "\(change)")
    }
  }

  @Test func `a word of one's own can be proposed, voted and taken back`() throws {
    var room = Rooms.room(in: try Rooms.scenario("hanoi"))
    let before = room.session.text
    for line in [
      "propose 24.1 replace \"shall\"#1 with \"may\"", "show P1", "text 24.1", "vote P1", "undo",
      "undo",
    ] {
      let reply = room.respond(to: line)
      #expect(!reply.isRefusal, "\(line): \(reply.refusal?.sentence ?? "")")
    }
    #expect(room.session.text == before)
  }

  @Test func `typing a listed wording word by word is that wording`() throws {
    let scenario = try Rooms.scenario("hanoi")
    let room = Rooms.room(in: scenario)
    for (place, clause) in scenario.clauses.enumerated() {
      for wording in clause.wordings {
        let text = wording.text.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
        guard scenario.drafts[scenario.opening].text.provisions[place] != .listed(wording.id) else {
          continue
        }
        let typed = try provision("\(clause.id) \"\(text)\"", in: room)
        #expect(typed == .listed(wording.id), "\(clause.id) \(wording.id)")
      }
    }
  }
}
