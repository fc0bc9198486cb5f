import Forecasting
import Rooms

/// A body with weighted votes, and the power of each member as the program finds it.
struct Seats: Encodable {
  /// The votes of each member.
  let votes: [Int]
  /// The votes that carry a decision.
  let quota: Int
  /// Whether the program counted votes exactly.
  let isExact: Bool
  /// The absolute index of Penrose and Banzhaf, by member.
  let decisive: [Double]
  /// The index of Shapley and Shubik, by member.
  let shapleyShubik: [Double]

  init(of chamber: Chamber) {
    let power = VotingPower(by: chamber.rule, among: chamber.members)
    votes = chamber.votes
    quota = chamber.quota
    isExact = power?.isExact ?? false
    decisive = power?.members.map(\.decisive) ?? []
    shapleyShubik = power?.members.map(\.shapleyShubik) ?? []
  }
}
