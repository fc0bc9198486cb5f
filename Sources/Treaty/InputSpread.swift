/// How far the inputs of an estimate may be off: standard deviations, in points of the 0...100 scale
/// but for saliences.
///
/// Estimates are run again with inputs drawn within these spreads; what changes from run to run is
/// not sure.
public struct InputSpread: Sendable, Equatable {
  /// Of a position that was coded from a delegation's own statements.
  ///
  /// A coder who marks steps of 25 leaves 7 points open; the rest is for the reading.
  public var coded = 10.0
  /// Of a position that was taken from the group that speaks for a delegation.
  public var bloc = 12.0
  /// Of a position that was estimated from other votes and groupings; a mean error of 8 to 13 points
  /// makes a standard deviation of about 13.
  public var imputed = 13.0
  /// Of the place of a clause on an issue, an error that all its wordings share.
  public var clause = 6.0
  /// Of the place of one wording beside the others of its clause, or of the clause's absence.
  public var wording = 4.0
  /// Of where the world stands without a treaty, an error that all share, drawn by `forecast uncertain` only: half of
  /// what `assumptions` tries to either side.
  public var world = 10.0
  /// Of how much a delegation cares about an issue, in hundredths of that, drawn by `forecast uncertain` only: a
  /// judgement, as saliences are.
  public var salience = 25.0

  /// The spreads as they stand where a scenario sets none.
  public init() {}

  /// The spread of a position that is known in this way.
  public subscript(basis: Delegation.Basis) -> Double {
    switch basis {
    case .coded: coded
    case .bloc: bloc
    case .imputed: imputed
    }
  }

  /// Whether every input is taken to be exact, as in an invented room.
  public var isNone: Bool {
    coded == 0 && bloc == 0 && imputed == 0 && clause == 0 && wording == 0
  }
}
