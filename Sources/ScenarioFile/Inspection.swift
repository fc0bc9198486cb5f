/// One pass over the bytes of a file that finds what is not text.
struct Inspection {
  /// A character that may not stand in a file.
  struct Found {
    let kind: ForbiddenCharacter
    let scalar: Unicode.Scalar
    let line: Int
    let column: Int
  }

  /// Forbidden characters that are shown one by one; a file with more is not a text file.
  private static let shownAtMost = 20

  private let bytes: [UInt8]
  private let start: Int
  private var line = 1
  private var column = 1
  private var refused: [Range<Int>] = []

  /// The first byte that is not UTF-8.
  private(set) var firstBadByte: (byte: UInt8, offset: Int, line: Int, column: Int)?
  /// How many bytes are not UTF-8.
  private(set) var badBytes = 0
  /// The first forbidden characters.
  private(set) var forbidden: [Found] = []
  /// How many forbidden characters there are.
  private(set) var forbiddenCount = 0
  /// Whether nothing but white space was found.
  private(set) var isBlank = true

  /// Prepares to inspect bytes from an offset on.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// Goes through the bytes once.
  mutating func run() {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x21..<0x7F:
        isBlank = false
        column += 1
        offset += 1
      case 0x20, 0x09:
        column += 1
        offset += 1
      case 0x0A:
        line += 1
        column = 1
        offset += 1
      case 0x0D:
        offset += 1
        if offset == bytes.count || bytes[offset] != 0x0A {
          line += 1
          column = 1
        }
      default:
        offset += inspectCharacter(at: offset)
      }
    }
  }

  /// The bytes from the start on, with a replacement character for each that was refused.
  var cleanBytes: [UInt8] {
    guard start > 0 || !refused.isEmpty else { return bytes }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count + refused.count * 2)
    var copied = start
    for range in refused {
      clean += bytes[copied..<range.lowerBound]
      clean += SourceText.replacement
      copied = range.upperBound
    }
    clean += bytes[copied...]
    return clean
  }

  /// Judges the character at an offset and gives its length.
  private mutating func inspectCharacter(at offset: Int) -> Int {
    isBlank = false
    defer { column += 1 }
    guard let (scalar, length) = UTF8Scanner.scalar(in: bytes, at: offset) else {
      badBytes += 1
      firstBadByte = firstBadByte ?? (bytes[offset], offset, line, column)
      refused.append(offset..<(offset + 1))
      return 1
    }
    if let kind = ForbiddenCharacter(scalar) {
      forbiddenCount += 1
      if forbidden.count < Self.shownAtMost {
        forbidden.append(Found(kind: kind, scalar: scalar, line: line, column: column))
      }
      refused.append(offset..<(offset + length))
    }
    return length
  }
}
