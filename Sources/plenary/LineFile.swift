import Console
import Foundation

/// A file of lines to be typed: one a row; blank rows and those that begin with `#` are passed by.
struct LineFile {
  /// Where it is; `~/` is the home folder.
  let path: String

  /// The most bytes that are read: a session of a day is far shorter.
  private static let longest = 1 << 20

  /// Names the file.
  init(_ name: String) {
    path = name.hasPrefix("~/") ? NSHomeDirectory() + name.dropFirst(1) : name
  }

  /// The person's own lines, typed when a session at a terminal begins: `$XDG_CONFIG_HOME/plenary/config`.
  static var config: LineFile? {
    let environment = ProcessInfo.processInfo.environment
    let base =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.config" }
    guard let base, Disk.kind(of: base + "/plenary/config") == .file else { return nil }
    return LineFile(base + "/plenary/config")
  }

  /// The lines in the form that a room answers; or what stands against reading them, in a sentence.
  func lines() -> Result<[String], Failure> {
    guard Disk.kind(of: path) == .file, let handle = FileHandle(forReadingAtPath: path) else {
      return .failure(Failure("There is no file \(path) that can be read.", .noInput))
    }
    defer { handle.closeFile() }
    do {
      let bytes = Array(try handle.read(upToCount: Self.longest + 1) ?? Data())
      guard bytes.count <= Self.longest, let text = String(validating: bytes, as: UTF8.self) else {
        let problem =
          "\(path) is no file of lines: it has to be UTF-8, of at most \(Self.longest) bytes."
        return .failure(Failure(problem, .badData))
      }
      let rows = text.split(whereSeparator: \.isNewline).map {
        CanonicalLine.of(String($0).precomposedStringWithCanonicalMapping)
      }
      return .success(rows.filter { !$0.isEmpty && !$0.hasPrefix("#") })
    } catch {
      return .failure(Failure("\(path) cannot be read.", .noInput))
    }
  }
}
