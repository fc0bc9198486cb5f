import Calibration
import Forecasting
import Treaty

/// A blind test as data.
struct BlindTestDocument: Encodable, Sendable {
  struct Counts: Encodable, Sendable {
    let yes: Double
    let no: Double
    let abstain: Double
  }

  struct Stratum: Encodable, Sendable {
    let name: String
    let n: Int
    let right: Double
    let brier: Double
    let logLoss: Double
  }

  struct Bin: Encodable, Sendable {
    let n: Int
    let chance: Double
    let share: Double
  }

  struct Vote: Encodable, Sendable {
    let id: String
    let expected: Counts
    let recorded: Counts
    let strata: [Stratum]
    let rules: [String: Double]
    let bins: [Bin]
    let misses: [String]
  }

  struct Record: Encodable, Sendable {
    let id: String
    let asExpected: Bool
    let chance: Double
    let expected: Counts?
    let recorded: Counts?
  }

  let schema = "plenary.blind-test/1"
  let scenario: String
  let decisions: [Record]
  let votes: [Vote]

  init(_ told: [[ToldVote]], records: [TrackRecord], in scenario: Scenario) {
    self.scenario = scenario.id.text
    decisions = records.map { record in
      Record(
        id: record.decision.id.text,
        asExpected: record.isAsExpected,
        chance: record.chance,
        expected: record.expected.map {
          Counts(yes: $0.yes.mean, no: $0.no.mean, abstain: $0.abstain.mean)
        },
        recorded: record.decision.counts.map {
          Counts(yes: Double($0.yes), no: Double($0.no), abstain: Double($0.abstain))
        }
      )
    }
    votes = told.compactMap { deals in
      guard let vote = ToldVote.mean(of: deals) else { return nil }
      return Vote(
        id: scenario.decisions[vote.decision].id.text,
        expected: Self.counts(vote.expected),
        recorded: Self.counts(vote.recorded.map(Double.init)),
        strata: BlindTest.strata(of: deals, in: scenario).compactMap { _, name, places in
          ToldScore(meanOf: deals.compactMap { $0.score(of: places) }).map {
            Stratum(
              name: name,
              n: $0.count,
              right: $0.right,
              brier: $0.brier,
              logLoss: $0.logLoss
            )
          }
        },
        rules: Dictionary(
          uniqueKeysWithValues: SimpleRule.allCases.map {
            ($0.key, BlindTest.right(by: $0, in: deals))
          }
        ),
        bins: ToldVote.bins(of: deals, among: Array(vote.answers.indices)).map {
          Bin(n: $0.count, chance: $0.chance, share: $0.share)
        },
        misses: vote.misses.map { scenario.delegations[$0].id.text }
      )
    }
  }

  private static func counts(_ values: [Double]) -> Counts {
    Counts(
      yes: values[Answer.yes.rawValue],
      no: values[Answer.no.rawValue],
      abstain: values[Answer.abstain.rawValue]
    )
  }
}

extension SimpleRule {
  /// The name that programs read.
  fileprivate var key: String {
    switch self {
    case .commonest: "majority"
    case .bloc: "bloc"
    case .similarVote: "similar-vote"
    case .idealPoints: "ideal-points"
    }
  }
}
