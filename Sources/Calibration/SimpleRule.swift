public enum SimpleRule: CaseIterable, Sendable {
  case commonest, bloc, similarVote, idealPoints
  public func guesses(of vote: Int, in known: RollCalls, blocs: [Int], likeness: [Double]?)
    -> [Answer?]
  { blocs.map { _ in nil } }
}
