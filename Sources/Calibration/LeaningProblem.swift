import Forecasting
import Treaty

/// What a fit of leanings minimises: minus the logarithm of how likely votes and assumptions are together.
///
/// In it a deviation counts along a straight line, also beyond the two places of a resolution.
///
/// Every variable is measured in its own assumed standard deviation: first the five numbers, then the emphases of the
/// votes, then what deviates by bloc, by those who share a position, and by delegation.
struct LeaningProblem {
  /// The variables in the units of the model.
  struct Reading {
    let numbers: [Double]
    let emphases: [Double]
    /// By how much more than on the matter of the treaty each vote's answers are a yes, in logits.
    let habits: [Double]
    let deviations: [Double]

    /// The model of a scenario with these numbers in it.
    func model(in scenario: Scenario) -> ModelParameters {
      var model = scenario.model
      let before = model.separateSensitivity
      model.separateSensitivity = numbers[0]
      // A whole text moves a vote by the same, over all its issues.
      if before > 0 { model.sensitivity *= numbers[0] / before }
      model.resolutionValence = numbers[1]
      model.indifference = numbers[2]
      model.commonShock = numbers[3]
      model.blocShock = numbers[4]
      return model
    }
  }

  let votes: [RecordedVote]
  let blocs: [Int]
  private let before: [Double]
  /// Where the shocks are looked at; it stays while they are fitted.
  let grid: ShockGrid
  private let isShared: [Bool]
  private let own: [Double]
  private let habitScales: [Double]
  private let blocCount: Int

  init(of votes: [RecordedVote], in scenario: Scenario) {
    let model = scenario.model
    self.votes = votes
    grid = ShockGrid(common: model.commonShock, bloc: model.blocShock)
    blocs = scenario.delegations.map(\.bloc)
    blocCount = scenario.blocs.count
    before = [
      model.separateSensitivity, model.resolutionValence, model.indifference, model.commonShock,
      model.blocShock,
    ]
    habitScales = votes.map {
      scenario.decisions[$0.decision].isOnOtherMatter ? LeaningFit.Assumed.otherMatter : 0
    }
    isShared = scenario.delegations.map { $0.basis == .bloc }
    own = scenario.delegations.map {
      $0.basis == .bloc ? LeaningFit.Assumed.member : scenario.spread[$0.basis]
    }
  }

  private var numbers: Int { LeaningFit.Number.allCases.count }
  private var firstHabit: Int { numbers + votes.count }
  private var firstBloc: Int { firstHabit + votes.count }
  private var firstShared: Int { firstBloc + blocCount }
  private var firstOwn: Int { firstShared + blocCount }

  /// Where nothing deviates from what is assumed.
  var start: [Double] { [Double](repeating: 0, count: firstOwn + blocs.count) }

  func reading(of variables: [Double]) -> Reading {
    let values = before.indices.map { place in
      place == LeaningFit.Number.valence.rawValue
        ? before[place] + LeaningFit.Assumed.valence * variables[place]
        : before[place] * Elementary.exp(LeaningFit.Assumed.number * variables[place])
    }
    return Reading(
      numbers: values,
      emphases: votes.indices.map {
        Elementary.exp(LeaningFit.Assumed.emphasis * variables[numbers + $0])
      },
      habits: votes.indices.map { habitScales[$0] * variables[firstHabit + $0] },
      deviations: blocs.indices.map { state in
        let shared = isShared[state] ? variables[firstShared + blocs[state]] : 0
        return LeaningFit.Assumed.bloc * variables[firstBloc + blocs[state]]
          + LeaningFit.Assumed.shared * shared + own[state] * variables[firstOwn + state]
      }
    )
  }

  /// What is minimised, and its slopes.
  func cost(_ variables: [Double]) -> LimitedMemory.Valued {
    let reading = reading(of: variables)
    var value = variables.reduce(0) { $0 + $1 * $1 } / 2
    var slopes = variables
    for (place, vote) in votes.enumerated() {
      let scale = reading.numbers[0] * reading.emphases[place]
      let gains = gains(in: vote, reading)
      let likelihood = likelihood(of: place, reading)
      value -= likelihood.logarithm
      var byScale = 0.0
      for (state, slope) in likelihood.leanings.enumerated() where slope != 0 {
        byScale += slope * gains[state] * scale
        slopes[1] -= LeaningFit.Assumed.valence * slope
        slopes[firstHabit + place] -= habitScales[place] * slope
        let byPoint = slope * scale * vote.slopes[state]
        slopes[firstBloc + blocs[state]] -= LeaningFit.Assumed.bloc * byPoint
        if isShared[state] {
          slopes[firstShared + blocs[state]] -= LeaningFit.Assumed.shared * byPoint
        }
        slopes[firstOwn + state] -= own[state] * byPoint
      }
      slopes[0] -= LeaningFit.Assumed.number * byScale
      slopes[numbers + place] -= LeaningFit.Assumed.emphasis * byScale
      slopes[2] -= LeaningFit.Assumed.number * likelihood.indifference * reading.numbers[2]
      slopes[3] -= LeaningFit.Assumed.number * likelihood.common
      slopes[4] -= LeaningFit.Assumed.number * likelihood.bloc
    }
    return (value, slopes)
  }

  /// How much likelier a point more along the axis makes each delegation's answer, by vote.
  func pulls(at place: [Double]) -> [[Double]] {
    let reading = reading(of: place)
    return votes.enumerated().map { number, vote in
      let scale = reading.numbers[0] * reading.emphases[number]
      let likelihood = likelihood(of: number, reading)
      return zip(likelihood.leanings, vote.slopes).map { $0 * scale * $1 }
    }
  }

  private func gains(in vote: RecordedVote, _ reading: Reading) -> [Double] {
    blocs.indices.map { vote.gains[$0] + vote.slopes[$0] * reading.deviations[$0] }
  }

  /// How likely the answers of a vote are.
  func likelihood(of vote: Int, _ reading: Reading) -> VoteLikelihood {
    let scale = reading.numbers[0] * reading.emphases[vote]
    let valence = reading.numbers[1] + reading.habits[vote]
    return VoteLikelihood(
      of: votes[vote].answers,
      leaning: gains(in: votes[vote], reading).map { scale * $0 + valence },
      blocs: blocs,
      noise: VoteLikelihood.Noise(
        indifference: reading.numbers[2],
        common: reading.numbers[3],
        bloc: reading.numbers[4],
        grid: grid
      )
    )
  }

  /// What the votes say of each number, from how the slopes change about a place; emphases and deviations are held.
  func knowledge(at place: [Double]) -> [LeaningFit.Knowledge] {
    let step = 0.05
    var bends = [Double](repeating: 0, count: numbers * numbers)
    for row in 0..<numbers {
      var above = place
      var below = place
      above[row] += step
      below[row] -= step
      let up = cost(above).slopes
      let down = cost(below).slopes
      for column in 0..<numbers {
        bends[row * numbers + column] += (up[column] - down[column]) / (4 * step)
        bends[column * numbers + row] += (up[column] - down[column]) / (4 * step)
      }
    }
    let factor = Factor(of: bends, size: numbers)
    let errors = (0..<numbers).map { row in
      factor.solution(of: (0..<numbers).map { $0 == row ? 1 : 0 })
    }
    let values = reading(of: place).numbers
    return LeaningFit.Number.allCases.map { number in
      let row = number.rawValue
      let others = LeaningFit.Number.allCases.filter { $0 != number }.map { other in
        LeaningFit.Confounded(
          with: other,
          correlation: errors[row][other.rawValue]
            / (errors[row][row] * errors[other.rawValue][other.rawValue]).squareRoot()
        )
      }
      let closest = others.reduce(nil as LeaningFit.Confounded?) { best, other in
        other.correlation.magnitude > (best?.correlation.magnitude ?? 0) ? other : best
      }
      return LeaningFit.Knowledge(
        number: number,
        before: before[row],
        after: values[row],
        left: min(errors[row][row].squareRoot(), 1),
        moved: place[row].magnitude,
        confounded: closest
      )
    }
  }
}
