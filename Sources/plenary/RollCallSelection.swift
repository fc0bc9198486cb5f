import Calibration
import Console
import ScenarioFile
import Treaty

/// The votes of a table that are to be fitted, with what other tables say of its states.
struct RollCallSelection {
  let votes: [String]
  let states: [FittedRoom.State]
  let rolls: RollCalls
  /// The bloc of each state; nil where no table has one.
  let groups: [String]?

  /// The bloc of all where no table has one.
  private static let noBloc = "ALL"

  /// Reads a table, leaves votes out, keeps of the others those of which an index says what is asked.
  init(
    of path: String,
    dropping dropped: [String],
    index: String?,
    where condition: String?,
    states labels: String?
  ) throws {
    let table = try Self.read(path) { file throws(FaultyScenario) in
      try ScenarioReader.rollCalls(file)
    }
    for name in dropped where !table.votes.contains(name) {
      throw Failure(Self.unknown(name, among: table.votes, as: "vote", in: path), .wrongUse)
    }
    var kept = table.votes.indices.filter { !dropped.contains(table.votes[$0]) }
    if let index, let condition {
      let meant = try Self.votes(in: index, where: condition)
      kept = kept.filter { meant.contains(table.votes[$0]) }
    }
    guard !kept.isEmpty else { throw Failure("No vote of \(path) is left to fit.", .wrongUse) }
    votes = kept.map { table.votes[$0] }
    rolls = RollCalls(table.rows.map { row in kept.map { Self.answer(row.answers[$0]) } })
    var names = table.rows.map(\.name)
    var blocs = table.rows.map(\.bloc)
    if let labels {
      names = try Self.texts(of: "name", in: labels, for: table.rows.map(\.id))
      blocs = try Self.texts(of: "bloc", in: labels, for: table.rows.map(\.id))
    }
    groups = blocs.contains(nil) ? nil : blocs.compactMap { $0 }
    states = table.rows.indices.map {
      FittedRoom.State(
        id: table.rows[$0].id,
        name: names[$0],
        bloc: blocs[$0] ?? Self.noBloc
      )
    }
  }

  /// The places of named states, each of which must have voted.
  func places(of names: [String], atMost most: Int) throws -> [Int] {
    guard names.count <= most else {
      throw Failure(
        "--high takes a state for each dimension, and \(names.count) are too many.",
        .wrongUse
      )
    }
    return try names.map { name in
      guard let place = states.firstIndex(where: { $0.id == name }) else {
        throw Failure(
          Self.unknown(name, among: states.map(\.id), as: "state", in: "the table"),
          .wrongUse
        )
      }
      guard rolls.answers(of: place) > 0 else {
        throw Failure(
          "\(name) took part in none of the votes, so it cannot be at the high end.",
          .wrongUse
        )
      }
      return place
    }
  }

  /// Numbers for the states from a column of another table.
  func yardstick(in path: String, column: String) throws -> FittedRoom.Yardstick {
    let found = try Self.read(path) { file throws(FaultyScenario) in
      try ScenarioReader.labels(file).numbers(of: column)
    }
    return FittedRoom.Yardstick(
      name: column,
      numbers: states.map { state in found.first { $0.id == state.id }?.number }
    )
  }

  private static func votes(in path: String, where condition: String) throws -> Set<String> {
    let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Failure("--where takes COLUMN=VALUE, such as session=71,72.", .wrongUse)
    }
    let values = Set(parts[1].split(separator: ",").map(String.init))
    let found = try read(path) { file throws(FaultyScenario) in
      try ScenarioReader.labels(file).texts(of: parts[0])
    }
    return Set(found.filter { values.contains($0.text) }.map(\.id))
  }

  private static func texts(of column: String, in path: String, for ids: [String]) throws
    -> [String]
  {
    let found = try read(path) { file throws(FaultyScenario) in
      try ScenarioReader.labels(file).texts(of: column)
    }
    return try ids.map { id in
      guard let text = found.first(where: { $0.id == id })?.text, !text.isEmpty else {
        throw Failure("\(path): There is no \(column) of \(id).", .badData)
      }
      return text
    }
  }

  private static func read<Result>(
    _ path: String,
    by reader: (SourceFile) throws(FaultyScenario) -> Result
  ) throws -> Result {
    guard Disk.kind(of: path) == .file else {
      throw Failure("There is no file \(path).", .noInput)
    }
    let file = SourceFile(path: path, bytes: try Disk.bytes(of: path))
    do throws(FaultyScenario) {
      return try reader(file)
    } catch {
      throw Failure("\(error)", .badData)
    }
  }

  private static func answer(_ ballot: Ballot?) -> Answer? {
    switch ballot {
    case .yes: .yes
    case .no: .no
    case .abstain: .abstain
    case .absent, nil: nil
    }
  }

  private static func unknown(
    _ name: String,
    among names: [String],
    as kind: String,
    in table: String
  ) -> String {
    let remedy = NearestName.of(name, among: names).map { " Did you mean \($0)?" } ?? ""
    return "No \(kind) of \(table) is called \(name).\(remedy)"
  }
}
