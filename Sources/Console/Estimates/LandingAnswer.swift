import Forecasting
import Negotiation
import Treaty

/// What is told of one issue.
struct LandingAnswer: Sendable {
  /// The listed wording of a clause that stands nearest to where the text would land.
  struct Nearest: Sendable {
    let clause: Int
    let wording: Wording
  }

  let issue: Int
  let landing: Landing
  /// Where the bargain would stand, if there is one.
  let bargained: Double?
  /// The challenge model, in its readings; empty where several issues are asked about, for it takes
  /// longest and says least.
  let opinions: [SecondOpinion]
  /// By how much each clause counts on the issue, the most first.
  let nearest: [Nearest]
}

extension Room {
  /// Where the text would land on an issue, by every way of reckoning it.
  mutating func landing(
    on issue: Int,
    _ saliences: Bargainer.Saliences,
    after bargain: Bargain,
    isAlone: Bool
  ) -> LandingAnswer {
    let reruns = estimates.drawn(for: session)
    let scenario = scenario
    let landing = Landing(
      of: session.text,
      on: issue,
      in: scenario,
      reruns: reruns,
      saliences: saliences
    )
    let opinions = (isAlone ? Challenge.Reading.allCases : []).map {
      SecondOpinion(on: issue, in: scenario, reruns: reruns, saliences: saliences, reading: $0)
    }
    let clauses = scenario.clauses.indices.filter { scenario.shares[$0][issue] > 0 }.sorted {
      (scenario.shares[$1][issue], $0) < (scenario.shares[$0][issue], $1)
    }
    let nearest = clauses.compactMap { clause -> LandingAnswer.Nearest? in
      let wordings = scenario.clauses[clause].wordings
      func distance(_ wording: Wording) -> Double {
        (wording.placements[issue] - landing.compromise.mean).magnitude
      }
      return wordings.min { distance($0) < distance($1) }.map {
        LandingAnswer.Nearest(clause: clause, wording: $0)
      }
    }
    return LandingAnswer(
      issue: issue,
      landing: landing,
      bargained: bargain.text.map { Landing.place(of: $0, on: issue, in: scenario) },
      opinions: opinions,
      nearest: nearest
    )
  }
}

extension Bargain {
  /// The text that was agreed, if one was.
  var text: TreatyText? {
    switch outcome {
    case .agreement(let text): text
    case .hopeless, .none: nil
    }
  }
}
