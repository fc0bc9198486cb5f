public import Treaty

/// What a delegation says of a text that it lets pass.
public struct Declaration: Hashable, Sendable, Codable {
  /// How far it goes.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// It is against the clause, and says so for the record.
    case opposition
    /// It has no part in the agreement on the clause.
    case dissociation
    /// It will sign with a reservation to the clause.
    case reservation
  }

  /// Who says it.
  public let delegation: Delegation.ID
  /// How far it goes.
  public let kind: Kind
  /// The clause; nil for the text as a whole.
  public let clause: Clause.ID?

  /// Records a declaration.
  public init(delegation: Delegation.ID, kind: Kind, clause: Clause.ID?) {
    self.delegation = delegation
    self.kind = kind
    self.clause = clause
  }
}
