import Console
import Crypto
import ScenarioFile

/// SHA-256, which the room is handed because it knows no library.
enum Digest {
  /// The 32 bytes of SHA-256 over some bytes.
  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }

  /// The digest in hexadecimal.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    sha256(bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The digest over the sorted paths, lengths and bytes of some files.
  static func hexadecimal(of files: [SourceFile]) -> String {
    var bytes: [UInt8] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      bytes += Array("\(file.path)\n\(file.bytes.count)\n".utf8)
      bytes += file.bytes
    }
    return hexadecimal(bytes)
  }
}

extension Room.World {
  /// What the program hands to its rooms.
  static let here = Room.World(version: Plenary.version, sha256: Digest.sha256)
}
