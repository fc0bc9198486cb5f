public import Treaty

/// Why a delegation gains or loses: a sum whose terms are its exact explanation.
public struct Appraisal: Sendable {
  /// One reason, with what it is worth.
  public struct Term: Sendable {
    /// Where a gain or loss comes from.
    public enum Ground: Sendable, Equatable {
      /// How a clause stands on an issue, as places in `Scenario.clauses` and `Scenario.issues`.
      case clause(Int, issue: Int)
      /// A red line that is crossed, or no longer crossed, as a place in `Scenario.redLines`.
      case redLine(Int)
      /// Deals in force.
      case deal
      /// Public criticism, on a government that has to listen.
      case audience
    }

    /// Where it comes from.
    public let ground: Ground
    /// What it is worth, in units of gain; below 0 is a loss.
    public let value: Double
  }

  /// The reasons that are worth something, in the order of the scenario.
  public let terms: [Term]
  /// What they are worth together, in units of gain.
  public let gain: Double

  /// Judges a whole text against its failure.
  public init(
    of text: TreatyText,
    for delegation: Int,
    in scenario: Scenario,
    under circumstances: Circumstances
  ) {
    self.init(of: Stakes(of: text, in: scenario, under: circumstances), for: delegation)
  }

  /// Judges one text against another over the clauses that differ, as a separate vote does.
  public init(
    of amended: TreatyText,
    against text: TreatyText,
    for delegation: Int,
    in scenario: Scenario
  ) {
    self.init(of: Change(of: amended, against: text, in: scenario), for: delegation)
  }

  /// Keeps what is worth something and adds it up.
  init(_ reasons: (_ add: (Term) -> Void) -> Void) {
    var terms: [Term] = []
    reasons { if $0.value != 0 { terms.append($0) } }
    self.terms = terms
    gain = terms.reduce(0) { $0 + $1.value }
  }

  /// What the reasons are worth together, without keeping them.
  static func gain(of reasons: (_ add: (Term) -> Void) -> Void) -> Double {
    var gain = 0.0
    reasons { gain += $0.value }
    return gain
  }
}
