import Treaty

@testable import Forecasting

/// A vote without shocks, counted by going through every way in which it can go.
struct Enumeration {
  private(set) var adoption = 0.0
  private(set) var consensus = 0.0
  private(set) var yes: [Double]

  init(of electorate: Electorate) {
    precondition(electorate.commonShock == 0 && electorate.blocShock == 0)
    yes = Array(repeating: 0, count: electorate.voters.count + 1)
    for (united, chance) in Enumeration.unions(of: electorate) where chance > 0 {
      for (ballots, share) in Enumeration.ballots(of: electorate, united: united) {
        yes[ballots.count { $0 == .yes }] += chance * share
        if Enumeration.adopts(electorate.rule, ballots, electorate.voters) {
          adoption += chance * share
        }
      }
    }
    var shadowed = electorate
    shadowed.rule = electorate.shadowRule
    let threat =
      electorate.shadowRule == .consensus
      ? 0
      : electorate.rule == electorate.shadowRule
        ? adoption : Enumeration(of: shadowed).adoption
    let bar = electorate.blocking + electorate.shadow * threat
    for (united, chance) in Enumeration.unions(of: electorate) {
      consensus += chance * Enumeration.unblocked(electorate, united: united, bar: bar)
    }
    if electorate.rule == .consensus { adoption = consensus }
  }

  /// Which blocs vote as one, with the chance of it.
  private static func unions(of electorate: Electorate) -> [([Bool], Double)] {
    electorate.disciplines.reduce([([], 1)]) { unions, discipline in
      unions.flatMap { united, chance in
        [(united + [true], chance * discipline), (united + [false], chance * (1 - discipline))]
      }
    }
  }

  /// Every list of ballots, with the chance of it.
  private static func ballots(
    of electorate: Electorate,
    united: [Bool]
  ) -> [([Ballot], Double)] {
    let voters = electorate.voters
    let shared = united.indices.reduce([([Ballot](), 1.0)]) { lists, bloc in
      let leaning = leaning(of: bloc, in: electorate)
      return lists.flatMap { list, chance in
        [Ballot.yes, .no, .abstain].map {
          (list + [$0], chance * present($0, leaning, electorate.indifference))
        }
      }
    }
    return shared.flatMap { blocBallots, chance in
      voters.reduce([([Ballot](), chance)]) { lists, voter in
        lists.flatMap { list, chance in
          Ballot.allCases.map { ballot in
            let share: Double
            if ballot == .absent {
              share = voter.absence
            } else if united[voter.bloc] {
              share = ballot == blocBallots[voter.bloc] ? 1 - voter.absence : 0
            } else {
              share = (1 - voter.absence) * present(ballot, voter.leaning, electorate.indifference)
            }
            return (list + [ballot], chance * share)
          }.filter { $0.1 > 0 }
        }
      }
    }
  }

  private static func unblocked(_ electorate: Electorate, united: [Bool], bar: Double) -> Double {
    united.indices.reduce(1) { product, bloc in
      let members = electorate.voters.filter { $0.bloc == bloc }
      if united[bloc] {
        let blocks = Elementary.logistic(-bar - leaning(of: bloc, in: electorate))
        return product * (1 - blocks * (1 - members.reduce(1) { $0 * $1.absence }))
      }
      return members.reduce(product) {
        $0 * (1 - (1 - $1.absence) * Elementary.logistic(-bar - $1.leaning))
      }
    }
  }

  private static func leaning(of bloc: Int, in electorate: Electorate) -> Double {
    let members = electorate.voters.filter { $0.bloc == bloc }
    return members.reduce(0) { $0 + $1.influence * $1.leaning }
      / members.reduce(0) { $0 + $1.influence }
  }

  private static func present(_ ballot: Ballot, _ leaning: Double, _ indifference: Double) -> Double
  {
    let yes = Elementary.logistic(leaning - indifference)
    let no = Elementary.logistic(-leaning - indifference)
    return ballot == .yes ? yes : ballot == .no ? no : 1 - yes - no
  }

  private static func adopts(
    _ rule: VotingRule,
    _ ballots: [Ballot],
    _ voters: [Electorate.Voter]
  ) -> Bool {
    let yes = ballots.count { $0 == .yes }
    let no = ballots.count { $0 == .no }
    switch rule {
    case .simpleMajority: return yes > no
    case .twoThirds: return yes > 0 && yes >= 2 * no
    case .absoluteMajority: return 2 * yes > voters.count
    case .consensus: return false
    case .all(let conditions):
      return conditions.allSatisfy { condition in
        switch condition {
        case .members(let need): return yes >= need
        case .share(let share, let weight):
          let total = voters.reduce(0) { $0 + $1.weights[weight] }
          let inFavour = zip(voters, ballots).reduce(0) {
            $0 + ($1.1 == .yes ? $1.0.weights[weight] : 0)
          }
          return inFavour >= share * total - 1e-9
        case .veto(let members): return members.allSatisfy { ballots[$0] != .no }
        }
      }
    }
  }
}
