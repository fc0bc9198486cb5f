import Treaty

/// What is at stake between two texts, worked out once for all delegations.
struct Change {
  let scenario: Scenario
  /// The clauses that differ.
  let clauses: [Int]
  /// Where the clauses stand now, by place in `clauses` and then issue.
  let before: [[Double]]
  /// Where they would stand.
  let after: [[Double]]
  /// The red lines that one of the texts crosses and the other does not, in the order of the scenario,
  /// with what that is worth to who holds them.
  let lines: [(line: Int, worth: Double)]

  init(of amended: TreatyText, against text: TreatyText, in scenario: Scenario) {
    self.scenario = scenario
    clauses = amended.differences(from: text)
    before = clauses.map { scenario.placements(of: text.provisions[$0], at: $0) }
    after = clauses.map { scenario.placements(of: amended.provisions[$0], at: $0) }
    lines = scenario.redLines.indices.compactMap { place in
      let line = scenario.redLines[place]
      let isCrossed = line.isCrossed(by: amended, in: scenario)
      guard isCrossed != line.isCrossed(by: text, in: scenario) else { return nil }
      return (place, isCrossed ? -line.price : line.price)
    }
  }
}

extension Appraisal {
  /// Judges a change for one delegation: weights and saliences of what differs count as if they
  /// were all there is.
  init(of change: Change, for place: Int) {
    self.init { change.reasons(for: place, add: $0) }
  }

  /// What a change is worth to one delegation.
  static func gain(of change: Change, for place: Int) -> Double {
    gain { change.reasons(for: place, add: $0) }
  }
}

extension Change {
  /// Every reason of a delegation, in the order of the scenario.
  @inline(__always)
  fileprivate func reasons(for place: Int, add: (Appraisal.Term) -> Void) {
    let delegation = scenario.delegations[place]
    let atStake = clauses.reduce(0) { sum, clause in
      scenario.issues.indices.reduce(sum) {
        $0 + delegation.saliences[$1] * scenario.shares[clause][$1]
      }
    }
    if atStake > 0 {
      for (order, clause) in clauses.enumerated() {
        for issue in scenario.issues.indices where scenario.shares[clause][issue] > 0 {
          let position = delegation.positions[issue]
          let weight = delegation.saliences[issue] * scenario.shares[clause][issue] / atStake
          let loss = (before[order][issue] - position).magnitude
          let lossAfter = (after[order][issue] - position).magnitude
          add(
            Appraisal.Term(
              ground: .clause(clause, issue: issue),
              value: weight * (loss - lossAfter) / 100
            )
          )
        }
      }
    }
    for (line, worth) in lines where scenario.redLines[line].isHeld(by: delegation) {
      add(Appraisal.Term(ground: .redLine(line), value: worth))
    }
  }
}
