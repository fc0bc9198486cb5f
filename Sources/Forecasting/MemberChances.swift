import Treaty

/// What each member of a bloc does at several sums of the shocks, as chances, independently of the
/// others.
struct MemberChances {
  var yes: [Lanes]
  var no: [Lanes]
  var abstain: [Lanes]
  let absent: [Lanes]

  /// Takes the odds of each member at the sums and at the edge of indifference.
  init(odds: [Double], times shockOdds: Lanes, edge: Double, absences: [Double]) {
    absent = absences.map { Lanes(repeating: $0) }
    yes = absent
    no = absent
    abstain = absent
    for member in odds.indices {
      let stance = Stances(odds: odds[member] * shockOdds, edge: edge)
      let presence = 1 - absences[member]
      yes[member] = stance.yes * presence
      no[member] = stance.no * presence
      abstain[member] = stance.abstain * presence
    }
  }

  /// Has all who are present cast one ballot.
  init(unanimous ballot: Ballot, absences: [Double]) {
    let none = absences.map { _ in Lanes.zero }
    let present = absences.map { Lanes(repeating: 1 - $0) }
    yes = ballot == .yes ? present : none
    no = ballot == .no ? present : none
    abstain = ballot == .abstain ? present : none
    absent = absences.map { Lanes(repeating: $0) }
  }

  subscript(ballot: Ballot) -> [Lanes] {
    switch ballot {
    case .yes: yes
    case .no: no
    case .abstain: abstain
    case .absent: absent
    }
  }

  /// Chance that a member votes neither for nor against.
  func silence(of member: Int) -> Lanes {
    abstain[member] + absent[member]
  }
}
