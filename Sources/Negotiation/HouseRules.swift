/// How a room is run, besides the rules of procedure.
public struct HouseRules: Hashable, Sendable, Codable {
  /// How much time there is.
  public enum Pace: String, Sendable, Codable, CaseIterable {
    /// As many rounds as the scenario says, and no hints of time.
    case own = "own"
    /// Two rounds of twelve minutes.
    case short = "45-minutes"
    /// Three rounds of eighteen minutes.
    case long = "90-minutes"

    /// The number of rounds; nil for the scenario's.
    public var rounds: Int? {
      switch self {
      case .own: nil
      case .short: 2
      case .long: 3
      }
    }

    /// Minutes that a stage may take; nil where nothing is said.
    public func minutes(for stage: Stage) -> Int? {
      let (round, package, rest): (Int, Int, Int)
      switch self {
      case .own: return nil
      case .short: (round, package, rest) = (12, 7, 3)
      case .long: (round, package, rest) = (18, 10, 5)
      }
      return switch stage {
      case .negotiating: round
      case .package: package
      case .concluded, .signature, .ratification: rest
      case .debrief: self == .short ? 8 : 15
      }
    }
  }

  /// A class fills a room of up to this many delegations: each is a team.
  public static let smallRoom = 12

  /// Whether players see no advice and no instructions but their own.
  public var isClass = false
  /// How much time there is.
  public var pace = Pace.own

  /// The rules as they stand where nobody has set any.
  public init() {}
}
