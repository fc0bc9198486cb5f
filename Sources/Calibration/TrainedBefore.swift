public import Forecasting
public import Treaty

/// Decisions of a date and later, told by a fit to the votes before it.
public struct TrainedBefore: Sendable {
  /// The fit.
  public let fit: LeaningFit
  /// The decisions that the fit did not see, each held against what is expected of it.
  public let records: [TrackRecord]
  /// Those of them whose answers by state are on record.
  public let told: [ToldVote]

  /// Fits the votes before a date, written as decisions write theirs, and looks at the rest; nil where no vote with
  /// answers by state is earlier.
  public init?(_ date: String, in scenario: Scenario) {
    let coded = scenario.uncalibrated
    let axis = LeaningAxis(of: coded)
    let all = coded.decisions.indices.compactMap {
      RecordedVote($0, in: coded, along: axis)
    }
    let earlier = all.filter { coded.decisions[$0.decision].date < date }
    guard !earlier.isEmpty else { return nil }
    let fit = LeaningFit(of: earlier, in: coded, along: axis)
    let fitted = fit.scenario(from: coded)
    let later = coded.tests.filter { $0.date >= date }
    let records = later.map { TrackRecord(of: $0, in: fitted) }
    told = records.compactMap { record in
      guard let vote = all.first(where: { coded.decisions[$0.decision].id == record.decision.id })
      else { return nil }
      let known = RollCalls(of: earlier + [vote.hiding(vote.answers.indices)])
      return ToldVote(
        decision: vote.decision,
        chances: record.chances.map { [$0.no, $0.abstain, $0.yes] },
        answers: vote.answers,
        guesses: SimpleRule.allCases.map { rule in
          rule.guesses(
            of: earlier.count,
            in: known,
            blocs: coded.delegations.map(\.bloc),
            likeness: earlier.map { $0.resolution.likeness(to: vote.resolution) } + [-2]
          )
        }
      )
    }
    self.records = records
    self.fit = fit
  }
}
