import Calibration
import Treaty

/// A calibration as data.
struct CalibrationDocument: Encodable, Sendable {
  struct Number: Encodable, Sendable {
    let name: String
    let before: Double
    let after: Double
    let leftOpen: Double
    let confoundedWith: String?
    let correlation: Double?
  }

  struct Vote: Encodable, Sendable {
    let id: String
    let emphasis: Double
  }

  struct Move: Encodable, Sendable {
    let id: String
    let basis: String
    let shift: Double
    let absence: Double
  }

  let schema = "plenary.calibration/1"
  let scenario: String
  let isSettled: Bool
  let numbers: [Number]
  let axis: [String: Double]
  let votes: [Vote]
  let delegations: [Move]

  init(_ fit: LeaningFit, in scenario: Scenario) {
    self.scenario = scenario.id.text
    isSettled = fit.isSettled
    numbers = fit.knowledge.map {
      Number(
        name: $0.number.name,
        before: $0.before,
        after: $0.after,
        leftOpen: $0.left,
        confoundedWith: $0.confounded?.with.name,
        correlation: $0.confounded?.correlation
      )
    }
    axis = Dictionary(
      uniqueKeysWithValues: zip(scenario.issues.map(\.id.text), fit.axis.steps)
    )
    votes = zip(fit.votes, fit.emphases).map {
      Vote(id: scenario.decisions[$0.decision].id.text, emphasis: $1)
    }
    delegations = scenario.delegations.enumerated().map { place, delegation in
      Move(
        id: delegation.id.text,
        basis: delegation.basis.rawValue,
        shift: fit.deviations[place],
        absence: fit.absences[place]
      )
    }
  }
}
