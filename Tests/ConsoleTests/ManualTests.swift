import Console
import Foundation
import Testing

/// Every reply in the manual of verbs is the program's.
///
/// A block is typed into a fresh room of `classroom`, after the
/// lines that the comment above it names (`<!-- after: LINE | LINE -->`; `<!-- hanoi after: LINE -->` for another scenario).
/// A line `…` ends what is shown of a reply.
///
/// With `PLENARY_ACCEPT` set, the replies of now are written into the page, as `replay --accept` does with transcripts.
struct ManualTests {
  private static let page = "\(Rooms.repository)/docs/verbs.md"
  private static let fence = "```"

  @Test func `every reply in the manual is what the program answers`() throws {
    let written = try String(contentsOfFile: Self.page, encoding: .utf8)
    let (played, blocks) = try Self.played(written)
    #expect(blocks > 30)
    if ProcessInfo.processInfo.environment["PLENARY_ACCEPT"] != nil {
      try played.write(toFile: Self.page, atomically: true, encoding: .utf8)
    } else {
      for (now, before) in zip(played.rows, written.rows) where now != before {
        Issue.record("docs/verbs.md says “\(before)” where the program says “\(now)”.")
        break
      }
      #expect(played == written)
    }
  }

  /// The page with its blocks typed anew, and how many there are.
  private static func played(_ page: String) throws -> (page: String, blocks: Int) {
    var result: [String] = []
    var block: [String]?
    var before = Before()
    var blocks = 0
    for row in page.rows {
      if row == fence, let lines = block {
        if let first = lines.first, line(of: first) != nil {
          result += try typed(lines, after: before)
          blocks += 1
        } else {
          result += lines
        }
        result.append(fence)
        (block, before) = (nil, Before())
      } else if block != nil {
        block?.append(row)
      } else {
        result.append(row)
        if row == fence { block = [] }
        if let said = Before(row) { before = said }
      }
    }
    return (result.joined(separator: "\n"), blocks)
  }

  /// Where a block is typed, and after what.
  private struct Before {
    var scenario = "classroom"
    var lines: [String] = []

    init() {}

    /// Reads a comment; nil for any other row.
    init?(_ row: String) {
      guard row.hasPrefix("<!-- "), row.hasSuffix(" -->") else { return nil }
      let parts = row.dropFirst(5).dropLast(4).components(separatedBy: "after: ")
      guard parts.count == 2 else { return nil }
      if !parts[0].isEmpty { scenario = parts[0].trimmingCharacters(in: .whitespaces) }
      lines = parts[1].components(separatedBy: " | ")
    }
  }

  /// What was typed in a row that begins with a prompt.
  private static func line(of row: String) -> String? {
    if row.hasPrefix("> ") { return String(row.dropFirst(2)) }
    guard row.hasPrefix("["), let end = row.range(of: "]> ") else { return nil }
    return String(row[end.upperBound...])
  }

  /// A block with its lines typed again after others; replies that were cut are cut at the same length.
  private static func typed(_ block: [String], after before: Before) throws -> [String] {
    var room = Rooms.room(in: try Rooms.scenario(before.scenario)).after(before.lines)
    var result: [String] = []
    for (index, row) in block.enumerated() {
      guard let line = line(of: row) else { continue }
      let rest = block[(index + 1)...]
      let recorded = rest.prefix { self.line(of: $0) == nil }
      room = room.after([line])
      guard let step = room.transcript.steps.last else { continue }
      let reply = (step.reply ?? "").rows
      result.append("\(step.prompt)\(line)")
      if let cut = recorded.firstIndex(of: "…") {
        result += reply.prefix(cut - recorded.startIndex) + ["…"]
      } else {
        result += reply
      }
      if index + recorded.count + 1 < block.count { result.append("") }
    }
    return result
  }
}
