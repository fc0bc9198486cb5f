import Treaty

/// How far the room has come with a clause.
public enum ClauseState: String, Sendable, CaseIterable {
  /// Nothing has been settled and nothing is proposed.
  case open
  /// Other texts are proposed for it.
  case bracketed
  /// Settled without a vote, ad referendum: delegations may still come back to it.
  case agreed
  /// Settled by vote, or adopted with the treaty.
  case adopted
  /// Taken out of the text.
  case deleted
}

extension Session {
  /// How far the room has come with a clause, which is a place in `Scenario.clauses`.
  public func state(of clause: Int) -> ClauseState {
    let id = scenario.clauses[clause].id
    if !openProposals(on: id).isEmpty { return .bracketed }
    var state = ClauseState.open
    for event in log.flatMap(\.events) {
      switch event {
      case .draftTabled: state = .open
      case .agreedWithoutVote(let question) where decides(question, on: id): state = .agreed
      case .voteTaken(let rollCall)
      where rollCall.isCarried && decides(rollCall.question, on: id):
        state = .adopted
      case .clauseChanged(id, .absent): state = .deleted
      case .clauseReopened(id): state = .open
      case .talksEnded(let outcome) where outcome.isAdopted && text.provisions[clause] != .absent:
        state = .adopted
      default: break
      }
    }
    return state
  }

  /// Clauses in brackets: what is left to settle.
  public var bracketed: [Int] {
    scenario.clauses.indices.filter { state(of: $0) == .bracketed }
  }

  private func decides(_ question: Question, on clause: Clause.ID) -> Bool {
    switch question {
    case .proposal(let number): proposals.first { $0.number == number }?.clause == clause
    case .retain(let retained): retained == clause
    case .draft, .reconsider, .noAction, .ruling, .division: false
    }
  }
}
