import Console
import Foundation

/// Names of files, for completion.
enum FileNames {
  /// The files and folders whose path begins like what was typed; hidden ones only where a dot was typed.
  static func candidates(beginning typed: String) -> [Candidate] {
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<cut])
    let beginning = typed[cut...]
    let path =
      folder.hasPrefix("~/") ? NSHomeDirectory() + folder.dropFirst(1) : folder
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? "." : path)
    } catch {
      return []
    }
    return names.sorted().compactMap { name in
      guard name.hasPrefix(beginning), beginning.hasPrefix(".") || !name.hasPrefix(".") else {
        return nil
      }
      let isFolder = Disk.kind(of: path + name) == .folder
      return Candidate(text: folder + name + (isFolder ? "/" : ""), note: isFolder ? "folder" : "")
    }
  }
}
