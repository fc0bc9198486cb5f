public import Treaty

/// What a vote decided on a clause: it stands until two thirds open it again, where the rules say so.
public struct Ruling: Hashable, Sendable, Codable {
  /// The clause.
  public let clause: Clause.ID
  /// How the clause would stand if it had been decided otherwise.
  public let other: Provision
  /// Whether a new text was carried; if not, the other one was rejected and may not be put again.
  public let isCarried: Bool

  /// Records a decision.
  public init(clause: Clause.ID, other: Provision, isCarried: Bool) {
    self.clause = clause
    self.other = other
    self.isCarried = isCarried
  }
}

extension Session {
  /// Whether a vote has settled how a clause reads, so that nothing else may be put for it.
  func isSettled(_ clause: Clause.ID) -> Bool {
    scenario.body.procedure.reconsideration != nil
      && decided.contains { $0.clause == clause && $0.isCarried }
  }

  /// Whether a vote has rejected a text for a clause, so that it may not be put again.
  func isBarred(_ provision: Provision, at clause: Clause.ID) -> Bool {
    scenario.body.procedure.reconsideration != nil
      && decided.contains { $0.clause == clause && !$0.isCarried && $0.other == provision }
  }
}
