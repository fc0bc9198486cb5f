/// One file of a scenario folder, as the bytes that were found.
public struct SourceFile: Sendable {
  /// Where it stands, relative to the folder: `scenario.yaml`.
  public var path: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Takes a file as it was found.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
