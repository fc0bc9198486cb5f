import Drafting
import Negotiation
import Testing
import Treaty

@testable import Console

struct PrinciplesTests {
  @Test func `hanoi has the thirteen, and no draft meets them all`() throws {
    let scenario = try Rooms.scenario("hanoi")
    #expect(scenario.principles.count == 13)
    for draft in scenario.drafts {
      let verdicts = scenario.principles.map { Verdict(on: $0, of: draft.text, in: scenario) }
      #expect(!verdicts.contains { $0.standing == .unknown })
      #expect(verdicts.contains { $0.standing != .met })
    }
  }

  @Test
  func `no text meets nothing, and the best wording of each clause meets all that can be met`()
    throws
  {
    let scenario = try Rooms.scenario("hanoi")
    let none = TreatyText(scenario.clauses.map { _ in Provision.absent })
    for principle in scenario.principles {
      #expect(Verdict(on: principle, of: none, in: scenario).standing == .unmet)
      var best = none
      for test in principle.tests {
        let wording = try #require((test.met + test.partly).first)
        best = best.with(.listed(wording), at: test.clause)
      }
      let canBeMet = principle.tests.allSatisfy { !$0.met.isEmpty }
      let verdict = Verdict(on: principle, of: best, in: scenario)
      #expect(verdict.standing == (canBeMet ? .met : .partly), "\(principle.id)")
    }
  }

  @Test func `a phrase shows of words of one's own what the listed wordings with it meet`() throws {
    let scenario = try Rooms.scenario("hanoi")
    for principle in scenario.principles {
      for test in principle.tests {
        for (phrases, ids) in [
          (test.metPhrases, test.met), (test.partlyPhrases, test.met + test.partly),
        ] {
          for phrase in phrases {
            let wordings = scenario.clauses[test.clause].wordings.filter { $0.text.says(phrase) }
            #expect(!wordings.isEmpty, "\(principle.id): \(phrase)")
            #expect(wordings.allSatisfy { ids.contains($0.id) }, "\(principle.id): \(phrase)")
          }
        }
      }
    }
  }

  @Test func `words of one's own are judged by their phrases, or not at all`() throws {
    var room = try Rooms.hanoi(after: ["start final"])
    _ = room.respond(to: "try 24.1 replace \"proportionality\" with \"necessity\"")
    #expect(room.answer("principles necessity").contains("Necessity: partly met."))
    _ = room.respond(to: "try 24.1 \"Powers are used wisely.\"")
    #expect(room.answer("principles necessity").contains("Necessity: cannot say."))
    #expect(room.answer("principles").contains("not met → cannot say"))
  }

  @Test func `a principle that is not met comes with a line that brings it further`() throws {
    var room = try Rooms.hanoi(after: ["start final"])
    for principle in room.scenario.principles {
      let answer = room.answer("principles \(principle.id)")
      guard let line = answer.rows.last, line.hasPrefix("Next: ") else {
        #expect(
          Verdict(on: principle, of: room.session.text, in: room.scenario).standing != .unmet
            || principle.tests.allSatisfy { $0.met.isEmpty }
        )
        continue
      }
      var next = room
      #expect(!next.respond(to: String(line.dropFirst(6))).isRefusal, "\(principle.id)")
    }
    #expect(room.respond(to: "principles necesity").refusal?.tryInstead == "principles necessity")
    var classroom = try Rooms.classroom()
    #expect(classroom.answer("principles").contains("names no principles"))
  }
}
