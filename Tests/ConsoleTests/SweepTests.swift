import Drafting
import Negotiation
import Testing
import Treaty

@testable import Console

struct SweepTests {
  @Test(arguments: [("classroom", "2"), ("hanoi", "24.1"), ("hanoi", "30.1"), ("hanoi", "6.2")])
  func `a sweep has every listed wording and only edits that can be made and move the clause`(
    name: String,
    clause: String
  ) throws {
    let scenario = try Rooms.scenario(name)
    var room = Rooms.room(in: scenario)
    if name == "hanoi" { _ = room.respond(to: "start final") }
    let index = try #require(scenario.index(of: Clause.ID(clause)))
    let rows = room.respond(to: "sweep \(clause)").commaSeparated.rows.dropFirst()
    let now = room.session.text.provisions[index]
    for wording in scenario.clauses[index].wordings where now != .listed(wording.id) {
      #expect(rows.contains { $0.hasPrefix("\(wording.id),") })
    }
    #expect(rows.contains { $0.hasPrefix("strike,") })
    let text = scenario.words(of: now, at: index)
    let edits = OneCueEdits.edits(of: text, in: scenario.clauses[index].kind, by: scenario.lexicon)
    var shown = 0
    for edit in edits
    where rows.contains(where: { $0.hasPrefix(CommaSeparated.row([edit.typed]) + ",") }) {
      shown += 1
      let answer = room.answer("try \(clause) \(edit.typed)")
      #expect(!answer.hasPrefix("!"), "\(edit.typed)")
      #expect(!answer.contains("Nothing in the model tells the two apart"), "\(edit.typed)")
    }
    #expect(shown > 0)
    #expect(
      rows.count == scenario.clauses[index].wordings.count - (now == .absent ? 0 : 1) + 1 + shown
    )
  }

  @Test func `the figures of a sweep are those of try`() throws {
    var room = try Rooms.classroom()
    let row = try #require(
      room.respond(to: "sweep 2").commaSeparated.rows.first { $0.hasPrefix("shall-review,") }
    )
    #expect(row.contains("limits 10→65"))
    #expect(row.contains("would probably fail"))
    #expect(row.hasSuffix("vote 4 in 100"))
    let tried = room.answer("try 2 shall-review")
    #expect(tried.contains("would probably fail") && tried.contains("Adopted by vote: 4 in 100"))
  }

  @Test func `what an editor leaves is tried, whatever is in it`() {
    let manuscript = Reply.Manuscript(clause: "2", text: "One “two”\nthree.")
    #expect(manuscript.line(trying: "One “two” three.\n") == nil)
    #expect(manuscript.line(trying: " \n") == nil)
    #expect(manuscript.line(trying: "Say \"no\" \\ yes.\n") == "try 2 \"Say \\\"no\\\" \\\\ yes.\"")
  }

  @Test func `edit hands out the words as they read`() throws {
    var room = try Rooms.classroom()
    guard case .edit(let manuscript) = room.respond(to: "edit 2").wish else {
      Issue.record("nothing is to be edited")
      return
    }
    #expect(manuscript.text.hasPrefix("Each State Party shall use its powers"))
    let line = try #require(
      manuscript.line(trying: manuscript.text.replacing("shall", with: "may"))
    )
    #expect(room.answer(line).contains("[-shall-] {+may+}"))
  }
}
