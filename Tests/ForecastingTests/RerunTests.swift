import Forecasting
import Testing
import Treaty

struct RerunTests {
  private func spread(_ points: Double) -> InputSpread {
    var spread = InputSpread()
    spread.coded = points
    spread.bloc = points
    spread.imputed = points
    spread.clause = points
    spread.wording = points
    return spread
  }

  @Test func `a rerun draws the same inputs every time`() {
    let scenario = SampleTreaty.scenario(spread: spread(10))
    for number in 0..<5 {
      let first = Rerun(number, of: scenario).scenario
      let second = Rerun(number, of: scenario).scenario
      #expect(first.delegations.map(\.positions) == second.delegations.map(\.positions))
      #expect(first.clauses.map(\.absent) == second.clauses.map(\.absent))
    }
    let other = Rerun(1, of: scenario).scenario
    #expect(
      other.delegations.map(\.positions)
        != Rerun(0, of: scenario).scenario.delegations.map(\.positions)
    )
  }

  @Test func `inputs without spread stay as they are`() {
    let scenario = SampleTreaty.scenario(spread: spread(0))
    let rerun = Rerun(3, of: scenario).scenario
    #expect(rerun.delegations.map(\.positions) == scenario.delegations.map(\.positions))
    #expect(
      rerun.clauses.map { $0.wordings.map(\.placements) }
        == scenario.clauses.map { $0.wordings.map(\.placements) }
    )
  }

  @Test func `drawn positions stay on the scale and spread as far as is stated`() {
    let scenario = SampleTreaty.scenario(spread: spread(12))
    var total = 0.0
    var count = 0.0
    for number in 0..<400 {
      let rerun = Rerun(number, of: scenario).scenario
      for (drawn, given) in zip(rerun.delegations, scenario.delegations) {
        for (place, origin) in zip(drawn.positions, given.positions) {
          #expect((0...100).contains(place))
          // Far from the ends of the scale nothing is cut off.
          guard (40...60).contains(origin) else { continue }
          total += (place - origin) * (place - origin)
          count += 1
        }
      }
    }
    #expect(count > 600)
    #expect(abs((total / count).squareRoot() - 12) < 1.2)
  }

  @Test func `members whose position is their group's share its error`() throws {
    let members = ["AAA", "BBB", "CCC"].map { id in
      SampleTreaty.delegation(
        Delegation.ID(id),
        bloc: 0,
        positions: [40, 60],
        saliences: [1, 1],
        openness: 0,
        basis: id == "CCC" ? .imputed : .bloc
      )
    }
    let others = SampleTreaty.delegations.filter { $0.bloc == 1 }
    let scenario = SampleTreaty.scenario(spread: spread(5), delegations: members + others)
    let drawn = Rerun(0, of: scenario).scenario.delegations.map(\.positions)
    #expect(drawn[0] == drawn[1])
    #expect(drawn[0] != members[0].positions)
    #expect(drawn[2] != drawn[0])
  }

  @Test func `quick chances are those of the whole forecast`() {
    // One of the two blocs has discipline.
    let scenario = SampleTreaty.scenario()
    let text = scenario.drafts[0].text
    let circumstances = Circumstances(of: scenario.drafts[0], in: scenario)
    let quick = Inclinations(to: text, in: scenario, under: circumstances).chances(in: scenario)
    let whole = Forecast(of: text, in: scenario, under: circumstances).chances
    for (one, other) in zip(quick, whole) {
      for ballot in [Ballot.yes, .no, .abstain, .absent] {
        #expect(abs(one[ballot] - other[ballot]) < 1e-9)
      }
    }
  }
}
