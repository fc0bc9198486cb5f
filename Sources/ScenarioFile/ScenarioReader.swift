public import Treaty

/// Turns the files of a scenario folder into a scenario, or into all that is wrong with them.
public struct ScenarioReader {
  /// The files that the rules read, besides the tables in `tables`; others are ignored.
  public static let parts: [String] = Part.named.map(\.path)

  /// The folder whose tables, files that end in `.csv`, the rules read too where `history` names them.
  public static let tables = "votes"

  /// The folder whose files, those that end in `.md`, hold confidential instructions.
  public static let briefs = "briefs"

  /// The folders that the rules read, with how the names of their files end.
  public static let folders = [(name: tables, ending: ".csv"), (name: briefs, ending: ".md")]

  /// What a scenario may not exceed.
  public static let limits = Limits(
    yamlBytes: 2 << 20,
    otherBytes: 8 << 20,
    delegations: 1000,
    clauses: 2000,
    issues: 64,
    drafts: 256,
    aliasExpansion: 10,
    faults: 1000
  )

  /// Reads a scenario whole; every name in it resolves and every number is within its bounds.
  public static func read(_ files: [SourceFile]) throws(FaultyScenario) -> Scenario {
    var builder = ScenarioBuilder()
    let scenario = builder.scenario(from: files)
    guard let scenario, builder.faults.isEmpty else {
      throw FaultyScenario(faults: builder.faults.inOrder)
    }
    return scenario
  }
}
