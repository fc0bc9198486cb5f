import Console
import Foundation
import ScenarioFile
import Testing
import Treaty

struct CodingTests {
  private func reply(_ table: String, in name: String = "classroom") throws -> String {
    let scenario = try Rooms.scenario(name)
    let file = SourceFile(path: "second.csv", bytes: Array(table.utf8))
    let coding = try ScenarioReader.coding(file, of: scenario)
    return Enquiry(holding: coding, againstPlacementsIn: Rooms.room(in: scenario)).reply
      .text(on: Screen(width: 200))
  }

  @Test func `the same coding twice differs by nothing`() throws {
    let scenario = try Rooms.scenario("classroom")
    var table = "clause,wording,issue,value\n"
    var count = 0
    for clause in scenario.clauses {
      for wording in clause.wordings {
        for issue in clause.issues {
          table +=
            "\(clause.id),\(wording.id),\(scenario.issues[issue].id),\(wording.placements[issue])\n"
          count += 1
        }
      }
    }
    let answer = try reply(table)
    #expect(answer.contains("\(count) placements"))
    #expect(answer.contains("differ by 0.0 points"))
    #expect(answer.contains("Correlation 1.00."))
    #expect(answer.contains("(100 in 100)"))
  }

  @Test func `an order turned round is counted as such`() throws {
    let answer = try reply(
      "clause,wording,issue,value\n2,domestic-law,limits,65\n2,shall-review,limits,10\n"
    )
    #expect(answer.contains("differ by 55.0 points"))
    #expect(answer.contains("Correlation \u{2212}1.00."))
    #expect(answer.contains("Of 1 pair of siblings"))
    #expect(answer.contains("0 stand in the same order"))
  }

  @Test func `the figures in the README of hanoi are those of its second coding`() throws {
    let folder = "\(Rooms.repository)/scenarios/hanoi"
    let table = try String(contentsOfFile: "\(folder)/second-coding.csv", encoding: .utf8)
    let answer = try reply(table, in: "hanoi")
    let readme = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    let words = readme.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(answer.contains("308 placements of 178 wordings"))
    for figures in ["6.9 points on average", "79 in 100 by at most 10"] {
      #expect(answer.contains(figures))
      #expect(words.contains(figures))
    }
    #expect(answer.contains("Correlation 0.93."))
    #expect(answer.contains("Of 589 pairs"))
    #expect(answer.contains("572 stand in the same order"))
  }

  @Test func `what is wrong with a table is said line by line`() throws {
    let table = """
      clause,wording,issue,value
      2,shall-reviw,limits,50
      2,absent,reach,50
      2,absent,limits,many
      2,absent,limits,101
      2,may-review,limits,30
      2,may-review,limits,35
      2,may-review
      """
    let file = SourceFile(path: "second.csv", bytes: Array(table.utf8))
    let scenario = try Rooms.scenario("classroom")
    let thrown = #expect(throws: FaultyScenario.self) {
      try ScenarioReader.coding(file, of: scenario)
    }
    #expect(thrown?.faults.map(\.line) == [2, 3, 4, 5, 7, 8])
    #expect(thrown?.faults.first?.remedy?.contains("shall-review") == true)
  }
}
