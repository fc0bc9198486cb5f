import Foundation
import ScenarioFile
import Testing

/// A broken scenario that opens with the faults it must give.
struct FaultFile: CustomStringConvertible, Sendable {
  let name: String
  let files: [SourceFile]

  var description: String { name }

  /// The faults that the comments at the top of `scenario.yaml` promise.
  var promised: [String] {
    let text = String(decoding: files.first?.bytes ?? [], as: UTF8.self)
    let prefix = "# fault: "
    return text.split(separator: "\n").prefix { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
  }

  /// The tables in the folder `votes` of a scenario.
  static func tables(in folder: String) -> [String] {
    ScenarioReader.folders.flatMap { part in
      let names = FileManager.default.enumerator(atPath: "\(folder)/\(part.name)")
      let paths = (names?.allObjects ?? []).compactMap { $0 as? String }
      return paths.filter { $0.hasSuffix(part.ending) }.sorted().map { "\(part.name)/\($0)" }
    }
  }

  /// The files and folders beside this test.
  static func all() throws -> [FaultFile] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Faults")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    return try names.filter { !$0.hasPrefix(".") }.map { name in
      let place = folder.appending(path: name)
      guard !name.hasSuffix(".yaml") else {
        return FaultFile(name: name, files: [try source("scenario.yaml", at: place)])
      }
      let paths = ScenarioReader.parts + tables(in: place.path())
      let parts = try paths.compactMap { part -> SourceFile? in
        let file = place.appending(path: part)
        return FileManager.default.fileExists(atPath: file.path())
          ? try source(part, at: file) : nil
      }
      return FaultFile(name: name, files: parts)
    }
  }

  private static func source(_ path: String, at place: URL) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: place)))
  }
}

@Suite struct FaultFileTests {
  @Test func `there are at least forty broken scenarios`() throws {
    #expect(try FaultFile.all().count >= 40)
  }

  @Test(arguments: try FaultFile.all())
  func `a broken scenario gives the faults that it opens with and no other`(
    file: FaultFile
  ) {
    #expect(!file.promised.isEmpty)
    #expect(faults(of: file.files) == file.promised)
  }
}
