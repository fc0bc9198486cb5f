/// The record of a session: plain text that people read, write, diff and replay.
public struct Transcript: Sendable, Equatable {
  /// One line that was typed, and what was answered.
  public struct Step: Sendable, Equatable {
    /// What stood before the line: `> ` or `[Costa Rica]> `.
    public let prompt: String
    /// What was typed.
    public let line: String
    /// What was answered; nil where a transcript written by hand leaves it open.
    public let reply: String?

    /// Records a step.
    public init(prompt: String, line: String, reply: String?) {
      self.prompt = prompt
      self.line = line
      self.reply = reply
    }
  }

  /// A line of the header, `%name value`.
  public struct Field: Sendable, Equatable {
    /// The name, without the percent sign.
    public let name: String
    /// The rest of the line.
    public let value: String

    /// Describes a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A part of the record, in the order of the file.
  public enum Item: Sendable, Equatable {
    /// A line typed, and its answer.
    case step(Step)
    /// A line that begins with `#`, as written.
    case comment(String)
    /// A line that begins with `%` after the header, as written, the closing line included.
    case mark(Field)
  }

  /// The header, in the order of the file.
  public var header: [Field]
  /// What follows it.
  public var items: [Item]
  /// Where each item begins, as a line of the file counted from 1; empty unless it was read.
  public internal(set) var places: [Int] = []

  /// Starts a record.
  public init(header: [Field], items: [Item] = []) {
    self.header = header
    self.items = items
  }

  /// The steps in order.
  public var steps: [Step] {
    items.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }

  /// Adds a step.
  public mutating func append(_ step: Step) {
    items.append(.step(step))
  }

  /// The value of a header field, or nil.
  public func value(of name: String) -> String? {
    header.first { $0.name == name }?.value
  }

  /// The id of the scenario, or nil.
  public var scenario: String? {
    value(of: "scenario")?.split(separator: " ").first.map(String.init)
  }

  /// The seed; 1 where the header has none.
  public var seed: UInt64 {
    value(of: "seed").flatMap { UInt64($0) } ?? 1
  }

  /// The width at which replies were recorded, in columns; 80 where the header has none.
  public var width: Int {
    value(of: "width").flatMap { Int($0) } ?? 80
  }
}
