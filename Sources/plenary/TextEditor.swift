import CEditline
import Foundation

/// The program in which a person writes: `$VISUAL`, else `$EDITOR`, else `vi`.
enum TextEditor {
  /// What a person makes of some words, or what stands against it, in a sentence.
  static func words(of text: String) -> Result<String, Failure> {
    let environment = ProcessInfo.processInfo.environment
    let command =
      ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
    let path = NSTemporaryDirectory() + "plenary-\(UUID().uuidString).txt"
    let files = FileManager.default
    let isMade = files.createFile(
      atPath: path,
      contents: Data((text + "\n").utf8),
      attributes: [.posixPermissions: 0o600]
    )
    guard isMade else {
      return .failure(Failure("There is no room for a file to edit in \(path).", .cannotCreate))
    }
    defer { unsafe unlink(path) }
    switch unsafe ceditline_edit(command, path) {
    case 0: break
    case -1:
      let problem = "The editor `\(command)` cannot be started; EDITOR names another."
      return .failure(Failure(problem, .noInput))
    default: return .failure(Failure("The editor `\(command)` ended with a failure.", .noInput))
    }
    guard let written = files.contents(atPath: path), written.count <= longest,
      let words = String(validating: written, as: UTF8.self)
    else {
      return .failure(Failure("What was written is no text of at most \(longest) bytes.", .badData))
    }
    return .success(words)
  }

  /// No clause is as long.
  private static let longest = 1 << 16
}
