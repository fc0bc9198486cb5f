internal import Yams

/// The YAML of one file, taken apart by Yams with its aliases left as they are.
///
/// Yams would put the node in the place of its alias and then compare all keys of a mapping, which an
/// author of aliases of aliases, or of keys within keys, can make last for ever. So each `*`, and each
/// `?` that could announce a key, is hidden behind a code that is no character and that cannot occur
/// in a checked text. What was an alias arrives as plain text.
struct YAMLDocument {
  /// The code that stands for `*`.
  static let star: UInt32 = 0xFDD0
  /// The code that stands for `?`.
  private static let question: UInt32 = 0xFDD1
  /// The first byte of all these codes in UTF-8.
  private static let firstByte: UInt8 = 0xEF
  /// The codes that take the place of the first letter of a key that occurs twice.
  private static let duplicateCodes: ClosedRange<UInt32> = 0xFDD2...0xFDEF
  /// How many bytes may be taken apart again for the sake of keys that occur twice.
  private static let effort = 4 << 20

  /// The tree as Yams gives it, and the parser, which alone keeps the names of anchors alive.
  let root: Node
  let parser: Parser
  /// Whether a `*` occurs at all.
  let hasStars: Bool
  private let hasHidden: Bool
  /// The keys whose first letter was changed because they occur twice, by the code that changed it.
  let duplicates: [String]

  /// Takes the text of a file apart; nothing if that cannot be done, which is a fault.
  init?(_ text: SourceText, faults: inout FaultCollector) {
    var bytes = text.bytes
    hasStars = bytes.contains(UInt8(ascii: "*"))
    bytes = Self.hidingIndicators(bytes)
    hasHidden = bytes.count > text.bytes.count
    var duplicates: [String] = []
    while true {
      do {
        let parser = try Parser(
          yaml: String(decoding: bytes, as: UTF8.self),
          resolver: .basic,
          constructor: .default,
          encoding: .utf8
        )
        guard let root = try parser.singleRoot() else {
          faults.addEmpty("The file holds nothing but comments.", text.part)
          return nil
        }
        self.parser = parser
        self.root = root
        self.duplicates = duplicates
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first, duplicates.count * bytes.count < Self.effort,
          let changed = Self.changing(bytes, at: context.mark, duplicate: duplicates.count)
        else {
          faults.addDuplicateKey(keys.first ?? "", at: context.mark, in: text.part)
          return nil
        }
        bytes = changed
        duplicates.append(key)
      } catch {
        faults.add(error, in: text)
        return nil
      }
    }
  }

  /// What stood in the file where Yams gave this text.
  func original(_ text: String) -> String {
    guard hasHidden, text.utf8.contains(Self.firstByte) else { return text }
    var restored = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case Self.star: restored.append("*")
      case Self.question: restored.append("?")
      default: restored.append(scalar)
      }
    }
    return String(restored)
  }

  /// The key as the author wrote it, where its first letter was changed because it occurs twice.
  func originalKey(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, Self.duplicateCodes.contains(first.value) else {
      return original(text)
    }
    return original(duplicates[Int(first.value - Self.duplicateCodes.lowerBound)])
  }

  /// The text with a code for each `*`, and for each `?` with white space after it.
  private static func hidingIndicators(_ bytes: [UInt8]) -> [UInt8] {
    var hidden: [UInt8] = []
    hidden.reserveCapacity(bytes.count + 64)
    for (offset, byte) in bytes.enumerated() {
      let announcesKey =
        byte == UInt8(ascii: "?") && (offset + 1 == bytes.count || bytes[offset + 1] <= 0x20)
      guard byte == UInt8(ascii: "*") || announcesKey else {
        hidden.append(byte)
        continue
      }
      let code = announcesKey ? question : star
      hidden += [firstByte, 0xB7, 0x80 | UInt8(code & 0x3F)]
    }
    return hidden
  }

  /// The text with the first letter of the key at a mark changed, so that Yams no longer takes it for
  /// the same as another; nothing where that cannot be done.
  private static func changing(_ bytes: [UInt8], at mark: Mark, duplicate: Int) -> [UInt8]? {
    let code = duplicateCodes.lowerBound + UInt32(duplicate)
    guard duplicateCodes.contains(code), let letter = Unicode.Scalar(code),
      var offset = offset(of: mark, in: bytes)
    else { return nil }
    if bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") {
      offset += 1
    }
    guard offset < bytes.count, !"\"'\\|>&!?[{ \r\n".utf8.contains(bytes[offset]),
      let (_, length) = UTF8Scanner.scalar(in: bytes, at: offset)
    else { return nil }
    var changed = bytes
    changed.replaceSubrange(offset..<(offset + length), with: String(letter).utf8)
    return changed
  }

  /// Where a mark stands among the bytes; YAML counts columns in characters.
  private static func offset(of mark: Mark, in bytes: [UInt8]) -> Int? {
    var line = 1
    var column = 1
    for (offset, byte) in bytes.enumerated() {
      if line == mark.line, column == mark.column, byte & 0xC0 != 0x80 { return offset }
      let endsLine =
        byte == 0x0A || byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      if endsLine {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return nil
  }
}

extension FaultCollector {
  /// Notes a key that occurs twice where the tree could not be had.
  mutating func addDuplicateKey(_ key: String, at mark: Mark, in part: Part) {
    add(
      "The key \(shown(key)) occurs more than once in its mapping.",
      at: Place(part: part, line: mark.line, column: mark.column),
      remedy: "Keep one of them."
    )
  }
}
