/// What somebody else says of where wordings stand, to be held against what their author says.
public struct SecondCoding: Sendable, Equatable {
  /// One wording on one issue.
  public struct Mark: Sendable, Equatable {
    /// The clause, as a place in the scenario.
    public let clause: Int
    /// The wording; nil for a treaty without the clause.
    public let wording: Wording.ID?
    /// The issue, as a place in the scenario.
    public let issue: Int
    /// Where the second coder puts it, 0...100.
    public let value: Double

    /// Records a mark.
    public init(clause: Int, wording: Wording.ID?, issue: Int, value: Double) {
      self.clause = clause
      self.wording = wording
      self.issue = issue
      self.value = value
    }
  }

  /// The marks, in the order of the table.
  public let marks: [Mark]

  /// Takes the marks.
  public init(marks: [Mark]) {
    self.marks = marks
  }
}
