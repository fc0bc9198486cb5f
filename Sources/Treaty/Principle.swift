/// A principle by which a treaty can be judged: met, met in part, or not, clause by clause.
public struct Principle: Sendable, Identifiable {
  /// The name of a principle, `necessity`.
  public typealias ID = Identifier<Principle>

  /// What one clause has to say.
  public struct Test: Sendable {
    /// The clause, as a place in `Scenario.clauses`.
    public let clause: Int
    /// The listed wordings that meet the principle.
    public let met: [Wording.ID]
    /// The listed wordings that go part of the way.
    public let partly: [Wording.ID]
    /// Phrases that show that words of somebody's own meet it.
    public let metPhrases: [String]
    /// Phrases that show that words of somebody's own go part of the way.
    public let partlyPhrases: [String]
    /// What in the clause decides, in half a sentence; empty where the author gave nothing.
    public let why: String

    /// Describes a test.
    public init(
      clause: Int,
      met: [Wording.ID],
      partly: [Wording.ID],
      metPhrases: [String] = [],
      partlyPhrases: [String] = [],
      why: String = ""
    ) {
      self.clause = clause
      self.met = met
      self.partly = partly
      self.metPhrases = metPhrases
      self.partlyPhrases = partlyPhrases
      self.why = why
    }
  }

  /// The name that files and commands use.
  public let id: ID
  /// The name that people read.
  public let title: String
  /// What it asks of a treaty, in a sentence.
  public let asks: String
  /// The clauses that it is read from, one or more.
  public let tests: [Test]
  /// Where the principle is from; empty where the author gave nothing.
  public let source: String

  /// Describes a principle.
  public init(id: ID, title: String, asks: String, tests: [Test], source: String = "") {
    self.id = id
    self.title = title
    self.asks = asks
    self.tests = tests
    self.source = source
  }
}
