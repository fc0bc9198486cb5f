import Drafting
import Testing
import Treaty

@testable import Console

struct LintTests {
  /// The findings of a text in which one clause reads like this.
  private func findings(_ words: String, clause: String, in scenario: String = "hanoi") throws
    -> [Finding.Matter]
  {
    let scenario = try Rooms.scenario(scenario)
    let index = try #require(scenario.index(of: Clause.ID(clause)))
    let reading = Reading(
      of: words,
      typed: "",
      in: scenario.clauses[index],
      of: scenario
    )
    let none = TreatyText(scenario.clauses.map { _ in Provision.absent })
    return Linter.findings(in: none.with(.worded(reading), at: index), of: scenario).map(\.matter)
  }

  @Test(arguments: [
    ("Each State Party shall take adequate steps.", [Finding.Matter.vague]),
    ("\"Adequate\" means enough. Each State Party shall take adequate steps.", []),
    ("Each State Party shall act and shall report.", [.secondDuty]),
    ("Each State Party shall act. It shall report.", []),
    ("Each State Party shall name those who shall act.", []),
    ("Each State Party shall act, as appropriate.", [.dutyWithExit]),
    ("A State Party may act, as appropriate.", []),
    ("As Article 99 provides.", [.noSuchArticle("99")]),
    (
      "As Articles 66, 67 and 68 provide.",
      [.noSuchArticle("66"), .noSuchArticle("67"), .noSuchArticle("68")]
    ),
    ("As Article 6 provides.", [.struckArticle("6", clause: 6)]),
    ("As Article 8 provides.", []),
    ("Powers are used in accordance with domestic law.", [.emptySafeguard]),
    ("Powers are used in accordance with domestic law and human rights law.", []),
    (
      "Electronic evidence, and again electronic evidence, and digital evidence.",
      [.otherName(usual: "electronic evidence")]
    ),
  ])
  func `each kind is found, and nothing else`(words: String, matters: [Finding.Matter]) throws {
    #expect(try findings(words, clause: "24.1") == matters)
  }

  @Test(arguments: ["classroom", "hanoi"])
  func `every suggestion can be typed and mends what was found`(name: String) throws {
    let scenario = try Rooms.scenario(name)
    for draft in scenario.drafts {
      var room = Rooms.room(in: scenario)
      _ = room.respond(to: "start \(draft.id)")
      for finding in Linter.findings(in: draft.text, of: scenario) {
        guard let edit = finding.edit else { continue }
        let id = scenario.clauses[finding.clause].id
        #expect(!room.respond(to: "try \(id) \(edit.typed)").isRefusal, "\(id) \(edit.typed)")
        let old = scenario.words(of: draft.text.provisions[finding.clause], at: finding.clause)
        let reading = Reading(
          of: try edit.applied(to: old),
          typed: edit.typed,
          in: scenario.clauses[finding.clause],
          of: scenario
        )
        let mended = draft.text.with(.worded(reading), at: finding.clause)
        let left = Linter.findings(in: mended, of: scenario)
        #expect(!left.contains(finding), "\(draft.id) \(id) \(edit.typed)")
      }
    }
  }

  @Test func `one clause or all, with a count and a line that works`() throws {
    var room = try Rooms.hanoi(after: ["start final"])
    let all = room.answer("lint")
    let one = room.answer("lint 24.2")
    #expect(all.contains(one.rows[0]))
    #expect(one.contains("1 finding in 1 clause."))
    #expect(one.contains("Try: try 24.2 delete \"as appropriate\""))
    #expect(room.answer("lint 65.1").contains("Nothing in clause 65.1"))
    #expect(room.respond(to: "lint 99").isRefusal)
  }
}
