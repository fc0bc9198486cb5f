import Treaty

/// What each member of a bloc does, as chances, independently of the others.
struct MemberChances {
  var yes: [Double]
  var no: [Double]
  var abstain: [Double]
  let absent: [Double]

  /// Takes the odds of each member at a shock and at the edge of indifference.
  init(odds: [Double], times shockOdds: Double, edge: Double, absences: [Double]) {
    yes = absences
    no = absences
    abstain = absences
    absent = absences
    for member in odds.indices {
      let stance = Stance(odds: odds[member] * shockOdds, edge: edge)
      let presence = 1 - absences[member]
      yes[member] = stance.yes * presence
      no[member] = stance.no * presence
      abstain[member] = stance.abstain * presence
    }
  }

  /// Has all who are present cast one ballot.
  init(unanimous ballot: Ballot, absences: [Double]) {
    let none = absences.map { _ in 0.0 }
    let present = absences.map { 1 - $0 }
    yes = ballot == .yes ? present : none
    no = ballot == .no ? present : none
    abstain = ballot == .abstain ? present : none
    absent = absences
  }

  subscript(ballot: Ballot) -> [Double] {
    switch ballot {
    case .yes: yes
    case .no: no
    case .abstain: abstain
    case .absent: absent
    }
  }

  /// Chance that a member votes neither for nor against.
  func silence(of member: Int) -> Double {
    abstain[member] + absent[member]
  }
}
