import Foundation
import Testing

/// Values of other programs, and published inputs.
enum Values {
  /// The rows of a table in `Values/`, by the names of its columns; lines that begin with `#` say
  /// where it is from.
  static func table(_ name: String) throws -> [[String: String]] {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Values")
    )
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: ",").map(String.init) }
    let names = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
}
