import Foundation

/// The lines typed so far, kept in a file that several sessions may share.
///
/// One entry a row: a newline inside an entry is written as `\n`, a backslash as `\\`.
struct HistoryFile {
  private let location: URL

  /// Where the file is.
  var path: String { location.path }

  /// Names the file, which need not exist.
  init(path: String) {
    location = URL(fileURLWithPath: path)
  }

  /// The entries, oldest first.
  func entries() throws -> [String] {
    guard FileManager.default.fileExists(atPath: location.path) else { return [] }
    let file = try FileHandle(forReadingFrom: location)
    defer { file.closeFile() }
    try lock(file, LOCK_SH)
    let bytes = try file.readToEnd() ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(Self.unescaped)
  }

  /// Adds an entry at the end, which leaves the entries of other sessions as they are.
  func append(_ entry: String) throws {
    try createIfMissing()
    let file = try FileHandle(forWritingTo: location)
    defer { file.closeFile() }
    try lock(file, LOCK_EX)
    try file.seekToEnd()
    try file.write(contentsOf: Data((Self.escaped(entry) + "\n").utf8))
  }

  /// Waits for its turn; other sessions hold the file for one line only.
  private func lock(_ file: FileHandle, _ kind: Int32) throws {
    while flock(file.fileDescriptor, kind) != 0 {
      guard errno == EINTR else { throw CocoaError(.fileLocking) }
    }
  }

  private func createIfMissing() throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: location.path) else { return }
    try files.createDirectory(
      at: location.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    do {
      try Data().write(to: location, options: .withoutOverwriting)
      // What people type is nobody else's to read.
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: location.path)
    } catch CocoaError.fileWriteFileExists {
      return  // another session was faster
    }
  }

  private static func escaped(_ entry: String) -> String {
    var escaped = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func unescaped(_ row: Substring) -> String {
    var entry = ""
    var isEscaped = false
    for scalar in row.unicodeScalars {
      if !isEscaped && scalar == "\\" {
        isEscaped = true
        continue
      }
      entry.unicodeScalars.append(isEscaped && scalar == "n" ? "\n" : scalar)
      isEscaped = false
    }
    return entry
  }
}
