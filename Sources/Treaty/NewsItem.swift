/// Something that may break in between rounds, with what it changes.
public struct NewsItem: Sendable, Identifiable {
  /// The name of a piece of news, `compound-raid`.
  public typealias ID = Identifier<NewsItem>

  /// What it changes, and for whom.
  public struct Effect: Sendable, Equatable {
    /// What is changed.
    public enum Change: Sendable, Equatable {
      /// How much an issue matters is multiplied by this, more than 0.
      case salience(Double, issue: Int)
      /// The position on an issue moves by so many points, −100...100.
      case position(Double, issue: Int)
      /// How much the government has to listen moves by this, −1...1.
      case openness(Double)
    }

    /// A delegation, bloc or group, as written; empty for all.
    public let holder: String
    /// What is changed.
    public let change: Change

    /// Describes an effect.
    public init(holder: String, change: Change) {
      self.holder = holder
      self.change = change
    }

    /// Whether a delegation feels it.
    public func reaches(_ delegation: Delegation) -> Bool {
      holder.isEmpty || delegation.id.text == holder || delegation.belongs(to: Bloc.ID(holder))
    }
  }

  /// The name that files use.
  public let id: ID
  /// The headline.
  public let title: String
  /// What is reported, in a sentence or two.
  public let text: String
  /// Chance that it breaks after a round in which it may, 0...1.
  public let chance: Double
  /// The rounds after which it may break.
  public let rounds: ClosedRange<Int>
  /// What has to hold of the text for it to break; empty for nothing.
  public let conditions: [TextCondition]
  /// What it changes.
  public let effects: [Effect]
  /// Where the like is on record, or that it is invented.
  public let source: String

  /// Describes a piece of news.
  public init(
    id: ID,
    title: String,
    text: String,
    chance: Double,
    rounds: ClosedRange<Int>,
    conditions: [TextCondition],
    effects: [Effect],
    source: String
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.chance = chance
    self.rounds = rounds
    self.conditions = conditions
    self.effects = effects
    self.source = source
  }
}
