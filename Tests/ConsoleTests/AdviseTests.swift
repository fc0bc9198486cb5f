import Forecasting
import Foundation
import Negotiation
import Testing
import Treaty

@testable import Console

struct AdviseTests {
  @Test(arguments: [
    ("", [Int](), [Int]()), (" --keep 1", [0], []), (" --keep 3, 2", [2, 1], []),
    (" --never open-door", [], [0]),
  ])
  func `the smallest and the best are those of counting every text`(
    options: String,
    kept: [Int],
    observers: [Int]
  ) throws {
    let scenario = try Rooms.scenario("classroom")
    let now = scenario.drafts[scenario.opening].text
    let room = Rooms.room(in: scenario)
    let watching = observers.map { _ in
      scenario.observers.firstIndex { $0.id == "open-door" } ?? 0
    }
    let limits = Advice.Limits(kept: kept, observers: watching)
    let advice = Advice(
      on: now,
      in: scenario,
      under: room.session.circumstances,
      within: limits,
      for: 2
    )
    let texts = Self.texts(of: scenario).filter { text in
      !kept.contains { text.provisions[$0] != now.provisions[$0] }
        && !watching.contains { place in
          let observer = scenario.observers[place]
          let before = Reaction(of: observer, to: now, in: scenario).crossed
          return Reaction(of: observer, to: text, in: scenario).crossed.contains {
            !before.contains($0)
          }
        }
    }
    #expect(advice.isExhaustive && advice.texts == texts.count)
    let forecasts = texts.map { Forecast(of: $0, in: scenario, under: room.session.circumstances) }
    func most(_ size: Int) -> Double {
      zip(texts, forecasts).filter { $0.0.differences(from: now).count <= size }
        .map(\.1.adoption).max() ?? 0
    }
    for best in advice.best {
      #expect((best.package.chance - most(best.most)).magnitude < 1e-9)
      #expect(best.isProven)
    }
    #expect((advice.best.last?.package.chance ?? 0) > most(5) - 0.001)
    let fewest = (0...5).first { most($0) >= 0.9 }
    #expect(advice.smallest?.clauses.count == fewest)
    #expect(advice.least == fewest)
    for point in advice.front {
      for (text, forecast) in zip(texts, forecasts) {
        let rights = Self.rights(of: text, in: scenario)
        let isNoWorse =
          forecast.adoption >= point.package.chance + 1e-9 && forecast.gains[2] >= point.gain
          && rights >= (point.rights ?? 0)
        #expect(!isNoWorse)
      }
    }
  }

  @Test func `a goal that is met is said to be, and one that none reaches too`() throws {
    var met = try Rooms.classroom(after: ["start compromise"])
    #expect(met.answer("advise --goal 0.3").contains("is met already"))
    var room = try Rooms.classroom()
    let reply = room.answer("advise --goal 0.9999")
    #expect(reply.contains("No package of changes reaches it: that is proven."))
    #expect(reply.contains("The best of so many changes"))
  }

  @Test func `in a class it is refused, with a line that works`() throws {
    var room = try Rooms.classroom(after: ["rules class"])
    let refusal = try #require(room.respond(to: "advise").refusal)
    #expect(refusal.sentence.hasPrefix("Not in a class: the chair has switched advice off."))
    #expect(!room.respond(to: refusal.tryInstead).isRefusal)
  }

  @Test(arguments: [
    "advise --goal two", "advise --goal", "advise --goal 0", "advise --goal nan",
    "advise --keep 99", "advise --never nobody", "advise --for nobody", "advise Faro",
  ])
  func `what cannot be meant is refused, with a line that works`(line: String) throws {
    var room = Rooms.room(in: Rooms.tiny)
    let refusal = try #require(room.respond(to: line).refusal)
    #expect(!room.respond(to: refusal.tryInstead).isRefusal, "\(refusal.tryInstead)")
  }

  @Test func `asked again, and in another room, the answer is the same, and its next line works`()
    throws
  {
    var room = try Rooms.classroom()
    let first = room.answer("advise --for Faro --never Open Door, Dunmar")
    #expect(room.answer("advise --never open-door, DUN --for FAR") == first)
    let next = try #require(first.rows.last)
    #expect(next.hasPrefix("Next: try "))
    #expect(!room.respond(to: String(next.dropFirst(6))).isRefusal)
    #expect(first.contains("  up: chance"))
    _ = room.respond(to: "set reader on")
    #expect(!room.answer("advise --for Faro").contains("  up: chance"))
  }

  @Test func `options are completed, and what follows them`() throws {
    let room = try Rooms.classroom()
    func words(_ line: String) -> [String] {
      room.completion(of: line, at: line.utf8.count).candidates.map(\.text)
    }
    #expect(words("advise --") == ["--goal", "--for", "--keep", "--never"])
    #expect(words("advise --keep 1 --f") == ["--for"])
    #expect(words("advise --for Fa") == ["Faro"])
    #expect(words("advise --never o").contains("open-door"))
  }

  private static func texts(of scenario: Scenario) -> [TreatyText] {
    let now = scenario.drafts[scenario.opening].text
    return scenario.clauses.indices.reduce([now]) { texts, clause in
      let isStruck = scenario.drafts.contains { $0.text.provisions[clause] == .absent }
      let listed = scenario.clauses[clause].wordings.map { Provision.listed($0.id) }
      return texts.flatMap { text in
        (listed + (isStruck ? [.absent] : [])).map { text.with($0, at: clause) }
      }
    }
  }

  private static func rights(of text: TreatyText, in scenario: Scenario) -> Double {
    let scores = scenario.observers.filter { $0.kind == .rights }.map {
      Reaction(of: $0, to: text, in: scenario).score
    }
    return scores.reduce(0, +) / Double(scores.count)
  }
}
