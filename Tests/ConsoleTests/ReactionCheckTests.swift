import Console
import Foundation
import ScenarioFile
import Testing
import Treaty

struct ReactionCheckTests {
  private func reply(_ table: String, in name: String) throws -> String {
    let scenario = try Rooms.scenario(name)
    let file = SourceFile(path: "reactions.csv", bytes: Array(table.utf8))
    let reactions = try ScenarioReader.reactions(file, of: scenario)
    return Enquiry(holding: reactions, againstObserversIn: Rooms.room(in: scenario)).reply
      .text(on: Screen(width: 200))
  }

  @Test func `the mean of the statements counts, and steps go from draft to draft`() throws {
    // Open Door strongly opposes the opening draft of the classroom.
    let answer = try reply(
      """
      observer,draft,level,source
      open-door,opening,-2,one
      open-door,opening,-1,another
      open-door,opening,-2,a third
      net-alliance,opening,0,third

      """,
      in: "classroom"
    )
    #expect(answer.contains("2 reactions of an observer to a draft, from 4 statements"))
    #expect(answer.contains("Told exactly: 1 (50 in 100); within one of five levels: 2."))
    #expect(answer.contains("“Always opposes” tells 0 exactly."))
    #expect(answer.contains("Each recorded level counting alike: 50 in 100"))
    #expect(!answer.contains("from one draft to the next"))
  }

  @Test func `what is wrong with a table is said line by line`() throws {
    let scenario = try Rooms.scenario("classroom")
    let table = """
      observer,draft,level,source
      open-dor,opening,-2,one
      open-door,first,-2,one
      open-door,opening,-3,one
      open-door,opening,-1
      """
    let file = SourceFile(path: "reactions.csv", bytes: Array(table.utf8))
    #expect {
      try ScenarioReader.reactions(file, of: scenario)
    } throws: { error in
      let faults = (error as? FaultyScenario)?.faults.map { "\($0)" } ?? []
      return faults.count == 4 && faults[0].contains("open-dor") && faults[1].contains("first")
        && faults[2].contains("reactions.csv:4") && faults[3].contains("3 fields")
    }
  }

  @Test func `the figures in the README of hanoi are those of its recorded reactions`() throws {
    let folder = "\(Rooms.repository)/scenarios/hanoi"
    let table = try String(contentsOfFile: "\(folder)/reactions.csv", encoding: .utf8)
    let answer = try reply(table, in: "hanoi")
    let readme = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    let words = readme.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(answer.contains("20 reactions of an observer to a draft, from 53 statements"))
    #expect(answer.contains("Told exactly: 18 (90 in 100); within one of five levels: 20."))
    #expect(words.contains("18 of 20 exactly, 20 within one of the five levels"))
    #expect(answer.contains("alike: 63 in 100; “always opposes” 33."))
    #expect(words.contains("63 in 100, against 33"))
    #expect(
      answer.contains("Of 5 recorded changes from one draft to the next, 5 the expected way.")
    )
    #expect(words.contains("5 of 5 recorded changes"))
  }
}
