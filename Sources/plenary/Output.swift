import Foundation

/// Where results and messages go.
enum Output {
  /// Standard output was closed by its reader.
  struct Closed: Error {}

  /// Writes a text and a newline to standard output, at once.
  static func show(_ text: String) throws {
    try show(raw: text + "\n")
  }

  /// Writes a text as it is to standard output, at once.
  static func show(raw text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch let error as NSError {
      let reason = error.userInfo[NSUnderlyingErrorKey] as? NSError
      if (reason ?? error).code == Int(EPIPE) { throw Closed() }
      throw Failure("The output cannot be written: the disk may be full.", .cannotWrite)
    }
  }

  /// Writes a message and a newline to standard error; where that is closed there is nobody to tell.
  static func complain(_ message: String) {
    let data = Data((message + "\n").utf8)
    do {
      try FileHandle.standardError.write(contentsOf: data)
    } catch {
      return
    }
  }

  /// A document as JSON on one line, keys sorted.
  static func json(_ document: any Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(document), as: UTF8.self)
    } catch {
      throw Failure("A result could not be written as JSON. This is our fault.", .ourFault)
    }
  }
}

/// When replies are coloured.
enum ColourChoice: String, CaseIterable {
  case auto
  case always
  case never

  /// Whether to colour: the choice, then NO_COLOR, then CLICOLOR_FORCE and FORCE_COLOR, then TERM,
  /// then whether standard output is a terminal.
  func applies(in environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
      for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
        if let value = environment[name], !value.isEmpty, value != "0" { return true }
      }
      return environment["TERM"] != "dumb" && isTerminal
    }
  }
}
