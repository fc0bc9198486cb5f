public import Treaty

/// Where the challenge model puts the text, as a second opinion.
public struct SecondOpinion: Sendable {
  /// How the model is read.
  public let reading: Challenge.Reading
  /// Where the text would land after each round.
  public let rounds: [Compromise]
  /// Where nine of ten reruns put the mean after the first round, 0...100.
  public let range: ClosedRange<Double>

  /// Lets delegations challenge each other, and once again with the inputs of each rerun.
  public init(
    on issue: Int,
    in scenario: Scenario,
    reruns: [Rerun],
    saliences: Bargainer.Saliences = .equal,
    reading: Challenge.Reading
  ) {
    self.reading = reading
    var bargainers = Bargainer.all(on: issue, in: scenario, saliences)
    var rounds: [Compromise] = []
    for _ in 0..<SecondOpinion.rounds {
      bargainers = bargainers.challenged(reading)
      rounds.append(Compromise(among: bargainers))
    }
    self.rounds = rounds
    let means = reruns.prefix(SecondOpinion.reruns).enumerated().map { number, rerun in
      let drawn = Bargainer.drawn(number, on: issue, in: rerun, saliences)
      return Compromise(among: drawn.challenged(reading)).mean
    }
    range = Landing.middle(of: means, around: rounds[0].mean)
  }

  /// How many reruns are taken at most: half of all, for each takes some hundredths of a second.
  public static let reruns = 20

  /// How many rounds are looked at; judgement, since the model sets no end.
  public static let rounds = 5
}

extension [Bargainer] {
  /// The same after a round of challenges.
  fileprivate func challenged(_ reading: Challenge.Reading) -> [Bargainer] {
    zip(self, Challenge(among: self, reading: reading).positions).map { bargainer, position in
      var moved = bargainer
      moved.position = position
      return moved
    }
  }
}
