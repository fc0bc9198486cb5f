import Forecasting
import Testing
import Treaty

struct TrackRecordTests {
  private let scenario = SampleTreaty.scenario(seeksConsensus: true)

  private func decision(
    _ question: Decision.Question,
    _ record: Decision.Record
  ) -> Decision {
    Decision(id: "one", date: "2020-01", title: "One", question: question, record: record)
  }

  @Test func `those who took part and nobody else are counted`() throws {
    let ballots: [Ballot?] = [.yes, nil, .no, .abstain, nil]
    let record = TrackRecord(
      of: decision(.resolution(places: [0: 80], against: [0: 20]), .votes(ballots)),
      in: scenario
    )
    let expected = try #require(record.expected)
    #expect(record.voters == 3)
    #expect(abs(expected.yes.mean + expected.no.mean + expected.abstain.mean - 3) < 1e-9)
    #expect(record.score != nil)
  }

  @Test func `totals are expected among as many as voted`() throws {
    let record = TrackRecord(
      of: decision(.draft(0), .totals(yes: 2, no: 1, abstain: 1)),
      in: scenario
    )
    let expected = try #require(record.expected)
    #expect(abs(expected.yes.mean + expected.no.mean + expected.abstain.mean - 4) < 1e-9)
    #expect(record.score == nil)
  }

  @Test func `who stands at the resolution's place is expected to vote for it`() throws {
    // CCC stands at 90 and 10 and cares for the second issue alone.
    let towards = TrackRecord(
      of: decision(
        .resolution(places: [1: 10], against: [1: 90]),
        .votes([nil, nil, .yes, nil, nil])
      ),
      in: scenario
    )
    let away = TrackRecord(
      of: decision(
        .resolution(places: [1: 90], against: [1: 10]),
        .votes([nil, nil, .yes, nil, nil])
      ),
      in: scenario
    )
    #expect(try #require(towards.expected).yes.mean > 0.9)
    #expect(try #require(away.expected).yes.mean < 0.2)
    #expect(try #require(towards.score).right == 1)
    #expect(try #require(away.score).right == 0)
    #expect(try #require(towards.score).brier < #require(away.score).brier)
    #expect(try #require(towards.score).logLoss < #require(away.score).logLoss)
    #expect(towards.isAsExpected)
    #expect(!away.isAsExpected)
  }

  @Test func `deleting and retaining a clause are opposite questions`() throws {
    func chance(_ asked: Decision.Asked) -> Double {
      let question = Decision.Question.change(
        draft: 1,
        clause: 0,
        from: .listed("strong"),
        to: .absent,
        asked: asked
      )
      return TrackRecord(of: decision(question, .outcome(.defeated)), in: scenario).chance
    }
    // By two thirds both may fail; they cannot both be likely.
    #expect(chance(.delete) + chance(.retain) < 1.2)
    #expect(abs(chance(.delete) - chance(.retain)) > 0.01)
  }
}
