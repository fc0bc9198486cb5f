import Forecasting
import Treaty

/// Advice as data.
struct AdviceDocument: Encodable, Sendable {
  struct Package: Encodable, Sendable {
    let changes: [String: String]
    let chance: Double
  }

  struct Best: Encodable, Sendable {
    let most: Int
    let package: Package
    let bound: Double
    let isProven: Bool
  }

  struct Point: Encodable, Sendable {
    let package: Package
    let gain: Double
    let rights: Double?
  }

  struct Turning: Encodable, Sendable {
    let isCarried: Bool
    let delegations: [String]?
    let isLeast: Bool
  }

  struct Doubt: Encodable, Sendable {
    let better: Int
    let reaching: Int
    let reruns: Int
  }

  let schema = "plenary.advice/1"
  let aim: String
  let chance: Double
  let goal: Double
  let smallest: Package?
  let least: Int?
  let best: [Best]
  let state: String?
  let front: [Point]
  let turning: Turning
  let texts: Int
  let isExhaustive: Bool
  let doubt: Doubt?

  init(_ answer: AdviceAnswer, in scenario: Scenario) {
    let advice = answer.advice
    func package(_ package: Advice.Package) -> Package {
      Package(
        changes: Dictionary(
          uniqueKeysWithValues: package.clauses.map {
            (scenario.clauses[$0].id.text, package.text.provisions[$0].name)
          }
        ),
        chance: package.chance
      )
    }
    aim = scenario.body.seeksConsensus ? "agreement" : "adoption"
    chance = advice.chance
    goal = advice.goal
    smallest = advice.smallest.map(package)
    least = advice.least
    best = advice.best.map {
      Best(most: $0.most, package: package($0.package), bound: $0.bound, isProven: $0.isProven)
    }
    state = answer.state.map { scenario.delegations[$0].id.text }
    front = advice.front.map {
      Point(package: package($0.package), gain: $0.gain, rights: $0.rights)
    }
    turning = Turning(
      isCarried: answer.turning.isCarried,
      delegations: answer.turning.members?.map { scenario.delegations[$0].id.text },
      isLeast: answer.turning.isLeast
    )
    texts = advice.texts
    isExhaustive = advice.isExhaustive
    doubt = answer.doubt.map {
      Doubt(better: $0.better, reaching: $0.reaching, reruns: $0.reruns)
    }
  }
}
