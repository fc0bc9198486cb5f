import Benchmark
import Forecasting
import Rooms
import Treaty

/// What the core takes, by the clock and in the processor, without reading files or making text.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .throughput],
    timeUnits: .microseconds,
    warmupIterations: 2,
    maxDuration: .seconds(1),
    maxIterations: 1_000
  )
  let hanoi: Hanoi
  do {
    hanoi = try Hanoi()
  } catch {
    fatalError("hanoi cannot be read: \(error)")
  }
  let final = hanoi.final
  Benchmark("forecast/hanoi") { _ in blackHole(hanoi.forecast(of: final)) }
  let forecast = hanoi.forecast(of: final)
  Benchmark("pulls/hanoi") { _ in blackHole(forecast.pulls()) }
  for count in [10, 20, 50, 100, 193, 400, 700, 1_000] {
    let room = hanoi.room(of: count)
    Benchmark("vote/\(count)") { _ in blackHole(room.outlook) }
    Benchmark("pulls/\(count)") { _ in blackHole(room.pulls(on: .consensus)) }
  }
  for count in [10, 50, 193, 1_000] {
    let chamber = Chamber(of: count)
    let members = chamber.members
    Benchmark("power/\(count)") { _ in
      blackHole(VotingPower(by: chamber.rule, among: members))
    }
  }
  for count in [10, 50, 193, 1_000] {
    let bargainers = hanoi.bargainers(count)
    Benchmark("challenge/\(count)") { _ in
      blackHole(Challenge(among: bargainers, reading: .published))
    }
  }
  let chances = forecast.chances.map(\.yes)
  // Too short for a clock: a thousand at once.
  Benchmark("poisson-binomial/193 x1000") { _ in
    for _ in 0..<1_000 { blackHole(Spread(ofIndependent: chances)) }
  }
}
