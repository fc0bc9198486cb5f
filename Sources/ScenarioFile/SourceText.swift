/// The text of a file, fit to be read: UTF-8 without byte order mark, and with a replacement
/// character for all that was refused.
struct SourceText {
  let part: Part
  let bytes: [UInt8]

  /// The bytes of the character that stands for what was refused.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

extension FaultCollector {
  /// The text of a file, where all that is no text is a fault; none if nothing can be read in it.
  mutating func text(of file: SourceFile, as part: Part) -> SourceText? {
    guard isOfReasonableSize(file, as: part) else { return nil }
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var inspection = Inspection(file.bytes, from: start)
    inspection.run()
    report(inspection, in: part)
    guard !inspection.isBlank else {
      addEmpty("The file is empty.", part)
      return nil
    }
    return SourceText(part: part, bytes: inspection.cleanBytes)
  }

  /// Notes that nothing is to be read in a file.
  mutating func addEmpty(_ problem: String, _ part: Part) {
    add(problem, at: .whole(part), remedy: Self.contents(of: part))
  }

  private mutating func isOfReasonableSize(_ file: SourceFile, as part: Part) -> Bool {
    let limits = ScenarioReader.limits
    let limit = part.isTable ? limits.otherBytes : limits.yamlBytes
    if file.bytes.count > limit {
      add(
        "The file has \(file.bytes.count) bytes.",
        at: .whole(part),
        remedy: "At most \(limit) bytes (\(limit / 1_048_576) MiB) are read."
      )
      return false
    }
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      add(
        "The file is UTF-16, not UTF-8.",
        at: .whole(part),
        remedy: "Save it as UTF-8; spreadsheets call that CSV UTF-8."
      )
      return false
    }
    return true
  }

  private mutating func report(_ inspection: Inspection, in part: Part) {
    if let first = inspection.firstBadByte {
      let more = inspection.badBytes - 1
      let others =
        more > 0 ? " and so \(more > 1 ? "are \(more) bytes" : "is 1 byte") after it" : ""
      let digits = String(first.byte, radix: 16, uppercase: true)
      add(
        "The byte 0x\(digits) at offset \(first.offset) is not UTF-8\(others).",
        at: Place(part: part, line: first.line, column: first.column),
        remedy: "Save the file as UTF-8; Latin-1 and Windows-1252 are not read."
      )
    }
    for found in inspection.forbidden {
      add(
        "Here stands \(found.kind.name), \(found.scalar.code).",
        at: Place(part: part, line: found.line, column: found.column),
        remedy: "Delete it."
      )
    }
    if let last = inspection.forbidden.last, inspection.forbiddenCount > inspection.forbidden.count
    {
      add(
        "After it stand \(inspection.forbiddenCount - inspection.forbidden.count) more like it.",
        at: Place(part: part, line: last.line, column: last.column),
        remedy: "Is this a text file?"
      )
    }
  }

  private static func contents(of part: Part) -> String {
    switch part {
    case .scenario: "It must give at least plenary, id, title, body, issues and drafts."
    case .articles: "It must give the list articles."
    case .delegations: "It must give a header with id, name, bloc and one position.… per issue."
    case .observers: "It must give the list observers; a folder without observers has no such file."
    case .principles:
      "It must give the list principles; a folder without principles has no such file."
    case .events: "It must give the list events; a folder without news has no such file."
    case .brief:
      "It must open with ---, say whose instructions it holds, and close them with ---."
    case .history: "It must give the list decisions; a folder without history has no such file."
    case .calibration:
      "It must give the mapping calibration, as plenary calibrate writes it; a folder without it stands as coded."
    case .lexicon, .sharedLexicon: "It must give the mapping lexicon, with cues."
    case .votes: "It must give a header id,vote and a line for each delegation."
    case .reactions:
      "It must give a header observer,draft,level,source and a line for each statement."
    case .coding: "It must give a header clause,wording,issue,value and a line for each placement."
    case .rollCalls: "It must give a header with id and the votes, and a line for each state."
    case .labels: "It must give a header, and lines that begin with an id."
    }
  }
}
