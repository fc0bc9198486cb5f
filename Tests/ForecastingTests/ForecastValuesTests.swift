import Foundation
import Testing
import Treaty

@testable import Forecasting

struct ForecastValuesTests {
  /// `Values/forecasts.json`.
  struct Values: Decodable {
    let cases: [Case]

    struct Case: Decodable {
      let name: String
      let model: Model
      let delegations: [Delegation]
      let expected: Expected
    }

    struct Model: Decodable {
      let sensitivity, valence, indifference, blocking, shadow, commonShock, blocShock: Double
    }

    struct Delegation: Decodable {
      let gain, absence: Double
      let bloc: String
    }

    struct Expected: Decodable {
      let simpleMajority, twoThirds, absoluteMajority, unblocked: Double
      let yes: Yes
      let no: No
    }

    struct Yes: Decodable {
      let mean, sd: Double
      let p05, p50, p95: Int
    }

    struct No: Decodable {
      let mean: Double
    }
  }

  @Test func `forecasts of another program are met to 1e-9`() throws {
    let file = try #require(
      Bundle.module.url(forResource: "forecasts", withExtension: "json", subdirectory: "Values")
    )
    let values = try JSONDecoder().decode(Values.self, from: Data(contentsOf: file))
    #expect(values.cases.count == 4)
    for value in values.cases {
      let expected = value.expected
      let outlook = electorate(value, rule: .twoThirds).outlook
      let simple = electorate(value, rule: .simpleMajority).outlook
      let absolute = electorate(value, rule: .absoluteMajority).outlook
      let pairs = [
        (outlook.adoption, expected.twoThirds),
        (simple.adoption, expected.simpleMajority),
        (absolute.adoption, expected.absoluteMajority),
        (outlook.consensus, expected.unblocked),
        (simple.consensus, expected.unblocked),
        (outlook.tally.yes.mean, expected.yes.mean),
        (outlook.tally.yes.sd, expected.yes.sd),
        (outlook.tally.no.mean, expected.no.mean),
      ]
      for (found, wanted) in pairs {
        #expect(abs(found - wanted) < 1e-9, "\(value.name)")
      }
      #expect(outlook.tally.yes.p05 == expected.yes.p05)
      #expect(outlook.tally.yes.p50 == expected.yes.p50)
      #expect(outlook.tally.yes.p95 == expected.yes.p95)
    }
  }

  private func electorate(_ value: Values.Case, rule: VotingRule) -> Electorate {
    var blocs: [String] = []
    for delegation in value.delegations where !blocs.contains(delegation.bloc) {
      blocs.append(delegation.bloc)
    }
    return Electorate(
      voters: value.delegations.map { delegation in
        Electorate.Voter(
          leaning: value.model.sensitivity * delegation.gain + value.model.valence,
          absence: delegation.absence,
          bloc: blocs.firstIndex(of: delegation.bloc) ?? 0
        )
      },
      disciplines: blocs.map { _ in 0 },
      indifference: value.model.indifference,
      commonShock: value.model.commonShock,
      blocShock: value.model.blocShock,
      blocking: value.model.blocking,
      shadow: value.model.shadow,
      rule: rule,
      shadowRule: .twoThirds
    )
  }
}
