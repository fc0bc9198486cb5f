internal import Yams

extension FaultCollector {
  /// Notes what the YAML parser stumbled over, in words for an author.
  mutating func add(_ error: any Error, in text: SourceText) {
    guard let error = error as? YamlError else {
      add("The file cannot be read as YAML.", at: .whole(text.part))
      return
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      add(YAMLComplaint(problem, context: context, mark: mark, in: text))
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      add("The file cannot be read as YAML: \(problem).", at: .whole(text.part))
    case .no, .memory, .dataCouldNotBeDecoded:
      add("The file cannot be read as YAML.", at: .whole(text.part))
    case .duplicatedKeysInMapping(let keys, let context):
      addDuplicateKey(keys.first ?? "", at: context.mark, in: text.part)
    }
  }

  private mutating func add(_ complaint: YAMLComplaint) {
    add(complaint.problem, at: complaint.place, remedy: complaint.remedy)
  }
}

/// What the YAML parser says of a file, in a sentence that an author understands.
private struct YAMLComplaint {
  let problem: String
  let remedy: String?
  let place: Place

  init(_ problem: String, context: YamlError.Context?, mark: Mark, in text: SourceText) {
    let since = context.flatMap { $0.mark.line < mark.line ? $0.mark.line : nil }
    let begun = since.map { " that begins on line \($0)" } ?? ""
    let isAboutStart = Self.problemsOfStart.contains(problem)
    let shownMark = isAboutStart ? context?.mark ?? mark : mark
    place = Place(part: text.part, line: shownMark.line, column: shownMark.column)
    (self.problem, remedy) = Self.sentences(
      problem,
      begun: begun,
      atTab: Self.stands(UInt8(ascii: "\t"), at: mark, in: text.bytes)
    )
  }

  /// Problems that the parser notices late, and an author mends where it all began.
  private static let problemsOfStart = [
    "could not find expected ':'", "found unexpected end of stream",
    "found unexpected document indicator",
  ]

  /// The parser's words as a sentence and a remedy.
  private static func sentences(
    _ problem: String,
    begun: String,
    atTab: Bool
  ) -> (problem: String, remedy: String?) {
    switch problem {
    case _ where atTab, "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      ("A tab stands where YAML wants spaces.", "Indent with spaces.")
    case "found character that cannot start any token":
      ("No value can begin with this character.", "Put the value in quotes.")
    case "mapping values are not allowed in this context":
      (
        "A colon stands where no key can end.",
        "Indent keys of one mapping alike, and put a value that holds a colon in quotes."
      )
    case "could not find expected ':'":
      ("No colon follows this key.", "Write key: value.")
    case "did not find expected key":
      (
        "Here a key is wanted in the mapping\(begun).",
        "Indent keys of one mapping alike; a quote above that is not closed can be the reason too."
      )
    case "did not find expected '-' indicator":
      (
        "Here an entry with a hyphen is wanted in the list\(begun).",
        "Indent the hyphens of one list alike."
      )
    case "did not find expected ',' or ']'":
      ("The list\(begun) is not closed here.", "Put a comma between entries and ] at the end.")
    case "did not find expected ',' or '}'":
      ("The mapping\(begun) is not closed here.", "Put a comma between keys and } at the end.")
    case "found unexpected end of stream":
      ("The text in quotes that begins here is never closed.", "Close it with the same quote.")
    case "found unexpected document indicator":
      ("The text in quotes that begins here is not closed.", "Close it with the same quote.")
    case "found unknown escape character":
      (
        "A backslash stands before a letter that it does not change.",
        "Write it twice, or use single quotes."
      )
    case "but found another document":
      ("A second YAML document begins here.", "Keep one document; --- may stand only at the top.")
    case "did not find expected <document start>":
      ("The text goes on after its end.", "Indent all keys of the file alike.")
    case "did not find expected node content",
      "block sequence entries are not allowed in this context":
      ("No value can stand here.", "Put the value in quotes, or a list on lines of its own.")
    case "did not find expected comment or line break":
      ("After | or > something stands that is no comment.", "Begin the text on the next line.")
    case "Maximum nesting level reached, set with yaml_set_max_nest_level())":
      ("The nesting is too deep.", nil)
    default:
      ("The YAML cannot be read here: \(problem).", nil)
    }
  }

  /// Whether a byte stands at a mark.
  private static func stands(_ byte: UInt8, at mark: Mark, in bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.indices.contains(mark.line - 1) else { return false }
    let starts = lines[mark.line - 1].filter { $0 & 0xC0 != 0x80 }
    return starts.indices.contains(mark.column - 1) && starts[mark.column - 1] == byte
  }
}
