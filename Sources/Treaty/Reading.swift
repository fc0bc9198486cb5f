/// What the words of a clause were read to say: where they place it, and how that was found.
public struct Reading: Hashable, Sendable, Codable {
  /// A cue that the words gained or lost against the wording they were placed from.
  public struct Step: Hashable, Sendable, Codable {
    /// The cue.
    public let cue: String
    /// The phrase as it stands in the text.
    public let phrase: String
    /// Whether the words gained it; else they lost it.
    public let isGained: Bool
    /// What the part of the sentence around it does.
    public let role: Clause.Kind
    /// The issue, as a place in `Scenario.issues`.
    public let issue: Int
    /// Where the clause stood before this step, 0...100.
    public let before: Double
    /// Where it stands after it.
    public let after: Double
    /// Why.
    public let rationale: String
    /// Where that is from.
    public let source: String

    /// Describes a step.
    public init(
      cue: String,
      phrase: String,
      isGained: Bool,
      role: Clause.Kind,
      issue: Int,
      before: Double,
      after: Double,
      rationale: String,
      source: String
    ) {
      self.cue = cue
      self.phrase = phrase
      self.isGained = isGained
      self.role = role
      self.issue = issue
      self.before = before
      self.after = after
      self.rationale = rationale
      self.source = source
    }
  }

  /// The words.
  public let text: String
  /// How the change was typed, to be typed again.
  public let typed: String
  /// The listed wording that they were placed from; nil where the clause lists none.
  public let nearest: Wording.ID?
  /// Where the words place the clause, 0...100, by issue.
  public let placements: [Double]
  /// The lowest place as plausible, by issue.
  public let low: [Double]
  /// The highest place as plausible, by issue.
  public let high: [Double]
  /// How the place was found, in order.
  public let steps: [Step]
  /// The words that differ from the nearest wording and that no cue reads.
  public let unread: [String]

  /// Describes a reading.
  public init(
    text: String,
    typed: String,
    nearest: Wording.ID?,
    placements: [Double],
    low: [Double],
    high: [Double],
    steps: [Step],
    unread: [String]
  ) {
    self.text = text
    self.typed = typed
    self.nearest = nearest
    self.placements = placements
    self.low = low
    self.high = high
    self.steps = steps
    self.unread = unread
  }

  /// The same reading with its place given anew.
  public func with(placements: [Double]) -> Reading {
    Reading(
      text: text,
      typed: typed,
      nearest: nearest,
      placements: placements,
      low: low,
      high: high,
      steps: steps,
      unread: unread
    )
  }
}
