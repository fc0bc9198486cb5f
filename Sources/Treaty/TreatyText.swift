/// How a clause stands in a text.
public enum Provision: Hashable, Sendable {
  /// The clause is not in the text.
  case absent
  /// The clause reads as one of its listed wordings.
  case listed(Wording.ID)
  /// The clause reads in words of somebody's own.
  case worded(Reading)
}

extension Provision: Codable {
  /// Reads a provision from the name of a wording, `absent`, or the reading of words of one's own.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      let name = try container.decode(String.self)
      self = name == "absent" ? .absent : .listed(Wording.ID(name))
    } catch {
      self = .worded(try container.decode(Reading.self))
    }
  }

  /// Writes a provision as the name of its wording, `absent`, or the reading of words of one's own.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .absent, .listed: try container.encode(name)
    case .worded(let reading): try container.encode(reading)
    }
  }

  /// The name of the wording, or `absent` and `own-words`, which no wording may be called.
  public var name: String {
    switch self {
    case .absent: "absent"
    case .listed(let wording): wording.text
    case .worded: "own-words"
    }
  }

  /// A text that no other provision of the same clause has.
  public var key: String {
    switch self {
    case .absent, .listed: name
    case .worded(let reading): "\(name): \(reading.text)"
    }
  }
}

/// A whole text of the treaty: how each clause stands.
public struct TreatyText: Hashable, Sendable, Codable {
  /// How each clause stands, in the order of `Scenario.clauses`.
  public var provisions: [Provision]

  /// Takes a provision for each clause, in the order of `Scenario.clauses`.
  public init(_ provisions: [Provision]) {
    self.provisions = provisions
  }

  /// The same text with one clause changed.
  public func with(_ provision: Provision, at clause: Int) -> TreatyText {
    var copy = self
    copy.provisions[clause] = provision
    return copy
  }

  /// The clauses that stand differently in another text, as places in `Scenario.clauses`.
  public func differences(from other: TreatyText) -> [Int] {
    provisions.indices.filter { provisions[$0] != other.provisions[$0] }
  }
}

/// A text of the treaty that has a name in the history of the talks.
public struct Draft: Sendable, Identifiable {
  /// The name of a draft, `zero`.
  public typealias ID = Identifier<Draft>

  /// The name that files and commands use.
  public let id: ID
  /// The name that people read.
  public let title: String
  /// When it was put, as written; empty where the author gave nothing.
  public let date: String
  /// The text itself.
  public let text: TreatyText
  /// Chance that failure of this draft leads to the fallback text, 0...1.
  public let fallbackChance: Double
  /// Whether the chair has put the text as a package, to which delegations are loyal.
  public let isPackage: Bool

  /// Describes a draft.
  public init(
    id: ID,
    title: String,
    date: String = "",
    text: TreatyText,
    fallbackChance: Double = 0,
    isPackage: Bool = false
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.text = text
    self.fallbackChance = fallbackChance
    self.isPackage = isPackage
  }
}
