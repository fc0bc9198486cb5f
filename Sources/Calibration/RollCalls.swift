/// Who answered what in which vote.
public struct RollCalls: Sendable, Equatable {
  /// An answer, with whose or in what it is.
  struct Cast {
    /// The place of the vote, or of the state, in the table.
    let place: Int
    let answer: Answer
  }

  /// How many states the table has.
  public let states: Int
  /// How many votes the table has.
  public let votes: Int
  /// Row by row, a row for each state; nil where it took no part.
  private var answers: [Answer?]

  /// Takes a table with a row for each state and in each row an answer for each vote.
  public init(_ rows: [[Answer?]]) {
    states = rows.count
    votes = rows.first?.count ?? 0
    precondition(rows.allSatisfy { [votes] in $0.count == votes }, "rows are of one length")
    answers = rows.flatMap { $0 }
  }

  /// The answer of a state in a vote; nil where it took no part.
  public subscript(state: Int, vote: Int) -> Answer? {
    get { answers[state * votes + vote] }
    set { answers[state * votes + vote] = newValue }
  }

  /// In how many votes a state took part.
  public func answers(of state: Int) -> Int {
    (0..<votes).count { self[state, $0] != nil }
  }

  /// How often each answer was given in a vote, in the order of `Answer`.
  public func counts(in vote: Int) -> [Int] {
    Self.counts(of: (0..<states).lazy.map { self[$0, vote] })
  }

  /// How often each answer stands among some.
  static func counts(of answers: some Sequence<Answer?>) -> [Int] {
    var counts = [0, 0, 0]
    for case let answer? in answers { counts[answer.rawValue] += 1 }
    return counts
  }

  /// The commonest of counted answers; of equally common ones yes comes first, since most votes carry,
  /// then abstention; nil where there are none.
  static func commonest(of counts: [Int]) -> Answer? {
    guard counts.contains(where: { $0 > 0 }) else { return nil }
    return [.abstain, .no].reduce(Answer.yes) {
      counts[$1.rawValue] > counts[$0.rawValue] ? $1 : $0
    }
  }

  /// Whether a vote has answers of more than one kind.
  public func divides(_ vote: Int) -> Bool { counts(in: vote).count { $0 > 0 } > 1 }

  /// The answers of a state.
  func casts(of state: Int) -> [Cast] {
    (0..<votes).compactMap { vote in self[state, vote].map { Cast(place: vote, answer: $0) } }
  }

  /// The answers in a vote.
  func casts(in vote: Int) -> [Cast] {
    (0..<states).compactMap { state in self[state, vote].map { Cast(place: state, answer: $0) } }
  }

  /// The same votes with some of the states.
  func only(_ kept: [Int]) -> RollCalls {
    RollCalls(kept.map { state in (0..<votes).map { self[state, $0] } })
  }
}
