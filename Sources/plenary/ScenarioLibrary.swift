import Foundation

/// Where scenarios are looked for, nearest first.
struct ScenarioLibrary {
  /// A folder given on the command line, if any.
  let given: String?
  /// The folder of a transcript that names a scenario, if any.
  let transcriptFolder: String?

  init(given: String? = nil, transcriptFolder: String? = nil) {
    self.given = given
    self.transcriptFolder = transcriptFolder
  }

  /// The folders that are searched; not all of them exist.
  var folders: [String] {
    let environment = ProcessInfo.processInfo.environment
    if let given { return [given] }
    var folders: [String] = []
    if let named = environment["PLENARY_SCENARIOS"], !named.isEmpty { folders.append(named) }
    folders.append("scenarios")
    if let transcriptFolder { folders.append(transcriptFolder + "/../scenarios") }
    if let program = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      let home = program.deletingLastPathComponent().path
      folders += [home + "/../share/plenary/scenarios", home + "/../../../scenarios"]
    }
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { $0 + "/.local/share" }
    let shared =
      environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "/usr/local/share:/usr/share"
    folders += ([data].compactMap { $0 } + shared.split(separator: ":").map(String.init)).map {
      $0 + "/plenary/scenarios"
    }
    return folders
  }

  /// Every scenario that is found, by id, each once.
  func all() -> [(id: String, path: String)] {
    var found: [(id: String, path: String)] = []
    for folder in folders {
      for name in Disk.names(in: folder) where isScenario(folder + "/" + name) {
        if !found.contains(where: { $0.id == name }) { found.append((name, folder + "/" + name)) }
      }
    }
    return found
  }

  /// The folder of a scenario, named by path or id.
  func folder(_ name: String) throws -> ScenarioFolder {
    if isScenario(name) || name.hasSuffix(".yaml") { return ScenarioFolder(path: name) }
    if !name.contains("/"), let match = all().first(where: { $0.id == name }) {
      return ScenarioFolder(path: match.path)
    }
    if Disk.kind(of: name) != .nothing {
      throw Failure("\(name) is no scenario: it has no scenario.yaml.", .noInput)
    }
    let known = all().map(\.id)
    throw Failure(
      known.isEmpty
        ? "No scenario \(name), and none is found at all. Say where they are: --scenarios FOLDER"
        : "No scenario \(name). There are: \(known.joined(separator: ", ")). Try: plenary play \(known[0])",
      .noInput
    )
  }

  private func isScenario(_ path: String) -> Bool {
    Disk.kind(of: path + "/scenario.yaml") == .file
  }
}
