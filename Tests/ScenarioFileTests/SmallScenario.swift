import Foundation
import ScenarioFile

/// A scenario with all that must be there and nothing else.
let smallScenario = """
  plenary: 1
  id: small
  title: A small treaty
  body: { name: Committee, rule: simple-majority }
  issues:
    - id: scope
      title: Scope
      low: narrow
      high: wide
      noAgreement: 40
  drafts:
    zero: { title: Zero draft }
  articles:
    - number: 1
      title: Purpose
      clauses:
        - id: "1.1"
          kind: definition
          weight: { scope: 1 }
          absent: { scope: 50 }
          wordings:
            - id: narrow
              title: Narrow
              text: This treaty covers little.
              placements: { scope: 10 }
  delegations:
    - { id: AAA, name: Aland, bloc: North, positions: { scope: 20 } }
    - { id: BBB, name: Borduria, bloc: South, positions: { scope: 80 } }

  """

/// The files of a folder, by their paths.
func files(_ texts: [(path: String, text: String)]) -> [SourceFile] {
  texts.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) }
}

/// A scenario that is one file.
func singleFile(_ text: String) -> [SourceFile] {
  files([("scenario.yaml", text)])
}

/// The faults of a scenario, each on one line; none if it loads.
func faults(of files: [SourceFile]) -> [String] {
  do {
    _ = try ScenarioReader.read(files)
    return []
  } catch {
    return error.faults.map(\.description)
  }
}

extension String {
  /// The text with the first occurrence of a part replaced.
  func replacingOnce(_ part: String, with other: String) -> String {
    guard let range = range(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  /// The text before the first occurrence of a part.
  func text(before part: String) -> String? {
    range(of: part).map { String(self[..<$0.lowerBound]) }
  }
}
