import Treaty

extension Clause {
  /// The clause as it might also be placed: one error for all its wordings on each issue, and one of its own for each.
  func drawn(within spread: InputSpread, from chance: inout SeededGenerator) -> Clause {
    var source = chance
    let shared = weights.map { _ in spread.clause * source.normal() }
    func drawn(_ places: [Double]) -> [Double] {
      zip(places, shared).map { ($0 + $1 + spread.wording * source.normal()).onScale }
    }
    let absent = drawn(absent)
    let wordings = wordings.map { $0.with(placements: drawn($0.placements)) }
    chance = source
    return with(absent: absent, wordings: wordings)
  }
}
