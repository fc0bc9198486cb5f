import Foundation
import Testing
import Treaty

@testable import Console

struct LandingVerbTests {
  @Test func `an issue is told in words first, with where the text stands and how sure it is`()
    throws
  {
    var room = try Rooms.classroom()
    let rows = room.answer("landing limits").rows
    #expect(rows[0] == "Limits on the police: where the text would land (estimated)")
    #expect(rows[1].hasPrefix("  About 44 (43–46) of 100, nearest to “Somebody outside"))
    #expect(rows.contains { $0.contains("stands at 10; it would move towards “a judge decides") })
    #expect(rows.contains { $0.contains("two public replications") })
    #expect(rows.last == "Next: try 2 may-review")
    #expect(!room.respond(to: "try 2 may-review").isRefusal)
  }

  @Test func `asked again, and in another room, the answer is the same`() throws {
    var room = try Rooms.classroom()
    let first = room.answer("landing reach")
    #expect(room.answer("landing reach") == first)
    var other = try Rooms.classroom(after: ["try 2 shall-review", "forecast"], seed: 9)
    #expect(other.answer("landing How far it reaches") == first)
  }

  @Test func `saliences count only when asked for`() throws {
    var room = try Rooms.classroom()
    let alike = room.answer("landing limits")
    let own = room.answer("landing limits salience")
    #expect(alike != own)
    for reply in [own, room.answer("landing salience")] {
      #expect(reply.split { $0.isWhitespace }.joined(separator: " ").contains("the states' own"))
    }
  }

  @Test func `all issues stand in one table, whatever is on the table`() throws {
    var room = try Rooms.classroom()
    let before = room.answer("landing").rows
    for issue in room.scenario.issues {
      #expect(before.contains { $0.hasPrefix("  \(issue.id) ") })
    }
    _ = room.respond(to: "start compromise")
    #expect(room.answer("landing").rows[3].contains("65"), "the text is another")
  }

  @Test func `an issue that nobody knows is refused with a line that works`() throws {
    var room = try Rooms.classroom()
    for (line, way) in [
      ("landing limts", "landing limits"), ("landing xyz", "landing"),
      ("landing nothing salience", "landing"),
    ] {
      let refusal = try #require(room.respond(to: line).refusal)
      #expect(refusal.tryInstead == way)
    }
  }

  @Test func `the numbers are there for programs, unrounded`() throws {
    var room = try Rooms.classroom()
    let data = try JSONEncoder().encode(Encoded(room.respond(to: "landing limits").document))
    let fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(fields["schema"] as? String == "plenary.landing/1")
    let issue = try #require((fields["issues"] as? [[String: Any]])?.first)
    let mean = try #require(issue["mean"] as? [String: Double])
    // (3·20 + 2·25 + 2·75 + 2·38 + 65 + 85) / 11
    #expect((try #require(mean["value"]) - 486.0 / 11).magnitude < 1e-12)
    #expect((issue["challenge"] as? [[String: Any]])?.count == 2)
    let bargain = try #require(fields["bargain"] as? [String: Any])
    #expect(bargain["outcome"] as? String == "agreement")
    #expect(bargain["texts"] as? Int == 384)
  }

  private struct Encoded: Encodable {
    let document: any Encodable

    init(_ document: any Encodable) {
      self.document = document
    }

    func encode(to encoder: any Encoder) throws {
      try document.encode(to: encoder)
    }
  }
}
