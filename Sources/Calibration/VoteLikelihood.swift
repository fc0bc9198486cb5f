import Forecasting

/// How likely the answers of one vote are, with its shocks averaged out, and how that changes with what it depends on.
struct VoteLikelihood {
  /// What moves a room in a vote.
  struct Noise {
    /// Half the width of the band in which a state abstains, in logits.
    var indifference: Double
    /// Standard deviation of what moves the room, in logits.
    var common: Double
    /// The same of what moves a bloc.
    var bloc: Double
    /// Where the shocks are looked at.
    let grid: ShockGrid
  }

  /// The logarithm of the chance of all answers that are known.
  let logarithm: Double
  /// How it changes with each state's leaning; 0 for one whose answer is unknown.
  let leanings: [Double]
  /// How it changes with the indifference.
  let indifference: Double
  /// How it changes with the logarithm of the shock to the room.
  let common: Double
  /// How it changes with the logarithm of the shocks to blocs.
  let bloc: Double
  /// How likely each sum of shocks is in each bloc, in view of all answers, by bloc and then place.
  private let views: [[Double]]
  private let leaning: [Double]
  private let blocs: [Int]
  private let edge: Double
  private let grid: ShockGrid

  /// Looks at a vote in which states lean so, in logits, and belong to blocs.
  init(of answers: [Answer?], leaning: [Double], blocs: [Int], noise: Noise) {
    let grid = noise.grid
    let places = grid.odds.count
    let count = (blocs.max() ?? 0) + 1
    let edge = Elementary.exp(noise.indifference)
    self.blocs = blocs
    self.edge = edge
    self.leaning = leaning
    self.grid = grid
    var logs = [Double](repeating: 0, count: count * places)
    var byLeaning = [Double](repeating: 0, count: answers.count * places)
    var byBand = [Double](repeating: 0, count: answers.count * places)
    for (state, answer) in answers.enumerated() {
      guard let answer else { continue }
      let own = Elementary.exp(min(max(leaning[state], -300), 300))
      for place in 0..<places {
        let stance = Stance(odds: own * grid.odds[place], edge: edge)
        let cell = state * places + place
        let chance: Double
        switch answer {
        case .yes:
          chance = stance.yes
          byLeaning[cell] = 1 - chance
          byBand[cell] = chance - 1
        case .no:
          chance = stance.no
          byLeaning[cell] = chance - 1
          byBand[cell] = chance - 1
        case .abstain:
          chance = stance.abstain
          byLeaning[cell] = stance.no - stance.yes
          byBand[cell] =
            (stance.yes * (1 - stance.yes) + stance.no * (1 - stance.no)) / max(chance, 1e-300)
        }
        logs[blocs[state] * places + place] += Elementary.log(max(chance, 1e-300))
      }
    }
    let shocks = Self.averaged(logs, blocs: count, noise: noise)
    logarithm = shocks.logarithm
    common = shocks.common
    bloc = shocks.bloc
    views = shocks.views
    var leanings = [Double](repeating: 0, count: answers.count)
    var indifference = 0.0
    for state in answers.indices where answers[state] != nil {
      let view = shocks.views[blocs[state]]
      for place in 0..<places {
        leanings[state] += view[place] * byLeaning[state * places + place]
        indifference += view[place] * byBand[state * places + place]
      }
    }
    self.leanings = leanings
    self.indifference = indifference
  }

  /// What a state does, in the order of `Answer`, in view of all answers that are known, its
  /// own too where it is.
  func chances(of state: Int) -> [Double] {
    let own = Elementary.exp(min(max(leaning[state], -300), 300))
    var sums = [0.0, 0, 0]
    for (place, share) in views[blocs[state]].enumerated() {
      let stance = Stance(odds: own * grid.odds[place], edge: edge)
      sums[Answer.no.rawValue] += share * stance.no
      sums[Answer.abstain.rawValue] += share * stance.abstain
      sums[Answer.yes.rawValue] += share * stance.yes
    }
    return sums
  }

  /// The shocks averaged out, from the logarithms of chances by bloc and sum of shocks.
  private static func averaged(
    _ logs: [Double],
    blocs: Int,
    noise: Noise
  ) -> (logarithm: Double, common: Double, bloc: Double, views: [[Double]]) {
    let places = noise.grid.odds.count
    let reach = ShockGrid.common
    let room = noise.grid.chances(noise.common, reach: reach)
    // The offset from a shock to the room to a sum goes from -(common + sum) to common + sum.
    let far = reach + ShockGrid.sum
    let own = noise.grid.chances(noise.bloc, reach: far)
    var likely: [[Double]] = []
    var totals = room.chances.map { Elementary.log(max($0, 1e-300)) }
    var means: [[Double]] = []
    for bloc in 0..<blocs {
      let mine = logs[bloc * places..<(bloc + 1) * places]
      let most = mine.max() ?? 0
      let values = mine.map { Elementary.exp($0 - most) }
      let sums = (0...2 * reach).map { shock in
        let start = far - ShockGrid.sum - (shock - reach)
        return (0..<places).reduce(0.0) { $0 + values[$1] * own.chances[start + $1] }
      }
      for shock in totals.indices {
        totals[shock] += most + Elementary.log(max(sums[shock], 1e-300))
      }
      likely.append(values)
      means.append(sums)
    }
    let most = totals.max() ?? 0
    let parts = totals.map { Elementary.exp($0 - most) }
    let whole = parts.reduce(0, +)
    let view = parts.map { $0 / whole }
    let common = zip(view, room.slopes).reduce(0) { $0 + $1.0 * $1.1 }
    var bloc = 0.0
    let views = (0..<blocs).map { number -> [Double] in
      var view2 = [Double](repeating: 0, count: places)
      for shock in view.indices where view[shock] > 0 {
        let weight = view[shock] / max(means[number][shock], 1e-300)
        let start = far - ShockGrid.sum - (shock - reach)
        for place in 0..<places {
          let part = weight * likely[number][place] * own.chances[start + place]
          view2[place] += part
          bloc += part * own.slopes[start + place]
        }
      }
      return view2
    }
    return (most + Elementary.log(whole), common, bloc, views)
  }
}
