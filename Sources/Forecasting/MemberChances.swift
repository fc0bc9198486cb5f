import Treaty

/// What each member of a bloc does, as chances, independently of the others.
struct MemberChances {
  var yes: [Double]
  var no: [Double]
  var abstain: [Double]
  let absent: [Double]

  /// Takes what members do where they are present.
  init(stances: [Stance], absences: [Double]) {
    yes = zip(stances, absences).map { $0.yes * (1 - $1) }
    no = zip(stances, absences).map { $0.no * (1 - $1) }
    abstain = zip(stances, absences).map { $0.abstain * (1 - $1) }
    absent = absences
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
