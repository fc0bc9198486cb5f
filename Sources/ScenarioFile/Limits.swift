/// What a scenario may not exceed, so that a file cannot exhaust the machine that reads it.
public struct Limits: Sendable, Equatable {
  /// Size of a YAML file, in bytes.
  public let yamlBytes: Int
  /// Size of any other file, in bytes.
  public let otherBytes: Int
  /// Delegations in the room.
  public let delegations: Int
  /// Clauses in the treaty.
  public let clauses: Int
  /// Issues on the table.
  public let issues: Int
  /// Drafts in the history.
  public let drafts: Int
  /// How many times its own size a YAML file may reach when its aliases are written out.
  public let aliasExpansion: Int
  /// Faults that are reported at once.
  public let faults: Int
}
