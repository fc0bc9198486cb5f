import Console
import Foundation

/// Writes what replies ask to be written, and nothing else.
struct WritingDesk {
  /// Files that this session has written and may write again.
  private var written: Set<String> = []

  /// Carries out what a reply asks for; says what stands against it, with a line that works.
  mutating func carryOut(_ wish: Reply.Wish?, for transcript: Transcript) -> String? {
    switch wish {
    case .save(let name):
      write(transcript.closed(sha256: Digest.sha256).text, to: name, verb: "save")
    case .write(let text, let name, by: let verb): write(text, to: name, verb: verb)
    case .type, .edit, .remind, .quit, nil: nil
    }
  }

  private mutating func write(_ text: String, to name: String, verb: String) -> String? {
    let path = name.hasPrefix("~/") ? NSHomeDirectory() + name.dropFirst(1) : name
    if FileManager.default.fileExists(atPath: path), !written.contains(path) {
      return "\(name) exists already and is not overwritten.\n  Try: \(verb) \(name.withNumber)"
    }
    do {
      try TranscriptFile(path: path).replace(with: text)
      written.insert(path)
      return nil
    } catch {
      return "\(name) cannot be written: check the folder and who may write there.\n  Try: \(verb)"
    }
  }
}

extension String {
  /// The name with a number before its ending.
  fileprivate var withNumber: String {
    guard let dot = lastIndex(of: "."), dot > startIndex else { return self + "-2" }
    return self[..<dot] + "-2" + self[dot...]
  }
}
