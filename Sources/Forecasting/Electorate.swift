public import Treaty

/// A room that is about to vote, reduced to what the chances depend on.
public struct Electorate: Sendable {
  /// A delegation as a voter.
  public struct Voter: Sendable {
    /// How it leans before shocks and noise: `z` in logits; above 0 is towards yes.
    public var leaning: Double
    /// Chance of missing the vote, 0...1.
    public var absence: Double
    /// Its bloc, as a place in `disciplines`.
    public var bloc: Int
    /// How much it counts when its bloc votes as one, more than 0.
    public var influence: Double
    /// The weights that the rule may name.
    public var weights: [Double]

    /// Describes a voter.
    public init(
      leaning: Double,
      absence: Double = 0,
      bloc: Int = 0,
      influence: Double = 1,
      weights: [Double] = []
    ) {
      self.leaning = leaning
      self.absence = absence
      self.bloc = bloc
      self.influence = influence
      self.weights = weights
    }
  }

  /// Who votes.
  public var voters: [Voter]
  /// Chance, by bloc, that its members cast the bloc's vote and not their own, 0...1.
  public var disciplines: [Double]
  /// Half the width of the band in which a voter abstains, in logits.
  public var indifference: Double
  /// Standard deviation of what moves the whole room, in logits.
  public var commonShock: Double
  /// Standard deviation of what moves a bloc, in logits.
  public var blocShock: Double
  /// How strongly a voter must be opposed to block consensus, in logits.
  public var blocking: Double
  /// How much stronger still where it would lose the vote that it forces, in logits.
  public var shadow: Double
  /// What the text needs to be adopted.
  public var rule: VotingRule
  /// What it would need in the vote that a blocked consensus leads to.
  public var shadowRule: VotingRule

  /// Describes a room.
  public init(
    voters: [Voter],
    disciplines: [Double],
    indifference: Double,
    commonShock: Double,
    blocShock: Double,
    blocking: Double,
    shadow: Double,
    rule: VotingRule,
    shadowRule: VotingRule
  ) {
    self.voters = voters
    self.disciplines = disciplines
    self.indifference = indifference
    self.commonShock = commonShock
    self.blocShock = blocShock
    self.blocking = blocking
    self.shadow = shadow
    self.rule = rule
    self.shadowRule = shadowRule
  }

  /// What a pull is a pull on.
  public enum Aim: Sendable {
    /// The chance of adoption under the rule.
    case adoption
    /// The chance that nobody blocks.
    case consensus
  }
}

extension Electorate {
  /// What the vote will bring.
  public var outlook: Outlook {
    Outlook(of: self, from: Integration(of: self))
  }

  /// How much the aim would rise with each voter's leaning: exact derivatives.
  public func pulls(on aim: Aim) -> [Double] {
    Pulls(on: aim, in: self, fineness: Integration(of: self).fineness).byVoter
  }
}
