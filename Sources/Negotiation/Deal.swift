public import Treaty

/// Something that one delegation offers another for something else.
public struct Deal: Hashable, Sendable, Codable {
  /// What one side does.
  public enum Favour: Hashable, Sendable, Codable {
    /// It joins a proposal.
    case sponsor(Int)
    /// It lets a proposal pass: its objection is taken back, and it raises none.
    case letPass(Int)
    /// It votes in favour of the whole text.
    case supportDraft
    /// It gives, or accepts, technical help, worth so much to a state that has nothing and wants it most.
    case help
    /// It does what words say, which no program can test.
    case words(String)
  }

  /// How a deal stands.
  public enum State: String, Sendable, Codable {
    /// Waits for an answer.
    case open
    /// Both sides agreed.
    case accepted
    /// The other side refused.
    case refused
  }

  /// Counted from 1: 1 is D1.
  public let number: Int
  /// The round in which it was offered.
  public let round: Int
  /// Who offers.
  public let from: Delegation.ID
  /// To whom.
  public let to: Delegation.ID
  /// What is given.
  public let gives: Favour
  /// What is wanted for it; nil where a promise asks for nothing.
  public let wants: Favour?
  /// How it stands.
  public internal(set) var state: State = .open

  /// Offers a deal.
  public init(
    number: Int,
    round: Int,
    from: Delegation.ID,
    to: Delegation.ID,
    gives: Favour,
    wants: Favour?
  ) {
    self.number = number
    self.round = round
    self.from = from
    self.to = to
    self.gives = gives
    self.wants = wants
  }
}
