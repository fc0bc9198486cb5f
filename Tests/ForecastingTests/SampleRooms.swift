import Treaty

@testable import Forecasting

/// Rooms to try the model on, made from a fixed sequence of numbers.
enum SampleRooms {
  /// A sequence that is the same in every run.
  struct Sequence {
    private var state: UInt64

    init(seed: UInt64) {
      state = seed
    }

    /// The next number, 0..<1.
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
  }

  /// A room of so many voters in blocs of equal size.
  static func room(
    of count: Int,
    blocs: Int = 3,
    discipline: Double = 0,
    commonShock: Double = 0.5,
    blocShock: Double = 0.8,
    shadow: Double = 4,
    rule: VotingRule = .twoThirds,
    shadowRule: VotingRule? = nil,
    seed: UInt64 = 1
  ) -> Electorate {
    var numbers = Sequence(seed: seed)
    let voters = (0..<count).map { place in
      Electorate.Voter(
        leaning: 4 * numbers.next() - 1,
        absence: 0.3 * numbers.next(),
        bloc: place % blocs,
        influence: 1 + (3 * numbers.next()).rounded(.down),
        weights: [1 + (8 * numbers.next()).rounded(.down)]
      )
    }
    return Electorate(
      voters: voters,
      disciplines: (0..<blocs).map { $0 == blocs - 1 ? discipline / 2 : discipline },
      indifference: 1.5,
      commonShock: commonShock,
      blocShock: blocShock,
      blocking: 3,
      shadow: shadow,
      rule: rule,
      shadowRule: shadowRule ?? rule
    )
  }

  /// Rules of every kind, for rooms of five or more.
  static let rules: [VotingRule] = [
    .simpleMajority,
    .twoThirds,
    .absoluteMajority,
    .consensus,
    .all([.members(atLeast: 3)]),
    .all([.share(0.6, ofWeight: 0)]),
    .all([.veto([0, 3])]),
    .all([.members(atLeast: 3), .share(0.5, ofWeight: 0), .veto([1])]),
    .all([]),
  ]
}
