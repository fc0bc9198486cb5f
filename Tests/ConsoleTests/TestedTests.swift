import Console
import Foundation
import Testing
import Treaty

struct TestedTests {
  @Test func `estimates are not held against votes on other matters`() throws {
    let scenario = try Rooms.scenario("hanoi")
    let others = scenario.decisions.filter(\.isOnOtherMatter)
    #expect(others.count == 8)
    #expect(scenario.tests.count + others.count == scenario.decisions.count)
    let reply = Enquiry(testing: Rooms.room(in: scenario)).reply
    let text = reply.text(on: Screen(width: 200))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let data = String(decoding: try encoder.encode(reply.document), as: UTF8.self)
    for decision in scenario.decisions {
      #expect(text.contains(decision.id.text) != decision.isOnOtherMatter)
      #expect(data.contains("\"\(decision.id)\"") != decision.isOnOtherMatter)
    }
    let blind = scenario.tests.filter { !scenario.isFitted(on: $0) }
    #expect(blind.count < scenario.tests.count)
    #expect(text.contains("of \(blind.count) on which nothing was fitted came out on the side"))
  }

  @Test func `a vote on another matter says who voted how between two places`() throws {
    for decision in try Rooms.scenario("hanoi").decisions.filter(\.isOnOtherMatter) {
      guard case .resolution(let places, let against) = decision.question,
        case .votes(let ballots) = decision.record
      else {
        Testing.Issue.record("\(decision.id) has no ballots or no places")
        continue
      }
      #expect(places.allSatisfy { against[$0.key] != $0.value })
      #expect(ballots.count { $0 != nil } > 150)
    }
  }
}
