import ScenarioFile
import Testing
import Treaty

@Suite struct RollCallTests {
  private func table(_ text: String) throws -> RollCallTable {
    try ScenarioReader.rollCalls(SourceFile(path: "votes.csv", bytes: Array(text.utf8)))
  }

  @Test func `a table gives states, votes and answers`() throws {
    let table = try table(
      "id,name,r1,bloc,r2\nAFG,Afghanistan,Y,Asia,\nCRI,\"Costa Rica\",N,Latin,A\n"
    )
    #expect(table.votes == ["r1", "r2"])
    #expect(table.rows.map(\.id) == ["AFG", "CRI"])
    #expect(table.rows.map(\.name) == ["Afghanistan", "Costa Rica"])
    #expect(table.rows.map(\.bloc) == ["Asia", "Latin"])
    #expect(table.rows.map(\.answers) == [[.yes, nil], [.no, .abstain]])
  }

  @Test func `a state without a name is called by its code`() throws {
    let table = try table("state,r1\nAFG,Y\n")
    #expect(table.rows.map(\.name) == ["AFG"])
    #expect(table.rows.map(\.bloc) == [nil])
  }

  @Test(arguments: [
    (
      "",
      "votes.csv: The file is empty. It must give a header with id and the votes, and a line for each state."
    ),
    (
      "id,r1\n",
      "votes.csv: The table has no line. It must give a header with id and the votes, and a line for each state."
    ),
    (
      "id,name\nAFG,Afghanistan\n",
      "votes.csv:1:1: The table has no vote. After the column of states, write a column for each vote."
    ),
    ("id,r1,r1\nAFG,Y,Y\n", "votes.csv:1:7: There are two columns called r1. Keep one of them."),
    ("id,r1,\nAFG,Y,Y\n", "votes.csv:1:7: A column has no name."),
    (
      "id,r1,r2\nAFG,Y\n",
      "votes.csv:2:1: This line has 2 fields, and the header has 3. A field that holds a comma needs quotes."
    ),
    (
      "id,r1\nAFG,yes\n",
      "votes.csv:2:5: The answer of AFG in r1 is \"yes\". Write Y, N, A, or nothing where it took no part."
    ),
    (
      "id,r1\nAFG,Y\nAFG,N\n",
      "votes.csv:3:1: The state AFG stands here twice. Keep one of its lines."
    ),
    (
      "id,r1\nÅland,Y\n",
      "votes.csv:2:1: The state cannot be \"Åland\". Use letters without accents, digits, point, hyphen and underscore, a letter or digit first, at most 64 characters."
    ),
    (
      "id,r1\nAFG,\"Y\n",
      "votes.csv:2:5: The quote that opens this field is never closed. Close it, and write a quote inside the field twice."
    ),
    (
      "id;r1\nAFG;Y\n",
      "votes.csv:1:1: The header has no comma. Save the table with commas between the columns, not semicolons or tabs."
    ),
  ])
  func `a broken table says first where it is broken`(text: String, fault: String) {
    #expect {
      try table(text)
    } throws: { error in
      (error as? FaultyScenario)?.faults.first.map { "\($0)" } == fault
    }
  }

  @Test func `labels are texts or numbers by id`() throws {
    let bytes = Array("id,name,score\nAFG,Afghanistan,-0.5\nCRI,Costa Rica,\n".utf8)
    let labels = try ScenarioReader.labels(SourceFile(path: "states.csv", bytes: bytes))
    #expect(try labels.texts(of: "name").map(\.text) == ["Afghanistan", "Costa Rica"])
    #expect(try labels.numbers(of: "score").map(\.number) == [-0.5])
    #expect(throws: FaultyScenario.self) { try labels.numbers(of: "name") }
    #expect {
      try labels.texts(of: "scores")
    } throws: { error in
      "\(error)" == "states.csv:1:1: No column is called scores. Did you mean score?"
    }
  }
}
