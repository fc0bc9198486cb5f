/// Confidential instructions of a delegation that people play, or of an observer.
public struct Brief: Sendable {
  /// Whose instructions they are.
  public enum Holder: Sendable, Hashable {
    /// A member state.
    case delegation(Delegation.ID)
    /// Somebody without a vote.
    case observer(Observer.ID)
  }

  /// How much an instruction binds.
  public enum Force: String, Sendable, CaseIterable, Codable {
    /// Without it the delegation loses face.
    case must
    /// Good to have.
    case wants
    /// Worth something, and to be given up for more.
    case trade
    /// To be accepted with leave from the capital only.
    case ask
    /// Never to be supported.
    case never
  }

  /// One instruction.
  public struct Instruction: Sendable {
    /// How much it binds.
    public let force: Force
    /// What is at stake, in a line.
    public let matter: String
    /// What has to hold for it to be met, or, for `ask` and `never`, for it to have come about.
    public let conditions: [TextCondition]

    /// Describes an instruction.
    public init(force: Force, matter: String, conditions: [TextCondition]) {
      self.force = force
      self.matter = matter
      self.conditions = conditions
    }

    /// Whether all its conditions hold.
    public func holds(of text: TreatyText, isAdopted: Bool?, in scenario: Scenario) -> Bool {
      conditions.allSatisfy { $0.holds(of: text, isAdopted: isAdopted, in: scenario) }
    }

    /// The clauses that it looks at, as places in `Scenario.clauses`, each once.
    public var clauses: [Int] {
      conditions.compactMap(\.clause).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  /// Whose instructions they are.
  public let holder: Holder
  /// The instructions, in the order of the file: must, wants, trade, ask, never.
  public let instructions: [Instruction]
  /// What the capital says besides, in paragraphs.
  public let letter: String

  /// Describes a brief.
  public init(holder: Holder, instructions: [Instruction], letter: String) {
    self.holder = holder
    self.instructions = instructions
    self.letter = letter
  }
}
