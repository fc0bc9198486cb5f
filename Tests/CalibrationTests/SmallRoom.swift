import Forecasting
import Treaty

@testable import Calibration

/// A room of two blocs that votes on resolutions, with leanings that are known.
struct SmallRoom {
  let scenario: Scenario
  /// How far each delegation leans beyond its position.
  let deviations: [Double]

  init(states: Int = 60, votes: Int = 12, seed: UInt64 = 1, replacing: [Int: [Int: Ballot?]] = [:])
  {
    var numbers = SeededGenerator(seed: seed, purpose: "small room")
    let positions = (0..<states).map { _ in 20 + 60 * numbers.uniform() }
    let deviations = (0..<states).map { _ in 14 * numbers.normal() }
    let delegations = positions.enumerated().map { place, position in
      Delegation(
        id: Delegation.ID("S\(place)"),
        name: "State \(place)",
        bloc: place % 2,
        blocID: Bloc.ID(place % 2 == 0 ? "East" : "West"),
        absence: 0.1,
        positions: [position, 100 - position],
        basis: place % 3 == 0 ? .coded : .imputed
      )
    }
    let model = ModelParameters()
    let decisions = (0..<votes).map { number -> Decision in
      let isWide = number % 2 == 0
      let places: [Int: Double] = isWide ? [0: 90, 1: 10] : [0: 10, 1: 90]
      let against: [Int: Double] = isWide ? [0: 10, 1: 90] : [0: 90, 1: 10]
      let resolution = Resolution(places: places, against: against)
      let shock = model.commonShock * numbers.normal()
      let shocks = [model.blocShock * numbers.normal(), model.blocShock * numbers.normal()]
      let ballots = delegations.enumerated().map { place, delegation -> Ballot? in
        let moved = Delegation(
          id: delegation.id,
          name: delegation.name,
          bloc: delegation.bloc,
          blocID: delegation.blocID,
          positions: [
            delegation.positions[0] + deviations[place],
            delegation.positions[1] - deviations[place],
          ]
        )
        let leaning =
          model.separateSensitivity * resolution.gain(of: moved) + model.resolutionValence
          + shock + shocks[delegation.bloc] + numbers.logistic()
        let drawn: Ballot? =
          leaning > model.indifference ? .yes : leaning < -model.indifference ? .no : .abstain
        return replacing[number]?[place] ?? drawn
      }
      return Decision(
        id: Decision.ID("V\(number)"),
        date: "2018-\(number < 9 ? "0" : "")\(number + 1)",
        title: "Vote \(number)",
        question: .resolution(places: places, against: against),
        record: .votes(ballots)
      )
    }
    self.deviations = deviations
    var spread = InputSpread()
    spread.coded = 14
    spread.imputed = 14
    scenario = Scenario(
      id: "small",
      title: "Small",
      body: Body(name: "Committee", rule: .simpleMajority, seeksConsensus: false),
      spread: spread,
      issues: ["scope", "rights"].map { name in
        Issue(
          id: Issue.ID(name),
          title: name,
          low: "low",
          high: "high",
          noAgreement: NoAgreement(standard: 50)
        )
      },
      articles: [],
      clauses: [],
      drafts: [],
      delegations: delegations,
      blocs: ["East", "West"].map { Bloc(id: Bloc.ID($0), title: $0) },
      decisions: decisions
    )
  }

  /// The votes as a fit sees them.
  var votes: [RecordedVote] {
    let axis = LeaningAxis(of: scenario)
    return scenario.decisions.indices.compactMap { RecordedVote($0, in: scenario, along: axis) }
  }
}
