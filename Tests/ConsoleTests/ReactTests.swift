import Forecasting
import Negotiation
import Testing
import Treaty

@testable import Console

struct ReactTests {
  @Test func `words that are required or forbidden count wherever the clause stands`() throws {
    let scenario = try Rooms.scenario("classroom")
    func score(_ required: [String], _ forbidden: [String]) -> Double {
      let wish = Observer.Criterion(
        clause: 1,
        issue: scenario.clauses[1].issues[0],
        wanted: 0...100,
        required: required,
        forbidden: forbidden,
        weight: 1,
        principle: ""
      )
      let observer = Observer(
        id: "office",
        name: "Office",
        kind: .office,
        reach: 1,
        prior: 0,
        criteria: [wish]
      )
      return Reaction(of: observer, to: scenario.drafts[0].text, in: scenario).score
    }
    // Clause 2: “… in accordance with its domestic law.”
    #expect(score([], []) == 100)
    #expect(score(["Domestic LAW"], []) == 100)
    #expect(score(["a judge", "domestic law"], ["remedy"]) == 100)
    #expect(score(["a judge"], []) == -100)
    #expect(score([], ["domestic law"]) == -100)
    #expect(score(["domestic law"], ["domestic law"]) == -100)
    #expect(score(["omestic law"], []) == -100)
  }

  @Test(arguments: ["classroom", "hanoi"])
  func `the change that is named moves an observer further than any other`(name: String) throws {
    var room = Rooms.room(in: try Rooms.scenario(name))
    let scenario = room.scenario
    for observer in scenario.observers {
      let now = Reaction(of: observer, to: room.session.text, in: scenario)
      var best = now.score
      for (clause, place) in zip(scenario.clauses, scenario.clauses.indices) {
        for provision in clause.wordings.map({ Provision.listed($0.id) }) + [.absent] {
          let text = room.session.text.with(provision, at: place)
          best = max(best, Reaction(of: observer, to: text, in: scenario).score)
        }
      }
      let page = room.answer("react \(observer.id)")
      let gain = Figures.count(Figures.rounded(best - now.score), "point")
      let isNamed = page.contains("What would move it most")
      #expect(isNamed == (best >= now.score + 0.5), "\(observer.id)")
      let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(!isNamed || words.contains("by \(gain);"), "\(observer.id)")
    }
  }

  @Test func `what changed comes before the level, and grounds quote the clause`() throws {
    var room = try Rooms.classroom(after: ["try 2 shall-review"])
    let rows = room.answer("react open-door").rows
    #expect(rows[1].hasPrefix("Better than the text on the table by "))
    #expect(rows[2].hasPrefix("Open Door Rights Group: mixed."))
    var before = try Rooms.classroom()
    let page = before.answer("react open-door").split(whereSeparator: \.isWhitespace)
    #expect(page.joined(separator: " ").contains("“in accordance with its domestic law”"))
  }
}
