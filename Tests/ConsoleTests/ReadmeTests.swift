import Console
import Foundation
import Testing

struct ReadmeTests {
  @Test func `the session in the README is a transcript`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(
      contentsOf: root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    let recorded = try String(
      contentsOf: root.appendingPathComponent("transcripts/readme.plenary"),
      encoding: .utf8
    )
    let parts = readme.components(separatedBy: "```\n<!-- /session -->")
    let session = try #require(parts.first?.components(separatedBy: "<!-- session -->\n```\n").last)
    let steps = try Transcript(reading: recorded).steps
    let shown = Transcript(header: [], items: steps.map { .step($0) }).text
    #expect(session == String(shown.drop { $0 == "\n" }))
    #expect(steps.count > 4)
  }
}
