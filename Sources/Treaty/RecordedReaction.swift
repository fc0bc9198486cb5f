/// What an observer is on record as having said of a draft, or of a part of it.
public struct RecordedReaction: Sendable, Equatable {
  /// The observer, as a place in `Scenario.observers`.
  public let observer: Int
  /// The draft, as a place in `Scenario.drafts`.
  public let draft: Int
  /// From −2, strongly opposed, over 0, mixed, to 2, strongly in favour.
  public let level: Double
  /// Where it is on record.
  public let source: String

  /// Records a reaction.
  public init(observer: Int, draft: Int, level: Double, source: String) {
    self.observer = observer
    self.draft = draft
    self.level = level
    self.source = source
  }
}
