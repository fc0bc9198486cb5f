import Testing
import Treaty

@testable import Forecasting

struct ReactionTests {
  @Test(arguments: [
    (75.0, 1.0), (100, 1), (80, 1), (74, 0.96), (62.5, 0.5), (50, 0), (49, -0.04), (25, -1),
    (0, -1),
  ])
  func `satisfaction falls by one for each step outside the range`(
    place: Double,
    expected: Double
  ) {
    #expect(abs(Reaction.satisfaction(at: place, with: 75...100) - expected) < 1e-15)
    #expect(abs(Reaction.satisfaction(at: 100 - place, with: 0...25) - expected) < 1e-15)
  }

  @Test(arguments: [
    (-100.0, Reaction.Level.stronglyOpposes), (-50, .stronglyOpposes), (-49.9, .opposes),
    (-15, .opposes), (-14.9, .mixed), (0, .mixed), (14.9, .mixed), (15, .supports),
    (49.9, .supports), (50, .stronglySupports), (100, .stronglySupports),
  ])
  func `levels begin and end where they should`(score: Double, level: Reaction.Level) {
    #expect(reaction(prior: score, criteria: []).level == level)
    #expect(reaction(prior: score, criteria: []).score == score)
  }

  @Test func `levels are ordered from against to in favour`() {
    #expect(Reaction.Level.allCases.sorted() == Reaction.Level.allCases)
    #expect(Reaction.Level.stronglyOpposes < .mixed && !(Reaction.Level.mixed < .mixed))
  }

  @Test func `the score is the prior plus the weighted satisfaction`() {
    let found = reaction(
      prior: -20,
      criteria: [
        criterion(wanted: 0...10, weight: 1),
        criterion(wanted: 35...60, weight: 3),
      ]
    )
    // The clause stands at 20: 10 outside the first range and 15 outside the second.
    #expect(abs(found.score - (-20 + 100 * (1 * 0.6 + 3 * 0.4) / 4)) < 1e-12)
    #expect(found.grounds.map(\.criterion) == [1, 0])
    #expect(abs(found.grounds[0].effect - 30) < 1e-12)
    #expect(found.crossed == [])
  }

  @Test func `red lines crossed cap the score and are not traded against praise`() {
    let praise = criterion(wanted: 0...100, weight: 100)
    let line = criterion(wanted: 46...100, weight: 1, isRedLine: true)
    let edge = criterion(wanted: 45...100, weight: 1, isRedLine: true)
    #expect(reaction(prior: 0, criteria: [praise, edge]).score > 90)
    #expect(reaction(prior: 0, criteria: [praise, edge]).crossed == [])
    let one = reaction(prior: 0, criteria: [praise, line])
    #expect(one.score == -40)
    #expect(one.crossed == [1])
    #expect(one.grounds.filter(\.isCrossed).map(\.criterion) == [1])
    #expect(reaction(prior: 0, criteria: [line, praise, line]).score == -55)
    #expect(reaction(prior: -100, criteria: [praise, line]).score == -40)
    #expect(reaction(prior: -100, criteria: [line]).score == -100)
  }

  @Test func `scores are clipped and ties keep the observer's order`() {
    let alike = criterion(wanted: 0...100, weight: 2)
    let found = reaction(prior: 70, criteria: [alike, alike, alike])
    #expect(found.score == 100)
    #expect(found.grounds.map(\.criterion) == [0, 1, 2])
  }

  private func criterion(
    wanted: ClosedRange<Double>,
    weight: Double,
    isRedLine: Bool = false
  ) -> Observer.Criterion {
    Observer.Criterion(
      clause: 0,
      issue: 0,
      wanted: wanted,
      weight: weight,
      principle: "",
      isRedLine: isRedLine
    )
  }

  /// What an observer makes of a text whose first clause stands at 20.
  private func reaction(prior: Double, criteria: [Observer.Criterion]) -> Reaction {
    let observer = Observer(
      id: "office",
      name: "Office",
      kind: .office,
      reach: 1,
      prior: prior,
      criteria: criteria
    )
    return Reaction(of: observer, to: SampleTreaty.text("weak"), in: SampleTreaty.scenario())
  }
}
