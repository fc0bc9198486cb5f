/// A name of something in the scenario, as its author wrote it: `6.2`, `listed-rights`, `CRI`.
///
/// Identifiers are ASCII, compared exactly, and typed by what they name, so that a clause is never
/// looked up among the delegations.
public struct Identifier<Subject>: Hashable, Sendable, Comparable {
  /// The name as written.
  public let text: String

  /// Takes a name as written.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether one name sorts before another, by bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Takes a literal name.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Identifier: CustomStringConvertible {
  /// The name as written.
  public var description: String { text }
}

extension Identifier: Codable {
  /// Reads a name from a plain string.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the name as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
