/// The commonest answers in a vote, of all and of blocs.
struct CommonAnswers {
  /// The commonest of all; nil where nobody answered.
  let overall: Answer?
  private let answers: [Answer?]
  private let blocs: [Int]
  private var countsOfBlocs: [Int: [Int]] = [:]

  init(in vote: Int, of known: RollCalls, blocs: [Int]) {
    answers = (0..<known.states).map { known[$0, vote] }
    self.blocs = blocs
    overall = RollCalls.commonest(of: known.counts(in: vote))
    for (bloc, answer) in zip(blocs, answers) {
      guard let answer else { continue }
      countsOfBlocs[bloc, default: [0, 0, 0]][answer.rawValue] += 1
    }
  }

  /// The commonest among the others of a state's bloc, else of all.
  func amongOthers(inBlocOf state: Int) -> Answer? {
    var counts = countsOfBlocs[blocs[state]] ?? [0, 0, 0]
    if let own = answers[state] { counts[own.rawValue] -= 1 }
    guard let found = RollCalls.commonest(of: counts),
      counts.count(where: { $0 == counts[found.rawValue] }) == 1
    else { return overall }
    return found
  }
}
