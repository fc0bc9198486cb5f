/// Something that may hold of a text, or of how the talks end: what instructions and news are tested by.
public enum TextCondition: Sendable, Equatable {
  /// The clause reads as one of these.
  case reads([Provision], clause: Int)
  /// The clause reads as none of these.
  case readsNone([Provision], clause: Int)
  /// The clause stands above a place on an issue.
  case above(Double, issue: Int, clause: Int)
  /// The clause stands below a place on an issue.
  case below(Double, issue: Int, clause: Int)
  /// The clause uses one of these phrases.
  case says([String], clause: Int)
  /// The clause uses none of these phrases.
  case lacks([String], clause: Int)
  /// The treaty is adopted, or is not.
  case isAdopted(Bool)

  /// The clause that it looks at, as a place in `Scenario.clauses`; nil where it looks at the end.
  public var clause: Int? {
    switch self {
    case .reads(_, let clause), .readsNone(_, let clause), .above(_, _, let clause),
      .below(_, _, let clause), .says(_, let clause), .lacks(_, let clause):
      clause
    case .isAdopted: nil
    }
  }

  /// Whether it holds of a text; `isAdopted` is nil while nothing has been decided, and what looks
  /// at the end does not hold until then.
  public func holds(of text: TreatyText, isAdopted: Bool?, in scenario: Scenario) -> Bool {
    switch self {
    case .reads(let provisions, let clause):
      return provisions.contains(scenario.counterpart(of: text.provisions[clause], at: clause))
    case .readsNone(let provisions, let clause):
      return !provisions.contains(scenario.counterpart(of: text.provisions[clause], at: clause))
    case .above(let place, let issue, let clause):
      return scenario.placements(of: text.provisions[clause], at: clause)[issue] > place
    case .below(let place, let issue, let clause):
      return scenario.placements(of: text.provisions[clause], at: clause)[issue] < place
    case .says(let phrases, let clause):
      let words = scenario.words(of: text.provisions[clause], at: clause)
      return phrases.contains { words.says($0) }
    case .lacks(let phrases, let clause):
      let words = scenario.words(of: text.provisions[clause], at: clause)
      return !phrases.contains { words.says($0) }
    case .isAdopted(let wanted): return isAdopted == wanted
    }
  }
}

extension Scenario {
  /// How far words of somebody's own may stand from a listed wording and still count as it, in points on each issue; a
  /// judgement.
  private static let counterpartReach = 5.0

  /// The listed wording that words of somebody's own come to, where one stands beside them; else the provision itself.
  public func counterpart(of provision: Provision, at clause: Int) -> Provision {
    guard case .worded(let reading) = provision else { return provision }
    let distances = clauses[clause].wordings.map { wording in
      zip(wording.placements, reading.placements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
    }
    guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }),
      distances[nearest] <= Scenario.counterpartReach
    else { return provision }
    return .listed(clauses[clause].wordings[nearest].id)
  }
}
