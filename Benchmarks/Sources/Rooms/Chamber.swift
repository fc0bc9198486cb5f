public import Treaty

/// A body with weighted votes: members hold 1 to 10 votes in turn, and 65 in 100 of all carry.
public struct Chamber: Sendable {
  /// The votes of each member.
  public let votes: [Int]
  /// The votes that carry a decision.
  public let quota: Int

  /// Gives so many members their votes; up to 193, they are counted exactly by the program.
  public init(of count: Int) {
    votes = (0..<count).map { 1 + $0 * 7 % 10 }
    quota = (votes.reduce(0, +) * 65 + 99) / 100
  }

  /// Its rule, as a scenario states it.
  public var rule: VotingRule { .all([.share(0.65, ofWeight: 0)]) }

  /// Its members, as a scenario states them.
  public var members: [Delegation] {
    votes.enumerated().map { number, votes in
      Delegation(
        id: Delegation.ID("M\(number)"),
        name: "M\(number)",
        bloc: 0,
        blocID: "all",
        positions: [],
        weights: [Double(votes)]
      )
    }
  }
}
