/// A typed line as it is recorded: one line, without control characters.
public enum CanonicalLine {
  /// Brings what was typed into the form that the room answers and the transcript keeps: line
  /// breaks inside quotation marks are written `\n`, other control and direction-changing
  /// characters go, and outer spaces too.
  ///
  /// The caller hands over text in Unicode normalisation form C.
  public static func of(_ typed: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      case 0x0A: line.append(contentsOf: "\\n".unicodeScalars)
      case 0x09: line.append(" ")
      case 0...0x1F, 0x7F...0x9F: continue
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: continue
      default: line.append(scalar)
      }
    }
    let characters = String(line)
    let start = characters.firstIndex { $0 != " " } ?? characters.endIndex
    let end = characters.lastIndex { $0 != " " }.map { characters.index(after: $0) }
    return String(characters[start..<(end ?? characters.endIndex)])
  }

  /// Whether a line ends inside quotation marks or in a backslash, so that an editor asks on.
  public static func isComplete(_ line: String) -> Bool {
    if line.hasSuffix("\\") { return false }
    do throws(Complaint) {
      _ = try Arguments.words(of: line)
      return true
    } catch {
      return false
    }
  }
}
