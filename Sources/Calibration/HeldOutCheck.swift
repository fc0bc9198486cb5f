import Forecasting

/// How many answers a fit tells that it has not seen, beside simple rules that have seen as much.
public struct HeldOutCheck: Sendable, Equatable {
  /// How often one way of telling was right, by the answer that was given.
  public struct Score: Sendable, Equatable {
    /// Answers told right, in the order of `Answer`.
    public fileprivate(set) var right = [0, 0, 0]
    /// Answers to be told, in the order of `Answer`.
    public fileprivate(set) var asked = [0, 0, 0]

    /// The share told right, 0...1.
    public var share: Double { Self.share(right.reduce(0, +), of: asked.reduce(0, +)) }

    /// The share told right among one kind of answer, 0...1.
    public func share(of answer: Answer) -> Double {
      Self.share(right[answer.rawValue], of: asked[answer.rawValue])
    }

    private static func share(_ part: Int, of whole: Int) -> Double {
      whole == 0 ? 0 : Double(part) / Double(whole)
    }

    fileprivate mutating func note(_ told: Answer, against given: Answer) {
      asked[given.rawValue] += 1
      if told == given { right[given.rawValue] += 1 }
    }
  }

  /// In how many parts the answers are dealt; each is told from the others.
  public static let folds = 5

  /// The likeliest answer by the fit.
  public private(set) var fit = Score()
  /// The commonest answer in the vote.
  public private(set) var majority = Score()
  /// The commonest answer of the state's group in the vote; nil where no groups are known.
  public private(set) var group: Score?

  /// Deals the answers into parts, by a seed, and tells each part from a fit to the others.
  public init(
    of rolls: RollCalls,
    in dimensions: Dimensions,
    groups: [String]?,
    seed: UInt64
  ) throws(Unfittable) {
    if groups != nil { group = Score() }
    let places = groups.map(Self.places) ?? (0..<rolls.states).map { $0 }
    var generator = SeededGenerator(seed: seed, purpose: "fit/folds")
    let dealt = (0..<rolls.states * rolls.votes).map { _ in
      Int(generator.next(below: UInt64(Self.folds)))
    }
    for fold in 0..<Self.folds {
      var seen = rolls
      for (cell, part) in dealt.enumerated() where part == fold {
        seen[cell / rolls.votes, cell % rolls.votes] = nil
      }
      let ideal = try IdealPoints(fitting: seen, in: dimensions)
      let common = (0..<rolls.votes).map { CommonAnswers(in: $0, of: seen, blocs: places) }
      for (cell, part) in dealt.enumerated() where part == fold {
        let (state, vote) = (cell / rolls.votes, cell % rolls.votes)
        guard let given = rolls[state, vote] else { continue }
        fit.note(ideal.curves[vote].likeliest(at: ideal.points[state].place), against: given)
        majority.note(common[vote].overall ?? .yes, against: given)
        group?.note(common[vote].amongOthers(inBlocOf: state) ?? .yes, against: given)
      }
    }
  }

  /// The groups as numbers, in the order in which they first stand.
  private static func places(of groups: [String]) -> [Int] {
    var names: [String] = []
    return groups.map { name in
      if let place = names.firstIndex(of: name) { return place }
      names.append(name)
      return names.count - 1
    }
  }
}
