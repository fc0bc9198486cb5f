internal import Treaty

/// What a number may be.
enum Bounds {
  /// From one number to another, both included.
  case within(ClosedRange<Double>)
  /// A number or more.
  case atLeast(Double)
  /// More than a number.
  case above(Double)

  /// A place on an issue.
  static let place = Bounds.within(0...100)
  /// A chance or a part of a whole.
  static let share = Bounds.within(0...1)

  /// Whether a number is allowed.
  func contains(_ number: Double) -> Bool {
    switch self {
    case .within(let range): range.contains(number)
    case .atLeast(let least): number >= least
    case .above(let limit): number > limit
    }
  }

  /// What is allowed, for messages.
  var description: String {
    switch self {
    case .within(let range): "from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
    case .atLeast(let least): "\(plain(least)) or more"
    case .above(let limit): "more than \(plain(limit))"
    }
  }
}

/// A number without a decimal point where it has no use for one.
func plain(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(number)
}

extension String {
  /// The text without white space at either end.
  var trimmed: String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
      return self
    }
    guard let start = utf8.firstIndex(where: { !isSpace($0) }),
      let end = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[start...end])
  }
}

/// Which letters a name may have.
enum NameStyle {
  /// `listed-rights`: small letters, digits and hyphens.
  case word
  /// `6.2`, `CRI`: letters, digits, point, hyphen and underscore.
  case code

  /// Whether a name may be written so.
  func allows(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, bytes.count <= 64, Self.isLetterOrDigit(first) else {
      return false
    }
    return bytes.allSatisfy { byte in
      switch self {
      case .word:
        Self.isLetterOrDigit(byte) && !(65...90).contains(byte) || byte == UInt8(ascii: "-")
      case .code:
        Self.isLetterOrDigit(byte) || "._-".utf8.contains(byte)
      }
    } && (self == .code || !(65...90).contains(first))
  }

  /// What is allowed, for messages.
  var description: String {
    switch self {
    case .word: "Use a-z, 0-9 and hyphen, a letter or digit first, at most 64 characters."
    case .code:
      "Use letters without accents, digits, point, hyphen and underscore, a letter or digit first, "
        + "at most 64 characters."
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}

extension FaultCollector {
  /// A number, where anything else and a number out of bounds is a fault.
  mutating func number(_ cell: Cell, as subject: String, _ bounds: Bounds) -> Double? {
    guard let number = DecimalNumber.value(of: cell.text) else {
      addNotNumber(cell, as: subject, kind: "number", example: "12.5")
      return nil
    }
    return check(number, cell, as: subject, bounds) ? number : nil
  }

  /// A whole number, where anything else and a number out of bounds is a fault.
  mutating func whole(_ cell: Cell, as subject: String, _ bounds: Bounds) -> Int? {
    guard let number = DecimalNumber.whole(cell.text) else {
      addNotNumber(cell, as: subject, kind: "whole number", example: "3")
      return nil
    }
    return check(Double(number), cell, as: subject, bounds) ? number : nil
  }

  /// `true` or `false`, where anything else is a fault.
  mutating func flag(_ cell: Cell, as subject: String) -> Bool? {
    switch cell.text {
    case "true": return true
    case "false": return false
    default:
      add(
        "\(capitalized(subject)) is \"\(shown(cell.text))\".",
        at: cell.place,
        remedy: "Write true or false."
      )
      return nil
    }
  }

  /// One of the words that a type knows, where any other is a fault.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ cell: Cell,
    as subject: String
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: cell.text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    add(
      "\(capitalized(subject)) is \"\(shown(cell.text))\".",
      at: cell.place,
      remedy: NearestName.find(cell.text, among: names).map { "Did you mean \($0)?" }
        ?? "It must be one of \(names.joined(separator: ", "))."
    )
    return nil
  }

  /// Checks that a name is written as names are; reading goes on with it as it is.
  mutating func checkName(_ cell: Cell, as subject: String, _ style: NameStyle) {
    guard !style.allows(cell.text), !cell.text.unicodeScalars.contains("\u{FFFD}") else { return }
    add(
      cell.text.isEmpty
        ? "\(capitalized(subject)) is empty."
        : "\(capitalized(subject)) cannot be \"\(shown(cell.text))\".",
      at: cell.place,
      remedy: style.description
    )
  }

  /// Text on one line, where nothing, a line end or a tab is a fault.
  mutating func line(_ cell: Cell, as subject: String) -> String? {
    guard let text = prose(cell, as: subject) else { return nil }
    guard !text.utf8.contains(0x0A), !text.utf8.contains(0x0D) else {
      add(
        "\(capitalized(subject)) has more than one line.",
        at: cell.place,
        remedy: cell.place.part.isTable
          ? "Write it on one line."
          : "Write it on one line, or begin it with >- to have its lines joined."
      )
      return nil
    }
    return text
  }

  /// Text of any length, where nothing or a tab is a fault.
  mutating func prose(_ cell: Cell, as subject: String) -> String? {
    guard !cell.text.isEmpty else {
      add("\(capitalized(subject)) is empty.", at: cell.place)
      return nil
    }
    guard !cell.text.utf8.contains(0x09) else {
      add("\(capitalized(subject)) holds a tab.", at: cell.place, remedy: "Write spaces.")
      return nil
    }
    return cell.text
  }

  private mutating func check(
    _ number: Double,
    _ cell: Cell,
    as subject: String,
    _ bounds: Bounds
  ) -> Bool {
    if bounds.contains(number) { return true }
    add(
      "\(capitalized(subject)) is \(shown(cell.text)).",
      at: cell.place,
      remedy: "It must be \(bounds.description)."
    )
    return false
  }

  private mutating func addNotNumber(
    _ cell: Cell,
    as subject: String,
    kind: String,
    example: String
  ) {
    add(
      cell.text.isEmpty
        ? "\(capitalized(subject)) is missing."
        : "\(capitalized(subject)) is \"\(shown(cell.text))\", which is no \(kind).",
      at: cell.place,
      remedy: "Write a plain \(kind) such as \(example)."
    )
  }
}

/// A phrase with a capital letter at its start, as a sentence begins.
func capitalized(_ phrase: String) -> String {
  phrase.prefix(1).uppercased() + phrase.dropFirst()
}
