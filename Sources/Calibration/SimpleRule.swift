/// A rule that tells votes without a model of them, to hold estimates against.
///
/// Each reads nothing but the answers that it is given. Where some answers of the vote are among them
/// it goes by these; of a vote still to come it goes by the most similar other vote. Of equally
/// common answers yes comes first, then abstention, since most votes carry; of equally similar votes
/// the first in the table.
public enum SimpleRule: CaseIterable, Sendable {
  /// The commonest answer.
  case commonest
  /// The commonest answer among the others of the state's bloc; where they have none, or several that
  /// are equally common, the commonest of all.
  case bloc
  /// As the state answered in the most similar other vote; where it took no part, as its bloc did.
  case similarVote
  /// The likeliest answer by an ordered logit on where the other votes place the state on a line.
  case idealPoints

  /// What the rule says each state answers in a vote, in the order of the table; nil where it cannot
  /// say.
  ///
  /// `known` holds every answer that may be looked at: those in other votes, and of the vote itself
  /// some or none. States with equal numbers in `blocs` are of one bloc. `likeness` says of each vote
  /// how much it is about the same as this one, on any scale, more being more alike; it is asked only
  /// where no answer of the vote is known, and without it nothing can then be said.
  public func guesses(
    of vote: Int,
    in known: RollCalls,
    blocs: [Int],
    likeness: [Double]?
  ) -> [Answer?] {
    precondition(blocs.count == known.states, "a bloc for each state")
    let unsaid = [Answer?](repeating: nil, count: known.states)
    let isToCome = known.casts(in: vote).isEmpty
    let similar =
      isToCome ? likeness.flatMap { known.likest(by: $0, to: vote) } : known.likest(to: vote)
    switch self {
    case .commonest:
      guard let counted = isToCome ? similar : vote else { return unsaid }
      let common = CommonAnswers(in: counted, of: known, blocs: blocs)
      return unsaid.map { _ in common.overall }
    case .bloc:
      guard let counted = isToCome ? similar : vote else { return unsaid }
      let common = CommonAnswers(in: counted, of: known, blocs: blocs)
      return unsaid.indices.map(common.amongOthers)
    case .similarVote:
      guard let similar else { return unsaid }
      let common = CommonAnswers(in: similar, of: known, blocs: blocs)
      return unsaid.indices.map { known[$0, similar] ?? common.amongOthers(inBlocOf: $0) }
    case .idealPoints:
      guard !isToCome || similar != nil, let ideal = known.placing(without: vote) else {
        return unsaid
      }
      let places = ideal.points.map(\.place)
      let curve =
        isToCome
        ? similar.map { ideal.curves[$0] }
        : VoteCurve(fitting: known.casts(in: vote), at: places)
      return places.map { curve?.likeliest(at: $0) }
    }
  }
}

extension RollCalls {
  /// The votes with an answer, but for one.
  private func others(than vote: Int) -> [Int] {
    (0..<votes).filter { $0 != vote && !casts(in: $0).isEmpty }
  }

  /// The other vote whose answers agree most often with those of a vote, counted in states.
  fileprivate func likest(to vote: Int) -> Int? {
    let given = casts(in: vote)
    let agreeing = others(than: vote).map { other in
      (vote: other, count: given.count { self[$0.place, other] == $0.answer })
    }
    // Of equal ones the first.
    return agreeing.reduce(agreeing.first) { best, next in
      best.map { next.count > $0.count ? next : $0 }
    }?.vote
  }

  /// The other vote that is most alike by what is said of each.
  fileprivate func likest(by likeness: [Double], to vote: Int) -> Int? {
    precondition(likeness.count == votes, "a likeness for each vote")
    let others = others(than: vote)
    return others.reduce(others.first) { best, next in
      best.map { likeness[next] > likeness[$0] ? next : $0 }
    }
  }

  /// Where the other votes place states on a line; nil where they are too few to tell.
  fileprivate func placing(without vote: Int) -> IdealPoints? {
    var others = self
    for state in 0..<states { others[state, vote] = nil }
    do {
      return try IdealPoints(fitting: others)
    } catch {
      switch error {
      case .tooFewStates, .tooFewDivisions: return nil
      }
    }
  }
}
