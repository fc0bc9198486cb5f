public import Treaty

/// What a delegation did that nobody plays, and why.
public struct Act: Hashable, Sendable, Codable {
  /// What was done.
  public enum Deed: Hashable, Sendable, Codable {
    /// It tabled this proposal.
    case tabled(Int)
    /// It joined this proposal.
    case sponsored(Int)
    /// It objected to agreeing this proposal without a vote.
    case objected(Int)
    /// It took its proposal back, and would rather have another that lies on the table.
    case withdrew(Int, infavourOf: Int)
    /// It struck a deal.
    case dealt(Int)
    /// It kept silent.
    case silent
  }

  /// On whose line it acted.
  public enum Line: Hashable, Sendable, Codable {
    /// Its own.
    case own
    /// Its bloc's, which had met and spoke as one.
    case bloc(Bloc.ID)
  }

  /// One option that was weighed.
  public struct Option: Hashable, Sendable, Codable {
    /// The clause.
    public let clause: Clause.ID
    /// How it would read.
    public let provision: Provision
    /// What the delegation would gain by it on the treaty as a whole, in units of gain.
    public let gain: Double
    /// The chance that the delegation gave it, 0...1.
    public let chance: Double

    /// Weighs an option.
    public init(clause: Clause.ID, provision: Provision, gain: Double, chance: Double) {
      self.clause = clause
      self.provision = provision
      self.gain = gain
      self.chance = chance
    }

    /// What was expected of it, in units of gain.
    public var expected: Double { gain * chance }
  }

  /// Who acted.
  public let delegation: Delegation.ID
  /// What was done.
  public let deed: Deed
  /// On whose line.
  public let line: Line
  /// What was weighed, the option taken first.
  public let weighed: [Option]

  /// Records an act.
  public init(delegation: Delegation.ID, deed: Deed, line: Line = .own, weighed: [Option]) {
    self.delegation = delegation
    self.deed = deed
    self.line = line
    self.weighed = weighed
  }
}

/// What a bloc agreed on before a round.
public struct BlocMeeting: Hashable, Sendable, Codable {
  /// The bloc.
  public let bloc: Bloc.ID
  /// Who spoke for it.
  public let speaker: Delegation.ID
  /// What it agreed to work for.
  public let aim: Act.Option
  /// Whether its members followed.
  public let isUnited: Bool
  /// The members that would lose by it.
  public let dissenters: [Delegation.ID]

  /// Records a meeting.
  public init(
    bloc: Bloc.ID,
    speaker: Delegation.ID,
    aim: Act.Option,
    isUnited: Bool,
    dissenters: [Delegation.ID]
  ) {
    self.bloc = bloc
    self.speaker = speaker
    self.aim = aim
    self.isUnited = isUnited
    self.dissenters = dissenters
  }
}
