import Foundation
import Testing
import Treaty

@testable import Forecasting

struct LandingTests {
  @Test func `emission standards land where others have them`() throws {
    let landing = Compromise(among: try bargainers("emission-standards"))
    #expect(near(landing.mean, 7.389955686853767))
    #expect(landing.median == 7)
  }

  @Test func `Greek debt lands where others have it`() throws {
    let landing = Compromise(among: try bargainers("greece-2015"))
    #expect((landing.mean - 82.2222).magnitude < 0.0001)
    #expect(landing.median == 100)
  }

  @Test func `a median between two halves is the middle of them`() {
    let two = [Bargainer(position: 20), Bargainer(position: 60)]
    #expect(Compromise(among: two).median == 40)
    #expect(Compromise(among: two + [Bargainer(position: 60, influence: 0.1)]).median == 60)
    let tenths = [0.1, 0.2].map { Bargainer(position: 10, influence: $0) }
    #expect(Compromise(among: tenths + [Bargainer(position: 30, influence: 0.3)]).median == 20)
    #expect(Compromise(among: [Bargainer(position: 7, influence: 3)]).median == 7)
  }

  @Test func `the first round is that of the public replication, actor by actor`() throws {
    let rows = try Values.table("emission-standards")
    let round = Challenge(among: try bargainers("emission-standards"), reading: .replicated)
    for (place, row) in rows.enumerated() {
      #expect(near(round.positions[place], try #require(Double(row["next"] ?? ""))))
      #expect(near(round.exponents[place], try #require(Double(row["exponent"] ?? ""))))
    }
  }

  @Test func `ten rounds are those of the public replication`() throws {
    let rows = try Values.table("emission-rounds")
    var bargainers = try bargainers("emission-standards")
    for row in rows {
      let landing = Compromise(among: bargainers)
      #expect(near(landing.mean, try #require(Double(row["mean"] ?? ""))), "\(row)")
      #expect(near(landing.median, try #require(Double(row["median"] ?? ""))), "\(row)")
      let moved = Challenge(among: bargainers, reading: .replicated).positions
      for place in moved.indices { bargainers[place].position = moved[place] }
    }
    #expect(rows.count == 11)
  }

  @Test func `the steps as published give another first round`() throws {
    let bargainers = try bargainers("emission-standards")
    let round = Challenge(among: bargainers, reading: .published)
    // Worked out in another program (Python) by the steps as they are written.
    let expected = [7, 10, 7, 7, 7, 7, 10, 4, 4.915282, 7]
    for (place, position) in expected.enumerated() {
      #expect((round.positions[place] - position).magnitude < 1e-6)
    }
  }

  @Test func `sums that are kept give what going through every three gives`() {
    var numbers = SampleRooms.Sequence(seed: 3)
    for trial in 0..<40 {
      let bargainers = (0..<(2 + trial % 9)).map { _ in
        Bargainer(
          position: trial % 2 == 0 ? 100 * numbers.next() : (10 * numbers.next()).rounded(),
          influence: 1 + numbers.next(),
          salience: numbers.next()
        )
      }
      for reading in Challenge.Reading.allCases {
        let round = Challenge(among: bargainers, reading: reading)
        let slow = SlowChallenge(among: bargainers, reading: reading)
        for place in bargainers.indices {
          #expect((round.exponents[place] - slow.exponents[place]).magnitude < 1e-9)
          #expect((round.positions[place] - slow.positions[place]).magnitude < 1e-6, "\(trial)")
        }
      }
    }
  }

  @Test func `who stands alone or with all others stays`() {
    for reading in Challenge.Reading.allCases {
      #expect(Challenge(among: [Bargainer(position: 5)], reading: reading).positions == [5])
      let all = [Bargainer(position: 5), Bargainer(position: 5)]
      #expect(Challenge(among: all, reading: reading).positions == [5, 5])
    }
  }

  @Test func `a mean shifts and scales with positions and does not ask for the order`() {
    var numbers = SampleRooms.Sequence(seed: 8)
    let bargainers = (0..<30).map { _ in
      Bargainer(position: 100 * numbers.next(), influence: 1 + 7 * numbers.next())
    }
    let landing = Compromise(among: bargainers)
    let turned = Compromise(
      among: bargainers.reversed().map {
        Bargainer(position: 100 - $0.position, influence: $0.influence)
      }
    )
    #expect(near(landing.mean, 100 - turned.mean))
    #expect(near(landing.median, 100 - turned.median))
  }

  private func bargainers(_ name: String) throws -> [Bargainer] {
    try Values.table(name).map { row in
      Bargainer(
        position: try #require(Double(row["position"] ?? "")),
        influence: try #require(Double(row["influence"] ?? "")),
        salience: try #require(Double(row["salience"] ?? ""))
      )
    }
  }

  private func near(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 1e-12 * max(expected.magnitude, 1)
  }
}

/// The challenge model as it is written, every member asked about every pair.
private struct SlowChallenge {
  private(set) var positions: [Double]
  private(set) var exponents: [Double]

  init(among bargainers: [Bargainer], reading: Challenge.Reading) {
    let x = bargainers.map(\.position)
    let range = (x.max() ?? 0) - (x.min() ?? 0)
    let all = Array(x.indices)
    func support(_ r: [Double]) -> [[Double]] {
      func vote(_ k: Int, _ i: Int, _ j: Int) -> Double {
        bargainers[k].influence * bargainers[k].salience
          * (pow((x[k] - x[j]).magnitude / range, r[k]) - pow((x[k] - x[i]).magnitude / range, r[k]))
      }
      let votes = all.map { i in all.map { j in all.map { vote($0, i, j) } } }
      let sizes = votes.map { $0.map { $0.reduce(0) { $0 + $1.magnitude } } }
      let sum = sizes.reduce(0) { $0 + $1.reduce(0, +) }
      return all.map { i in
        all.map { j in
          guard x[i] != x[j] else { return 0 }
          let mine = votes[i][j].reduce(0) { $0 + max(0, $1) }
          return mine / (reading == .published ? sizes[i][j] : sum)
        }
      }
    }
    func worth(_ i: Int, _ j: Int, _ p: [[Double]], _ r: Double) -> Double {
      let d = (x[i] - x[j]).magnitude / range
      let (success, failure) = (2 - 4 * pow(0.5 - 0.5 * d, r), 2 - 4 * pow(0.5 + 0.5 * d, r))
      let s = bargainers[j].salience
      return s * (p[i][j] * success + (1 - p[i][j]) * failure) + (1 - s) * success
        - (2 - 4 * pow(0.5, r))
    }
    let first = support(x.map { _ in 1 })
    let dangers = all.map { i in all.reduce(0) { $1 == i ? $0 : $0 + worth($1, i, first, 1) } }
    let (most, least) = (dangers.max() ?? 0, dangers.min() ?? 0)
    let r = dangers.map { danger -> Double in
      guard most > least else { return 1 }
      let risk = (2 * danger - most - least) / (most - least)
      return (1 - risk / 3) / (1 + risk / 3)
    }
    exponents = r
    let p = support(r)
    positions = all.map { i in
      var offers: [[(order: Double, place: Double)]] = [[], [], []]
      for j in all where x[i] != x[j] {
        let (a, b) = (worth(i, j, p, r[i]), worth(j, i, p, r[i]))
        if b > a, a > 0 {
          offers[0].append(((x[i] - x[j]).magnitude, x[j]))
        } else if b > 0, 0 > a, b > -a {
          let place = x[i] + (x[j] - x[i]) * (a / b).magnitude
          let order =
            reading == .published
            ? (place - x[i]).magnitude
            : (a.magnitude * x[i] + b * x[j]) / (a.magnitude + b)
          offers[1].append((order, place))
        } else if b > 0, 0 > a, b < -a, reading == .published {
          offers[2].append(((x[i] - x[j]).magnitude, x[j]))
        }
      }
      let best = offers.first { !$0.isEmpty }?.min { $0.order < $1.order }
      return best?.place ?? x[i]
    }
  }
}
