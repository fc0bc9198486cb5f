import Treaty

/// A whole number that ballots add up to, such as yes less twice no.
struct Count: Equatable {
  /// The ballot that raises the number.
  let rising: Ballot
  /// By how much it does, by voter, 0 or more.
  let rises: [Int]
  /// The ballot that lowers the number, if any.
  let falling: Ballot?
  /// By how much it does, for every voter.
  let fall: Int
  /// Voters whose ballot against ends the matter: its chance is dropped from the distribution.
  let vetoes: [Bool]

  init(
    rising: Ballot,
    rises: [Int],
    falling: Ballot? = nil,
    fall: Int = 0,
    vetoes: [Int] = []
  ) {
    self.rising = rising
    self.rises = rises
    self.falling = falling
    self.fall = fall
    var marks = rises.map { _ in false }
    for voter in vetoes {
      marks[voter] = true
    }
    self.vetoes = marks
  }

  /// How many cast that ballot.
  static func of(_ ballot: Ballot, among voters: Int) -> Count {
    Count(rising: ballot, rises: Array(repeating: 1, count: voters))
  }

  /// The smallest number that these voters can add up to.
  func lowest(of voters: [Int]) -> Int {
    -fall * voters.count
  }

  /// How many numbers there are from the smallest to the largest that these voters can add up to.
  func width(of voters: [Int]) -> Int {
    voters.reduce(1 + fall * voters.count) { $0 + rises[$1] }
  }
}
