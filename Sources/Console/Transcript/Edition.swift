public import Treaty

/// A scenario together with what tells one version of its files from another.
public struct Edition: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// SHA-256 over the sorted paths, lengths and bytes of the files that the rules read, in
  /// hexadecimal.
  public let digest: String
  /// The files, sorted by path, each with the first 8 hexadecimal digits of its own SHA-256.
  public let files: [(path: String, digest: String)]

  /// Puts a scenario together with its digests.
  public init(scenario: Scenario, digest: String, files: [(path: String, digest: String)]) {
    self.scenario = scenario
    self.digest = digest
    self.files = files
  }

  /// The same files read without what recorded votes have moved.
  public var uncalibrated: Edition {
    Edition(scenario: scenario.uncalibrated, digest: digest, files: files)
  }
}

extension Transcript {
  /// Starts the record of a session on an edition of a scenario.
  public init(of edition: Edition, seed: UInt64, width: Int, version: String) {
    var header = [
      Field("plenary", "1"),
      Field("program", version),
      Field("scenario", "\(edition.scenario.id) \(edition.digest)"),
    ]
    header += edition.files.map { Field("file", "\($0.path) \($0.digest)") }
    header.append(Field("seed", String(seed)))
    header.append(Field("width", String(width)))
    self.init(header: header)
  }

  /// The files that differ between the edition that was recorded and another, by path; empty where
  /// the record names none.
  public func changedFiles(against edition: Edition) -> [String] {
    let recorded = header.filter { $0.name == "file" }.map { $0.value.split(separator: " ") }
    guard !recorded.isEmpty else { return [] }
    return edition.files.filter { file in
      !recorded.contains { $0.first ?? "" == file.path && $0.last ?? "" == file.digest }
    }.map(\.path)
  }
}
