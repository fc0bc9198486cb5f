import Console
import Foundation
import ScenarioFile
import Treaty

/// A scenario as files on a disk.
struct ScenarioFolder {
  /// Where it is.
  let path: String

  /// Reads and checks it.
  func edition() throws -> Edition {
    let files = try self.files()
    do throws(FaultyScenario) {
      let scenario = try ScenarioReader.read(files)
      return Edition(
        scenario: scenario,
        digest: Digest.hexadecimal(of: files),
        files: files.sorted { $0.path < $1.path }.map {
          ($0.path, String(Digest.hexadecimal($0.bytes).prefix(8)))
        }
      )
    } catch {
      let count = error.faults.count
      let list = error.faults.prefix(10).map { "  \($0)" }.joined(separator: "\n")
      throw Failure(
        "The scenario in \(path) has \(count == 1 ? "a fault" : "\(count) faults"):\n\(list)\n"
          + "`plenary check \(path)` shows all of them.",
        .badData
      )
    }
  }

  /// The files that the rules read; refuses links that lead out of the folder and files that are
  /// too large to be part of a scenario.
  func files() throws -> [SourceFile] {
    switch Disk.kind(of: path) {
    case .nothing: throw Failure("There is no folder \(path).", .noInput)
    case .folder: break
    case .file:
      let name = URL(fileURLWithPath: path).lastPathComponent
      guard name.hasSuffix(".yaml") else {
        throw Failure("\(path) is no scenario: name its folder.", .noInput)
      }
      return [SourceFile(path: "scenario.yaml", bytes: try Disk.bytes(of: path))]
    }
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let tables = ScenarioReader.folders.flatMap { folder in
      Disk.names(in: path + "/" + folder.name)
        .filter { $0.hasSuffix(folder.ending) }.map { folder.name + "/" + $0 }
    }
    return try (ScenarioReader.parts + tables).compactMap { part in
      let file = path + "/" + part
      guard Disk.kind(of: file) != .nothing else { return nil }
      let real = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
      // What scenarios share stands beside their folders, and nothing else may stand outside.
      let home =
        part.hasPrefix("../") ? URL(fileURLWithPath: root).deletingLastPathComponent().path : root
      guard real.hasPrefix(home + "/") else {
        throw Failure(
          "\(file) is a link that leads out of its folder, to \(real). Put a copy there instead.",
          .badData
        )
      }
      return SourceFile(path: part, bytes: try Disk.bytes(of: file))
    }
  }
}
