/// A character that no scenario needs and that would act on a screen instead of standing on it.
enum ForbiddenCharacter {
  /// U+0000, which many programs take for the end of a text.
  case null
  /// A control character other than line end and tab.
  case control
  /// A character that changes the direction of the text that follows.
  case direction
  /// A line end that only some programs know.
  case lineSeparator
  /// The mark that stands for a character lost in a conversion.
  case replacement
  /// A byte order mark inside the text.
  case byteOrderMark
  /// A code that is no character.
  case noncharacter

  /// What kind of forbidden character this is, or none.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0: self = .null
    case 0x01..<0x20, 0x7F..<0xA0: self = .control
    case 0x20..<0x7F, 0xA0..<0x2028: return nil
    case 0x2028, 0x2029: self = .lineSeparator
    case 0x202A...0x202E, 0x2066...0x2069: self = .direction
    case 0xFDD0...0xFDEF: self = .noncharacter
    case 0xFEFF: self = .byteOrderMark
    case 0xFFFD: self = .replacement
    case let value where value & 0xFFFE == 0xFFFE: self = .noncharacter
    default: return nil
    }
  }

  /// What the character is called in a sentence.
  var name: String {
    switch self {
    case .null: "a NUL"
    case .control: "a control character"
    case .direction: "a character that changes the direction of text"
    case .lineSeparator: "a line separator that is no line end here"
    case .replacement: "a replacement character, left where another was lost"
    case .byteOrderMark: "a byte order mark in the middle of the file"
    case .noncharacter: "a code that is no character"
    }
  }
}

extension Unicode.Scalar {
  /// The code as people write it: `U+202E`.
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
