public import Treaty

/// Who answered what in many votes, as a table has it: the first column says which state, the columns
/// `name` and `bloc`, where there are such, how it is called and grouped, and each other is a vote.
public struct RollCallTable: Sendable, Equatable {
  /// A state and its answers.
  public struct Row: Sendable, Equatable {
    /// Its code.
    public let id: String
    /// What it is called; its code where the table does not say.
    public let name: String
    /// Its group; nil where the table has none.
    public let bloc: String?
    /// What it answered, in the order of the votes; nil where it took no part.
    public let answers: [Ballot?]
  }

  /// The votes, as the header names them.
  public let votes: [String]
  /// The states, in the order of the table.
  public let rows: [Row]
}

extension ScenarioReader {
  /// More votes than a body takes in many years.
  private static let mostVotes = 10_000
  private static let nameColumn = "name"
  private static let blocColumn = "bloc"

  /// Reads a table of roll calls: `Y`, `N`, `A`, or nothing where a state took no part.
  ///
  /// Throws all that is wrong with the table.
  public static func rollCalls(_ file: SourceFile) throws(FaultyScenario) -> RollCallTable {
    var faults = FaultCollector()
    let table = readRollCalls(file, faults: &faults)
    guard let table, faults.isEmpty else { throw FaultyScenario(faults: faults.inOrder) }
    return table
  }

  private static func readRollCalls(
    _ file: SourceFile,
    faults: inout FaultCollector
  ) -> RollCallTable? {
    let part = Part.rollCalls(file.path)
    guard let text = faults.text(of: file, as: part) else { return nil }
    var reader = CSVReader(text)
    guard
      let (header, lines) = reader.table(
        of: "states",
        columns: mostVotes + 1,
        lines: limits.delegations,
        faults: &faults
      )
    else { return nil }
    let columns = header.fields.map(\.text)
    let votes = columns.indices.dropFirst().filter {
      columns[$0] != nameColumn && columns[$0] != blocColumn
    }
    guard !votes.isEmpty else {
      faults.add(
        "The table has no vote.",
        at: header.place,
        remedy: "After the column of states, write a column for each vote."
      )
      return nil
    }
    var rows: [RollCallTable.Row] = []
    var known: Set<String> = []
    for record in lines {
      let id = record.fields[0]
      faults.checkName(id, as: "the state", .code)
      if !known.insert(id.text).inserted {
        faults.add(
          "The state \(shown(id.text)) stands here twice.",
          at: id.place,
          remedy: "Keep one of its lines."
        )
      }
      rows.append(
        RollCallTable.Row(
          id: id.text,
          name: columns.firstIndex(of: nameColumn).map { record.fields[$0].text } ?? id.text,
          bloc: columns.firstIndex(of: blocColumn).map { record.fields[$0].text },
          answers: votes.map { faults.ballot(record.fields[$0], of: id, in: header.fields[$0]) }
        )
      )
    }
    if rows.isEmpty, faults.isEmpty { faults.addEmpty("The table has no line.", part) }
    return RollCallTable(votes: votes.map { columns[$0] }, rows: rows)
  }
}

extension FaultCollector {
  /// Notes that a line has more or fewer fields than the header.
  mutating func addWrongCount(_ record: CSVReader.Record, of count: Int) {
    guard !record.isCutOff else { return }
    add(
      "This line has \(record.fieldCount) \(record.fieldCount == 1 ? "field" : "fields"), and "
        + "the header has \(count).",
      at: record.place,
      remedy: "A field that holds a comma needs quotes."
    )
  }

  /// An answer to a vote; nothing where the field is empty.
  fileprivate mutating func ballot(_ cell: Cell, of state: Cell, in vote: Cell) -> Ballot? {
    switch cell.text {
    case "": return nil
    case "Y": return .yes
    case "N": return .no
    case "A": return .abstain
    default:
      add(
        "The answer of \(shown(state.text)) in \(shown(vote.text)) is \"\(shown(cell.text))\".",
        at: cell.place,
        remedy: "Write Y, N, A, or nothing where it took no part."
      )
      return nil
    }
  }
}
