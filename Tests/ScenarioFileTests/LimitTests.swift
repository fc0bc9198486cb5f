import ScenarioFile
import Testing

@Suite struct LimitTests {
  /// The small scenario with something put after a line of it.
  private static func small(with lines: [String], after line: String) -> [SourceFile] {
    singleFile(
      smallScenario.replacingOnce(line, with: line + "\n" + lines.joined(separator: "\n"))
    )
  }

  @Test func `more issues than are read are a fault at the first too many`() {
    let issues = (1...64).map {
      "  - { id: i\($0), title: T, low: l, high: h, noAgreement: 50 }"
    }
    let faults = faults(of: Self.small(with: issues, after: "    noAgreement: 40"))
    #expect(
      faults.contains(
        "scenario.yaml:74:5: There are more than 64 issues. At most 64 are read."
      )
    )
  }

  @Test func `more drafts than are read are a fault at the first too many`() {
    let drafts = (1...256).map { "  d\($0): { title: Draft }" }
    let line = "  zero: { title: Zero draft }"
    #expect(
      faults(of: Self.small(with: drafts, after: line)) == [
        "scenario.yaml:268:3: There are more than 256 drafts. At most 256 are read."
      ]
    )
  }

  @Test func `more clauses than are read are a fault at the first too many`() {
    let clauses = (1...2000).map {
      "      - { id: c\($0), kind: power, weight: { scope: 1 }, absent: { scope: 0 }, wordings: "
        + "[{ id: w, title: W, text: W., placements: { scope: 1 } }] }"
    }
    let line = "            placements: { scope: 10 }"
    #expect(
      faults(of: Self.small(with: clauses, after: line)) == [
        "scenario.yaml:2025:9: There are more than 2000 clauses. At most 2000 are read."
      ]
    )
  }

  @Test func `after a thousand faults the rest are counted`() throws {
    let drafts = (1...2500).map { "k\($0): x" }
    let all = faults(of: Self.small(with: drafts, after: "id: small"))
    #expect(all.count == 1001)
    #expect(all.last?.hasSuffix("There are 1500 faults more. Mend these first.") == true)
  }

  @Test func `the parts are the files of a folder that have a name of their own`() {
    let names = [
      "scenario.yaml", "articles.yaml", "delegations.csv", "observers.yaml",
      "principles.yaml", "events.yaml", "history.yaml", "calibration.yaml", "lexicon.yaml",
      "../lexicon.yaml",
    ]
    #expect(ScenarioReader.parts == names)
  }
}
