import Calibration
import Testing

@Suite struct SimpleRuleTests {
  /// What a rule says of a vote in five parts: each part of the states from the answers of the others.
  private func dealt(
    _ rule: SimpleRule,
    of vote: Int,
    in rolls: RollCalls,
    blocs: [Int]
  ) -> [Answer?] {
    var guesses = [Answer?](repeating: nil, count: rolls.states)
    for part in 0..<5 {
      var known = rolls
      let hidden = stride(from: part, to: rolls.states, by: 5)
      for state in hidden { known[state, vote] = nil }
      let told = rule.guesses(of: vote, in: known, blocs: blocs, likeness: nil)
      for state in hidden { guesses[state] = told[state] }
    }
    return guesses
  }

  private func answers(in vote: Int, of rolls: RollCalls) -> [Answer?] {
    (0..<rolls.states).map { rolls[$0, vote] }
  }

  /// The table without the answers in a vote, as before it is held.
  private func before(_ vote: Int, of rolls: RollCalls) -> RollCalls {
    var known = rolls
    for state in 0..<rolls.states { known[state, vote] = nil }
    return known
  }

  private func share(_ guesses: [Answer?], in vote: Int, of rolls: RollCalls) -> Double {
    Guessing(guesses, against: answers(in: vote, of: rolls)).right
  }

  /// Five blocs of eight, each of which answers as one, in votes that part them otherwise each time.
  private let blocs = (0..<40).map { $0 / 8 }
  private let ofBlocs = RollCalls(
    (0..<40).map { state in
      // The answers of the blocs are the digits, to the base of 3, of a number of the vote's own.
      (0..<12).map { vote in Answer.allCases[(17 * vote + 5) / [1, 3, 9, 27, 81][state / 8] % 3] }
    }
  )

  @Test func `blocs that vote as one are told by their others, in parts and before a vote`() {
    for vote in 0..<ofBlocs.votes {
      #expect(share(dealt(.bloc, of: vote, in: ofBlocs, blocs: blocs), in: vote, of: ofBlocs) == 1)
    }
    var repeated = ofBlocs
    for state in 0..<40 { repeated[state, 11] = ofBlocs[state, 4] }
    let told = SimpleRule.bloc.guesses(
      of: 11,
      in: before(11, of: repeated),
      blocs: blocs,
      likeness: (0..<12).map { $0 == 4 ? 1 : 0 }
    )
    #expect(share(told, in: 11, of: repeated) == 1)
  }

  @Test func `a vote that repeats another is told by it alone`() {
    var rolls = Simulated(states: 50, votes: 20, missing: 0.1).rolls
    for state in 0..<50 { rolls[state, 13] = rolls[state, 6] }
    let noBlocs = Array(0..<50)
    #expect(
      share(dealt(.similarVote, of: 13, in: rolls, blocs: noBlocs), in: 13, of: rolls) == 1
    )
    let told = SimpleRule.similarVote.guesses(
      of: 13,
      in: before(13, of: rolls),
      blocs: noBlocs,
      likeness: (0..<20).map { $0 == 6 ? 0.9 : 0.3 }
    )
    #expect(share(told, in: 13, of: rolls) == 1)
  }

  @Test func `a state that was away from the similar vote is told by its bloc there`() {
    var rolls = ofBlocs
    for state in 0..<40 { rolls[state, 11] = ofBlocs[state, 4] }
    for state in [0, 7, 21] { rolls[state, 4] = nil }
    #expect(
      share(dealt(.similarVote, of: 11, in: rolls, blocs: blocs), in: 11, of: rolls) == 1
    )
  }

  @Test func `a table in perfect order is told by ideal points`() {
    // Sixty states on a line, and votes that cut it at other places, from either end; every fourth
    // state abstains.
    let rolls = RollCalls(
      (0..<60).map { state in
        (0..<30).map { vote -> Answer in
          let place = vote % 2 == 0 ? state : 59 - state
          let cut = 5 + vote * 11 % 35
          return place < cut ? .no : place < cut + 15 ? .abstain : .yes
        }
      }
    )
    let noBlocs = Array(0..<60)
    let votes = [3, 14, 21, 29]
    let right = votes.map {
      share(dealt(.idealPoints, of: $0, in: rolls, blocs: noBlocs), in: $0, of: rolls)
    }
    #expect(right.reduce(0, +) / Double(votes.count) >= 0.95)
    // Before a vote the curve of the one most like it is used, here one with the same cut.
    var repeated = rolls
    for state in 0..<60 { repeated[state, 29] = rolls[state, 10] }
    let told = SimpleRule.idealPoints.guesses(
      of: 29,
      in: before(29, of: repeated),
      blocs: noBlocs,
      likeness: (0..<30).map { $0 == 10 ? 1 : 0 }
    )
    #expect(share(told, in: 29, of: repeated) >= 0.95)
  }

  @Test func `ideal points tell more than the commonest answer where points made the votes`() {
    let rolls = Simulated(states: 60, votes: 40).rolls
    let noBlocs = Array(0..<60)
    let lead = stride(from: 0, to: 40, by: 8).map { vote in
      share(dealt(.idealPoints, of: vote, in: rolls, blocs: noBlocs), in: vote, of: rolls)
        - share(dealt(.commonest, of: vote, in: rolls, blocs: noBlocs), in: vote, of: rolls)
    }
    #expect(lead.reduce(0, +) / Double(lead.count) > 0.05)
  }

  @Test(arguments: SimpleRule.allCases)
  func `what a state answers itself changes no guess at it`(rule: SimpleRule) {
    let rolls = Simulated(states: 30, votes: 12, missing: 0.1).rolls
    let groups = (0..<30).map { $0 % 4 }
    for answer in Answer.allCases {
      var other = rolls
      for state in stride(from: 2, to: 30, by: 5) { other[state, 5] = answer }
      let (first, second) = (
        dealt(rule, of: 5, in: rolls, blocs: groups), dealt(rule, of: 5, in: other, blocs: groups)
      )
      for state in stride(from: 2, to: 30, by: 5) { #expect(first[state] == second[state]) }
    }
    // Before a vote nothing of it is known, whatever comes of it.
    let likeness = (0..<12).map { Double($0 * 5 % 7) }
    var other = rolls
    for state in 0..<30 { other[state, 5] = .no }
    #expect(
      rule.guesses(of: 5, in: before(5, of: rolls), blocs: groups, likeness: likeness)
        == rule.guesses(of: 5, in: before(5, of: other), blocs: groups, likeness: likeness)
    )
  }

  @Test(arguments: SimpleRule.allCases)
  func `of a vote to come nothing is said without a likeness or an earlier vote`(rule: SimpleRule) {
    let rolls = before(5, of: Simulated(states: 20, votes: 8).rolls)
    let nothing = [Answer?](repeating: nil, count: 20)
    let groups = (0..<20).map { $0 % 4 }
    #expect(rule.guesses(of: 5, in: rolls, blocs: groups, likeness: nil) == nothing)
    let empty = RollCalls(Array(repeating: [nil, nil], count: 20))
    #expect(rule.guesses(of: 1, in: empty, blocs: groups, likeness: [1, 0]) == nothing)
  }

  @Test func `ideal points say nothing where votes are too few`() {
    let rolls = RollCalls((0..<20).map { [$0 < 10 ? .yes : .no, $0 < 12 ? .yes : .no] })
    let told = SimpleRule.idealPoints.guesses(
      of: 1,
      in: rolls,
      blocs: Array(0..<20),
      likeness: nil
    )
    #expect(told.allSatisfy { $0 == nil })
  }

  @Test func `of equals the first is taken`() {
    // Equally many each way: yes before abstention before no; in the bloc a tie is left to all.
    let rolls = RollCalls([
      [.yes, .no, .no], [.no, .yes, .no], [.abstain, .yes, .yes], [.yes, .no, .yes],
    ])
    let told = { (rule: SimpleRule, blocs: [Int]) in
      rule.guesses(of: 2, in: rolls, blocs: blocs, likeness: nil)
    }
    #expect(told(.commonest, [0, 0, 0, 0]) == [.yes, .yes, .yes, .yes])
    // Others of each in one bloc: two against one, but for those whose own answer makes it so.
    #expect(told(.bloc, [0, 0, 0, 0]) == [.yes, .yes, .no, .no])
    #expect(told(.bloc, [0, 1, 0, 1]) == [.yes, .yes, .no, .no])
    // Both other votes agree in two states; the first is copied.
    #expect(told(.similarVote, [0, 0, 0, 0]) == [.yes, .no, .abstain, .yes])
    let likely = SimpleRule.similarVote.guesses(
      of: 2,
      in: before(2, of: rolls),
      blocs: [0, 0, 0, 0],
      likeness: [1, 1, 9]
    )
    #expect(likely == [.yes, .no, .abstain, .yes])
  }

  @Test func `who took no part does not count, and no guess is a wrong one`() {
    let guesses: [Answer?] = [.yes, nil, .no, .yes, nil]
    let guessing = Guessing(guesses, against: [.yes, .yes, .abstain, nil, nil])
    #expect(guessing.counted == 3)
    #expect(guessing.right == 1.0 / 3)
    #expect(Guessing([.yes], against: [nil]) == Guessing([], against: []))
  }
}
