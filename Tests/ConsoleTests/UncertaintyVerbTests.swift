import Forecasting
import Negotiation
import Testing
import Treaty

@testable import Console

struct UncertaintyVerbTests {
  @Test func `two people who ask the same are told the same`() throws {
    var first = try Rooms.classroom(after: ["start compromise"], seed: 1)
    var second = try Rooms.classroom(after: ["start compromise"], seed: 2)
    let answer = first.answer("forecast uncertain")
    #expect(answer.contains("What adoption hangs on most"))
    #expect(second.answer("forecast uncertain") == answer)
    for spelling in ["uncertain", "Uncertainty", "--uncertain"] {
      #expect(first.answer("forecast \(spelling)") == answer)
    }
  }

  @Test func `a rule may follow`() throws {
    var room = try Rooms.classroom(after: ["start compromise"])
    #expect(room.answer("forecast uncertain consensus").contains("What consensus hangs on most"))
    #expect(room.answer("forecast uncertain absolute majority").contains("absolute-majority"))
    #expect(room.answer("forecast uncertain nope").hasPrefix("! There is no rule “nope”."))
    #expect(room.completion(of: "forecast un", at: 11).candidates.map(\.text) == ["uncertain"])
    #expect(room.completion(of: "forecast uncertain ", at: 19).candidates.count == 4)
    #expect(room.completion(of: "forecast two-thirds ", at: 20).candidates.isEmpty)
  }

  @Test func `bars fit into eighty columns, and a reader is told words only`() throws {
    var room = Rooms.room(in: try Rooms.scenario("hanoi")).after(["start final"])
    let answer = room.answer("forecast uncertain")
    #expect(answer.rows.allSatisfy { $0.displayWidth <= 80 })
    let bars = answer.rows.filter { $0.contains("=") }
    #expect(bars.count > 3)
    #expect(bars.allSatisfy { $0.contains("|") })
    room = room.after(["set reader on"])
    let spoken = room.answer("forecast uncertain")
    #expect(spoken.contains("the wish for a treaty"))
    #expect(!spoken.contains("=") && !spoken.contains("|"))
  }

  @Test func `an answer in a shell is that of the room with as many draws`() throws {
    let scenario = try Rooms.scenario("classroom")
    var room = Rooms.room(in: scenario).after(["start compromise"])
    let enquiry = Enquiry(
      forecasting: "compromise",
      changes: [],
      rule: nil,
      drawing: Uncertainty.quickDraws,
      seed: Uncertainty.seedOfRooms,
      in: Rooms.room(in: scenario)
    ) { Uncertainty(of: $0) }
    func table(_ reply: Reply) -> [String] {
      reply.text(on: Screen(width: 80)).rows.filter { $0.hasPrefix("  adoption ") }
    }
    #expect(table(enquiry.reply).count == 1)
    #expect(table(enquiry.reply) == table(room.respond(to: "forecast uncertain")))
  }

  @Test func `a bar has its ends and the stroke on a scale that holds them`() {
    let bars = [[0.21, 0.5, 0.79], [0.4, 0.4, 0.4]].map {
      Tornado.Bar(group: .wish, range: DrawnRange(of: $0, leavingOut: 0))
    }
    let plot = TornadoPlot(of: bars, around: 0.5)
    #expect(plot.axis == "20" + String(repeating: " ", count: TornadoPlot.width - 4) + "80")
    let row = plot.row(of: bars[0].range)
    #expect(row.count == TornadoPlot.width && row.first == "=" && row.last == "=")
    #expect(row.contains("|"))
    let none = TornadoPlot(of: [], around: 1)
    #expect(none.axis.hasSuffix("100"))
  }

  @Test func `what a sweep refuses is told as everywhere`() throws {
    let room = try Rooms.classroom()
    #expect(throws: TextSweep.Refused.self) {
      try TextSweep(of: nil, clauses: ["9"], withPairs: false, rule: nil, in: room)
    }
    let sweep = try TextSweep(of: nil, clauses: ["2", "2"], withPairs: true, rule: nil, in: room)
    #expect(sweep.count == 1 + room.scenario.alternatives(at: 1).count - 1)
  }

  @Test func `a slip in the word is told that word`() throws {
    var room = try Rooms.classroom()
    let reply = room.respond(to: "forecast uncertin")
    #expect(reply.refusal?.tryInstead == "forecast uncertain")
    #expect(room.respond(to: "forecast two-third").refusal?.tryInstead == "forecast two-thirds")
  }

  @Test func `what to type first is said once`() throws {
    let room = try Rooms.classroom()
    let alone = Screen(width: 80).text(of: room.greeting(isFollowed: false))
    let followed = Screen(width: 80).text(of: room.greeting(isFollowed: true))
    #expect(alone.contains("Next: "))
    #expect(!followed.contains("Next: "))
  }
}
