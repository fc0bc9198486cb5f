import Foundation
import ScenarioFile
import Testing
import Treaty

@Suite struct AliasTests {
  /// A mapping of lists of lists, each ten times the one before, with a last line of choice.
  private static func bomb(levels: Int, end: (String) -> String) -> String {
    var text = "l0: &l0 [a, a, a, a, a, a, a, a, a, a]\n"
    for level in 1..<levels {
      let aliases = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
      text += "l\(level): &l\(level) [\(aliases)]\n"
    }
    return text + end("*l\(levels - 1)")
  }

  @Test(arguments: [2, 5, 9, 200])
  func `aliases that expand too far are refused without expanding them`(levels: Int) {
    let faults = faults(of: singleFile(Self.bomb(levels: levels) { "end: \($0)\n" }))
    #expect(
      faults.contains(
        "scenario.yaml: The aliases of this file expand past 10 times its size. "
          + "Write out what they repeat, or repeat less."
      ) == (levels > 2)
    )
  }

  @Test(arguments: [
    "? ALIAS\n: 1\n", "ALIAS : 1\n", "? [ALIAS, ALIAS]\n: 1\n", "{ ? ALIAS : 1 }\n",
  ])
  func `aliases in a key are refused without expanding them`(end: String) {
    let text = Self.bomb(levels: 30) { end.replacingOccurrences(of: "ALIAS", with: $0) }
    #expect(!faults(of: singleFile(text)).isEmpty)
  }

  @Test func `aliases that repeat a little are read`() throws {
    let text = smallScenario.replacingOnce("{ scope: 20 }", with: "&here { scope: 20 }")
      .replacingOnce("{ scope: 80 }", with: "*here")
      .replacingOnce("covers little.", with: "*covers* little.")
    let scenario = try ScenarioReader.read(singleFile(text))
    #expect(scenario.delegations.map(\.positions) == [[20], [20]])
    #expect(scenario.clauses[0].wordings[0].text == "This treaty *covers* little.")
  }

  @Test func `a fault in what an alias repeats is told once`() {
    let text = smallScenario.replacingOnce("{ scope: 20 }", with: "&here { scope: 20, depth: 1 }")
      .replacingOnce("{ scope: 80 }", with: "*here")
    #expect(
      faults(of: singleFile(text)) == [
        "scenario.yaml:27:72: No issue is called depth. The issues are scope."
      ]
    )
  }

  @Test func `an alias of itself stands for nothing`() {
    let text = smallScenario.replacingOnce("{ scope: 20 }", with: "&here { scope: *here }")
    #expect(
      faults(of: singleFile(text)).first?.hasPrefix(
        "scenario.yaml:27:68: The alias *here stands for nothing."
      ) == true
    )
  }
}
