import Calibration
import Console
import Forecasting
import Foundation
import Testing
import Treaty

@Suite struct BlindTestTests {
  @Test func `the calibration that hanoi ships is what the command writes`() throws {
    let hanoi = try Rooms.scenario("hanoi")
    let answer = try #require(CalibrationAnswer(of: hanoi))
    let shipped = try String(
      contentsOfFile: "\(Rooms.repository)/scenarios/hanoi/calibration.yaml",
      encoding: .utf8
    )
    #expect(answer.file == shipped)
    #expect(hanoi.leanings != nil)
  }

  @Test func `the start of talks is told state by state as the page on accuracy says`() throws {
    let hanoi = try Rooms.scenario("hanoi")
    let place = try #require(hanoi.decisions.firstIndex { $0.id == "73/187" })
    let folds = try #require(StateFolds(of: place, in: hanoi))
    // The page has twenty deals; six are within half a point of them.
    let scores = (0..<6).compactMap { folds.told(deal: $0, seed: 1).score }
    let mean = try #require(ToldScore(meanOf: scores))
    #expect(mean.count == 186)
    #expect(mean.right >= 0.855)
    #expect(mean.brier <= 0.21)
  }

  @Test func `votes before June 2019 tell what was decided after`() throws {
    let hanoi = try Rooms.scenario("hanoi")
    let trained = try #require(TrainedBefore("2019-06", in: hanoi))
    let treaty = try #require(trained.records.first { $0.decision.id == "74/247" })
    let expected = try #require(treaty.expected)
    #expect((expected.yes.mean - 79).magnitude <= 6)
    #expect((expected.no.mean - 60).magnitude <= 6)
    #expect((expected.abstain.mean - 33).magnitude <= 6)
    let deletion = try #require(trained.records.first { $0.decision.id == "delete-6.2" })
    let counts = try #require(deletion.expected)
    let off =
      (counts.yes.mean - 23).magnitude + (counts.no.mean - 102).magnitude
      + (counts.abstain.mean - 26).magnitude
    #expect(off <= 20)
  }

  @Test func `a scenario without votes by state is calibrated by nothing`() throws {
    let classroom = try Rooms.scenario("classroom")
    #expect(CalibrationAnswer(of: classroom) == nil)
    #expect(BlindTest(of: classroom, trainedBefore: "2019-06") == nil)
    #expect(StateFolds(of: 0, in: classroom) == nil)
  }

  @Test func `a state says how far its votes have moved it, and assumptions undo that`() throws {
    var room = Rooms.room(in: try Rooms.scenario("hanoi"))
    #expect(words(room.respond(to: "why COD")).contains("have since moved them: safeguards up to"))
    #expect(words(room.respond(to: "assumptions")).contains("as they were coded"))
  }

  private func words(_ reply: Reply) -> String {
    reply.text(on: Screen(width: 80, isColoured: false))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
