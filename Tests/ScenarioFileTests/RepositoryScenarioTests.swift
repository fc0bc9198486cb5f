import Foundation
import ScenarioFile
import Testing

@Suite struct RepositoryScenarioTests {
  /// The folders in `scenarios/`.
  private static func folders() throws -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let scenarios = root.appending(path: "scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: scenarios.path()).sorted()
    return names.map { scenarios.appending(path: $0) }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0.path(), isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  @Test func `every scenario of the repository loads without fault`() throws {
    let folders = try Self.folders()
    #expect(!folders.isEmpty)
    for folder in folders {
      let tables = FaultFile.tables(in: folder.path())
      let sources = (ScenarioReader.parts + tables).compactMap { part in
        FileManager.default.contents(atPath: folder.appending(path: part).path()).map {
          SourceFile(path: part, bytes: Array($0))
        }
      }
      #expect(faults(of: sources).isEmpty, "\(folder.lastPathComponent)")
    }
  }
}
