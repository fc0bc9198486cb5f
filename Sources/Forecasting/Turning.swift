import Treaty

/// The fewest delegations that would have to vote otherwise for a text to be carried, or to be stopped, if all the rest
/// vote as is likeliest and everybody is present.
public struct Turning: Sendable, Equatable {
  /// Whether the text is carried as things stand.
  public let isCarried: Bool
  /// Who turns, to yes where the text is not carried, to no where it is, nearest first; nil where no number does it.
  public let members: [Int]?
  /// Whether no fewer do it.
  public let isLeast: Bool

  /// Looks at how delegations lean to a text.
  public init(on forecast: Forecast) {
    self.init(
      chances: forecast.chances,
      leanings: forecast.leanings,
      rule: forecast.rule,
      of: forecast.electorate.voters
    )
  }

  /// Takes each delegation's likeliest ballot; where none is likelier than the others together, it abstains.
  init(
    chances: [BallotChances],
    leanings: [Double],
    rule: VotingRule,
    of voters: [Electorate.Voter]
  ) {
    var yes: [Int] = []
    var no: [Int] = []
    var undecided: [Int] = []
    for (place, chance) in chances.enumerated() {
      let present = chance.yes + chance.no + chance.abstain
      if chance.yes > 0.5 * present {
        yes.append(place)
      } else if chance.no > 0.5 * present {
        no.append(place)
      } else {
        undecided.append(place)
      }
    }
    let room = Ballots(yes: yes, no: no, undecided: undecided, leanings: leanings, voters: voters)
    let turning = room.turning(by: rule)
    isCarried = turning.isCarried
    members = turning.members
    isLeast = turning.isLeast
  }

  fileprivate init(isCarried: Bool, _ members: [Int]?, isLeast: Bool = true) {
    self.isCarried = isCarried
    self.members = members
    self.isLeast = isLeast
  }
}

/// The likeliest ballots of a room.
private struct Ballots {
  let yes: [Int]
  let no: [Int]
  let undecided: [Int]
  let leanings: [Double]
  let voters: [Electorate.Voter]

  func turning(by rule: VotingRule) -> Turning {
    switch rule {
    case .simpleMajority: counting(noAs: 1, needing: 1)
    case .twoThirds: counting(noAs: 2, needing: yes.isEmpty ? 1 : 0)
    case .absoluteMajority: counting(noAs: 0, needing: voters.count / 2 + 1)
    case .consensus:
      no.isEmpty
        ? Turning(isCarried: true, nearest(yes + undecided, to: .no).first.map { [$0] })
        : Turning(isCarried: false, nearest(no, to: .yes))
    case .all(let conditions): meeting(conditions)
    }
  }

  /// Where yes less a multiple of no has to reach a number.
  private func counting(noAs multiple: Int, needing need: Int) -> Turning {
    let margin = yes.count - multiple * no.count - need
    if margin >= 0 {
      let members = fewest(
        closing: margin + 1,
        nearest(yes, to: .no),
        worth: 1 + multiple,
        nearest(undecided, to: .no),
        worth: multiple
      )
      return Turning(isCarried: true, members.map { nearest($0, to: .no) })
    }
    let members = fewest(
      closing: -margin,
      nearest(no, to: .yes),
      worth: 1 + multiple,
      nearest(undecided, to: .yes),
      worth: 1
    )
    return Turning(isCarried: false, members.map { nearest($0, to: .yes) })
  }

  /// The fewest of two ordered lists that close a gap, with as few of the dearer list as that allows.
  private func fewest(
    closing gap: Int,
    _ dear: [Int],
    worth large: Int,
    _ cheap: [Int],
    worth small: Int
  ) -> [Int]? {
    for count in stride(from: 1, through: dear.count + cheap.count, by: 1) {
      for fromDear in max(0, count - cheap.count)...max(0, count)
      where fromDear <= dear.count && fromDear * large + (count - fromDear) * small >= gap {
        return Array(dear.prefix(fromDear)) + Array(cheap.prefix(count - fromDear))
      }
    }
    return nil
  }

  /// Where several conditions have to be met at once.
  private func meeting(_ conditions: [VotingRule.Condition]) -> Turning {
    let stops = conditions.map { stopping($0) }
    guard stops.contains([]) else {
      let possible = stops.compactMap { $0 }
      let least = possible.min { $0.count < $1.count }
      return Turning(isCarried: true, least.map { nearest($0, to: .no) })
    }
    var added = conditions.flatMap { condition -> [Int] in
      guard case .veto(let members) = condition else { return [] }
      return members.filter { no.contains($0) }
    }
    added = voters.indices.filter { added.contains($0) }
    let rest = nearest(no + undecided, to: .yes).filter { !added.contains($0) }
    var weights: [Int] = []
    for case .share(_, let weight) in conditions where !weights.contains(weight) {
      weights.append(weight)
    }
    let ranked = rest.enumerated().sorted { one, other in
      for weight in weights {
        let (a, b) = (voters[one.element].weights[weight], voters[other.element].weights[weight])
        if a != b { return a > b }
      }
      return one.offset < other.offset
    }.map(\.element)
    for member in [nil] + ranked.map(Optional.some) {
      if let member { added.append(member) }
      let all = yes + added
      if conditions.allSatisfy({ isMet($0, by: all, against: no.filter { !added.contains($0) }) }) {
        return Turning(isCarried: false, nearest(added, to: .yes), isLeast: weights.count < 2)
      }
    }
    return Turning(isCarried: false, nil)
  }

  private func isMet(_ condition: VotingRule.Condition, by yes: [Int], against no: [Int]) -> Bool {
    switch condition {
    case .members(let least): return yes.count >= least
    case .share(let share, let weight):
      let all = voters.reduce(0) { $0 + $1.weights[weight] }
      return yes.reduce(0) { $0 + voters[$1].weights[weight] } >= share * all
    case .veto(let members): return !members.contains { no.contains($0) }
    }
  }

  /// The fewest whose turning to no leaves a condition unmet; none where it is unmet already, nil where nobody can.
  private func stopping(_ condition: VotingRule.Condition) -> [Int]? {
    guard isMet(condition, by: yes, against: no) else { return [] }
    let ranked: [Int]
    switch condition {
    case .veto(let members): return nearest(members, to: .no).first.map { [$0] }
    case .members: ranked = nearest(yes, to: .no)
    case .share(_, let weight):
      ranked = nearest(yes, to: .no).enumerated().sorted { one, other in
        let (a, b) = (voters[one.element].weights[weight], voters[other.element].weights[weight])
        return a == b ? one.offset < other.offset : a > b
      }.map(\.element)
    }
    var left = yes
    var turned: [Int] = []
    for member in ranked {
      turned.append(member)
      left.removeAll { $0 == member }
      if !isMet(condition, by: left, against: no) { return turned }
    }
    return nil
  }

  private enum Direction { case yes, no }

  /// Those who lean furthest that way first.
  private func nearest(_ members: [Int], to direction: Direction) -> [Int] {
    members.sorted { one, other in
      let (a, b) = (leanings[one], leanings[other])
      if a == b { return one < other }
      return direction == .yes ? a > b : a < b
    }
  }
}
