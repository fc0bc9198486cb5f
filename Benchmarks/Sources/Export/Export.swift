import Forecasting
import Foundation
import Rooms

/// What peers are given and what they have to find, as JSON on standard output.
@main
struct Export: Encodable {
  /// The vote on the final draft of hanoi.
  let vote: Vote
  /// Events that do not depend on each other: each state's yes in that vote, as if nothing moved two
  /// states at once.
  let independent: Independent
  /// Bodies with weighted votes, by size.
  let chambers: [Seats]
  /// Rounds of the challenge model, by size.
  let challenges: [Round]

  init() throws {
    let hanoi = try Hanoi()
    let forecast = hanoi.forecast(of: hanoi.final)
    vote = Vote(of: forecast)
    independent = Independent(of: forecast.chances.map(\.yes))
    chambers = [10, 50, 193].map { Seats(of: Chamber(of: $0)) }
    challenges = [10, 50, 193].map { Round(among: hanoi.bargainers($0)) }
  }

  static func main() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(Export()), as: UTF8.self))
  }
}
