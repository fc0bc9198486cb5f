/// Takes a table apart after RFC 4180, with the place of each field.
///
/// Fields are parted by commas, records by line ends; a field in quotes may hold commas, line ends
/// and doubled quotes. White space around a field without quotes is not part of it.
struct CSVReader {
  /// One line of a table.
  struct Record {
    /// Where it begins.
    let place: Place
    /// Its fields, not more than were asked for.
    let fields: [Cell]
    /// How many fields it has.
    let fieldCount: Int
    /// Whether a quote that is never closed has swallowed what follows.
    let isCutOff: Bool
  }

  private let part: Part
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1
  private var isCutOff = false

  /// Prepares to read a text.
  init(_ text: SourceText) {
    part = text.part
    bytes = text.bytes
  }

  /// The next record that is not blank, with at most so many fields kept; nothing at the end.
  mutating func next(keeping most: Int, faults: inout FaultCollector) -> Record? {
    while offset < bytes.count {
      let place = place
      var fields: [Cell] = []
      var fieldCount = 0
      repeat {
        let field = field(faults: &faults)
        fieldCount += 1
        if fieldCount <= most { fields.append(field) }
      } while takeComma()
      takeLineEnd()
      if fieldCount > 1 || fields.first?.text.isEmpty == false {
        return Record(place: place, fields: fields, fieldCount: fieldCount, isCutOff: isCutOff)
      }
    }
    return nil
  }

  private var place: Place { Place(part: part, line: line, column: column) }

  private mutating func takeComma() -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return false }
    advance()
    return true
  }

  private mutating func takeLineEnd() {
    guard offset < bytes.count else { return }
    advance()
  }

  /// Passes one character; a carriage return and the line feed after it are one line end.
  private mutating func advance() {
    let byte = bytes[offset]
    offset += 1
    if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A {
      offset += 1
    }
    if byte == 0x0A || byte == 0x0D {
      line += 1
      column = 1
    } else {
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { advance() }
  }

  private mutating func field(faults: inout FaultCollector) -> Cell {
    skipSpace()
    let start = place
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      return quotedField(from: start, faults: &faults)
    }
    let begin = offset
    var quote: Place?
    while offset < bytes.count, !Self.endsField(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: "\""), quote == nil { quote = place }
      advance()
    }
    if let quote {
      faults.add(
        "A quote stands inside a field that does not begin with one.",
        at: quote,
        remedy: "Put the whole field in quotes and write the quote inside it twice."
      )
    }
    return Cell(text: String(decoding: bytes[begin..<offset], as: UTF8.self).trimmed, place: start)
  }

  private mutating func quotedField(from start: Place, faults: inout FaultCollector) -> Cell {
    advance()
    var content: [UInt8] = []
    while offset < bytes.count {
      let begin = offset
      advance()
      guard bytes[begin] == UInt8(ascii: "\"") else {
        content += bytes[begin..<offset]
        continue
      }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        content.append(UInt8(ascii: "\""))
        advance()
        continue
      }
      skipSpace()
      skipAfterQuote(faults: &faults)
      return Cell(text: String(decoding: content, as: UTF8.self).trimmed, place: start)
    }
    isCutOff = true
    faults.add(
      "The quote that opens this field is never closed.",
      at: start,
      remedy: "Close it, and write a quote inside the field twice."
    )
    return Cell(text: "\u{FFFD}", place: start)
  }

  private mutating func skipAfterQuote(faults: inout FaultCollector) {
    guard offset < bytes.count, !Self.endsField(bytes[offset]) else { return }
    faults.add(
      "After the closing quote of a field something stands.",
      at: place,
      remedy: "Write a comma, or write a quote inside the field twice."
    )
    while offset < bytes.count, !Self.endsField(bytes[offset]) { advance() }
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }
}
