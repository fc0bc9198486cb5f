/// How a stretch of text is meant; colour may show it, words or marks always do as well.
public enum Style: Sendable {
  /// Ordinary text.
  case plain
  /// A heading or the thing that matters.
  case strong
  /// What can be passed over.
  case faint
  /// Words that came.
  case inserted
  /// Words that went.
  case deleted
  /// In favour.
  case favourable
  /// Against.
  case adverse
}

/// A line of text with its styles.
public struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A stretch of text in one style.
  public struct Span: Sendable, Equatable {
    /// The text.
    public let text: String
    /// How it is meant.
    public let style: Style
  }

  /// The stretches in reading order.
  public private(set) var spans: [Span]

  /// Takes a text in one style.
  public init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text: text, style: style)]
  }

  /// Takes a literal.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// Takes a literal with values in it.
  public init(stringInterpolation interpolation: Interpolation) {
    spans = interpolation.phrase.spans
  }

  /// Puts one phrase after another.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    var sum = left
    sum.spans += right.spans
    return sum
  }

  /// The phrase without the spaces at its end.
  var trimmingEnd: Phrase {
    var rest = self
    while let last = rest.spans.last, last.text.hasSuffix(" ") {
      rest.spans.removeLast()
      let kept = last.text.reversed().drop { $0 == " " }.reversed()
      rest = rest + Phrase(String(kept), last.style)
    }
    return rest
  }

  /// The text without its styles.
  public var text: String {
    spans.map(\.text).joined()
  }

  /// Gathers the parts of a literal.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    fileprivate var phrase = Phrase("")

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds plain text.
    public mutating func appendLiteral(_ literal: String) {
      phrase = phrase + Phrase(literal)
    }

    /// Adds a value, plain.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      phrase = phrase + Phrase(value.description)
    }

    /// Adds a text in a style.
    public mutating func appendInterpolation(_ text: String, _ style: Style) {
      phrase = phrase + Phrase(text, style)
    }

    /// Adds a phrase.
    public mutating func appendInterpolation(_ other: Phrase) {
      phrase = phrase + other
    }
  }
}
