/// A rights group, industry alliance or office that judges the text and has no vote.
public struct Observer: Sendable, Identifiable {
  /// The name of an observer, `hrw`.
  public typealias ID = Identifier<Observer>

  /// For whom an observer speaks.
  public enum Kind: String, Sendable, CaseIterable {
    /// A rights group.
    case rights
    /// An industry alliance or a firm.
    case industry
    /// An office of an international organisation.
    case office
    /// The press: it asks and reports, takes no side, and so has no criteria.
    case press
  }

  /// What an observer wants of one clause on one issue.
  public struct Criterion: Sendable {
    /// The clause, as a place in `Scenario.clauses`.
    public let clause: Int
    /// The issue, as a place in `Scenario.issues`.
    public let issue: Int
    /// Where it wants the clause to stand, within 0...100.
    public let wanted: ClosedRange<Double>
    /// Phrases of which the clause has to use one; empty where words do not matter.
    public let required: [String]
    /// Phrases that the clause must not use.
    public let forbidden: [String]
    /// How much it counts, more than 0.
    public let weight: Double
    /// The principle behind it, in a few words.
    public let principle: String
    /// The concern in the observer's own voice, a sentence; empty where the author gave nothing.
    public let concern: String
    /// Whether the observer rejects a text that fails this, whatever else it offers.
    public let isRedLine: Bool
    /// Where it is on record; empty where the author gave nothing.
    public let source: String

    /// Describes a criterion.
    public init(
      clause: Int,
      issue: Int,
      wanted: ClosedRange<Double>,
      required: [String] = [],
      forbidden: [String] = [],
      weight: Double,
      principle: String,
      concern: String = "",
      isRedLine: Bool = false,
      source: String = ""
    ) {
      self.clause = clause
      self.issue = issue
      self.wanted = wanted
      self.required = required
      self.forbidden = forbidden
      self.weight = weight
      self.principle = principle
      self.concern = concern
      self.isRedLine = isRedLine
      self.source = source
    }
  }

  /// The name that files and commands use.
  public let id: ID
  /// The name that people read.
  public let name: String
  /// For whom it speaks.
  public let kind: Kind
  /// How far its criticism carries, 0...1.
  public let reach: Double
  /// What it thinks of the whole enterprise, −100...100.
  public let prior: Double
  /// What it wants, clause by clause.
  public let criteria: [Criterion]
  /// Where that is on record; empty where the author gave nothing.
  public let source: String

  /// Describes an observer.
  public init(
    id: ID,
    name: String,
    kind: Kind,
    reach: Double,
    prior: Double,
    criteria: [Criterion],
    source: String = ""
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.reach = reach
    self.prior = prior
    self.criteria = criteria
    self.source = source
  }
}
