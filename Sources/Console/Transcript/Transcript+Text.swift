extension Transcript {
  /// The record as a file, ending in a newline.
  public var text: String {
    var lines = header.map { $0.line }
    var isAfterComment = false
    for item in items {
      let text = item.lines
      if !isAfterComment { lines.append("") }
      lines += text
      if case .comment = item { isAfterComment = true } else { isAfterComment = false }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text that one more item adds to the file.
  public static func text(of item: Item) -> String {
    "\n" + item.lines.joined(separator: "\n") + "\n"
  }

  /// Why a text is no transcript.
  public struct Fault: Error, Sendable, Equatable {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong, as a sentence.
    public let problem: String
  }

  /// Reads a transcript from the text of a file.
  public init(reading text: String) throws(Fault) {
    // By scalars: to characters, a line break of Windows is one that is no `\n`.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.last == "\r" ? String($0.dropLast()) : String($0)
    }
    if lines.last == "" { lines.removeLast() }
    guard let first = lines.first, first.split(separator: " ").first == "%plenary" else {
      throw Fault(line: 1, problem: "A transcript begins with the line `%plenary 1`.")
    }
    guard Field(reading: first).value == "1" else {
      throw Fault(line: 1, problem: "Only version 1 of the format is known, not `\(first)`.")
    }
    self.init(header: [])
    var reader = TranscriptReader()
    for (index, line) in lines.enumerated() { reader.take(line, at: index + 1) }
    reader.close()
    header = reader.header
    items = reader.items
    places = reader.places
    guard scenario != nil else {
      throw Fault(line: 1, problem: "The header names no scenario; it needs a line `%scenario ID`.")
    }
    if let problem = headerProblem { throw problem }
  }

  private var headerProblem: Fault? {
    if let seed = value(of: "seed"), UInt64(seed) == nil {
      return Fault(line: 1, problem: "The seed `\(seed)` is no whole number from 0 to 2⁶⁴−1.")
    }
    if let width = value(of: "width"), !(Int(width).map { (20...1000).contains($0) } ?? false) {
      return Fault(line: 1, problem: "The width `\(width)` is no number from 20 to 1000.")
    }
    return nil
  }
}

extension Transcript.Field {
  /// Reads `%name value`.
  init(reading line: String) {
    let body = line.dropFirst()
    let name = body.prefix { $0 != " " }
    self.init(String(name), String(body.dropFirst(name.count + 1)))
  }

  var line: String { value.isEmpty ? "%\(name)" : "%\(name) \(value)" }
}

extension Transcript.Item {
  /// The lines of the file.
  var lines: [String] {
    switch self {
    case .comment(let line): return [line]
    case .mark(let field): return [field.line]
    case .step(let step):
      let typed = step.prompt + step.line
      guard let reply = step.reply else { return [typed] }
      return [typed]
        + reply.split(separator: "\n", omittingEmptySubsequences: false).map {
          Markup.escaped(String($0))
        }
    }
  }
}

/// Which lines of a file are markup, and how a reply is kept apart from it.
enum Markup {
  /// A reply line as it stands in the file: one that would read as markup gets a backslash.
  static func escaped(_ line: String) -> String {
    let isMarkup =
      [">", "#", "%", "\\"].contains(line.unicodeScalars.first) || line == "..."
      || prompt(of: line) != nil || hasPattern(line)
    return isMarkup ? "\\" + line : line
  }

  /// The reply line that a line of the file stands for.
  static func unescaped(_ line: String) -> String {
    line.unicodeScalars.first == "\\" ? String(line.unicodeScalars.dropFirst()) : line
  }

  /// The prompt at the front of a line, `> ` or `[name]> `; nil where there is none.
  ///
  /// Read by scalars: what is typed may begin with a mark that combines with the prompt's space.
  static func prompt(of line: String) -> String? {
    let scalars = line.unicodeScalars
    if scalars.starts(with: "> ".unicodeScalars) { return "> " }
    guard scalars.first == "[", let end = scalars.firstIndex(of: "]") else { return nil }
    let after = scalars[scalars.index(after: end)...]
    return after.starts(with: "> ".unicodeScalars) ? String(scalars[...end]) + "> " : nil
  }

  private static func hasPattern(_ line: String) -> Bool {
    line.contains("{…}")
  }
}

/// Takes the lines of a file one after another.
private struct TranscriptReader {
  var header: [Transcript.Field] = []
  var items: [Transcript.Item] = []
  var places: [Int] = []
  private var typed: (prompt: String, line: String, place: Int)?
  private var reply: [String] = []
  private var isHeader = true

  mutating func take(_ line: String, at place: Int) {
    if let prompt = Markup.prompt(of: line) {
      close()
      isHeader = false
      typed = (prompt, String(line.unicodeScalars.dropFirst(prompt.unicodeScalars.count)), place)
    } else if line.unicodeScalars.first == "#" {
      close()
      isHeader = false
      add(.comment(line), at: place)
    } else if line.unicodeScalars.first == "%" {
      close()
      if isHeader {
        header.append(Transcript.Field(reading: line))
      } else {
        add(.mark(Transcript.Field(reading: line)), at: place)
      }
    } else if typed != nil {
      reply.append(Markup.unescaped(line))
    }
  }

  mutating func close() {
    guard let typed else { return }
    // The empty line before the next prompt is layout and no part of the reply.
    while reply.last == "" { reply.removeLast() }
    let text = reply.isEmpty ? nil : reply.joined(separator: "\n")
    add(
      .step(Transcript.Step(prompt: typed.prompt, line: typed.line, reply: text)),
      at: typed.place
    )
    self.typed = nil
    reply = []
  }

  private mutating func add(_ item: Transcript.Item, at place: Int) {
    items.append(item)
    places.append(place)
  }
}
