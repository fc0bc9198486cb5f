public import Treaty

/// What one delegation will do, as chances that sum to 1.
public struct BallotChances: Sendable, Equatable {
  /// Chance that it votes in favour, 0...1.
  public let yes: Double
  /// Chance that it is present and does not vote for or against, 0...1.
  public let abstain: Double
  /// Chance that it votes against, 0...1.
  public let no: Double
  /// Chance that it is not in the room, 0...1.
  public let absent: Double

  /// Gives each ballot its chance.
  public init(yes: Double, abstain: Double, no: Double, absent: Double) {
    self.yes = yes
    self.abstain = abstain
    self.no = no
    self.absent = absent
  }

  /// The chance of one ballot, 0...1.
  public subscript(ballot: Ballot) -> Double {
    switch ballot {
    case .yes: yes
    case .no: no
    case .abstain: abstain
    case .absent: absent
    }
  }
}
