import Forecasting
import Testing
import Treaty

@testable import Calibration

@Suite struct LeaningFitTests {
  @Test func `what is minimised falls as its slopes say`() {
    let room = SmallRoom(states: 20, votes: 5)
    let problem = LeaningProblem(of: room.votes, in: room.scenario)
    var numbers = SeededGenerator(seed: 2, purpose: "place")
    let place = problem.start.map { _ in 0.5 * numbers.normal() }
    let slopes = problem.cost(place).slopes
    for variable in place.indices {
      var above = place
      var below = place
      above[variable] += 1e-5
      below[variable] -= 1e-5
      let measured = (problem.cost(above).value - problem.cost(below).value) / 2e-5
      #expect((measured - slopes[variable]).magnitude < 1e-5 * max(1, measured.magnitude))
    }
  }

  @Test func `shocks are averaged out as counting through them does`() {
    let answers: [Answer?] = [.yes, .no, .abstain, nil, .yes]
    let leanings = [1.5, -0.4, 0.2, 0.7, 2.1]
    let blocs = [0, 0, 1, 1, 1]
    let noise = VoteLikelihood.Noise(
      indifference: 1.2,
      common: 0.6,
      bloc: 0.9,
      grid: ShockGrid(common: 0.6, bloc: 0.9)
    )
    let likelihood = VoteLikelihood(of: answers, leaning: leanings, blocs: blocs, noise: noise)
    func density(_ value: Double, _ deviation: Double) -> Double {
      Elementary.exp(-value * value / (2 * deviation * deviation))
        / (deviation * (2 * Double.pi).squareRoot())
    }
    func chance(_ state: Int, _ shock: Double, of answer: Answer) -> Double {
      let no = Elementary.logistic(-1.2 - leanings[state] - shock)
      let yes = Elementary.logistic(leanings[state] + shock - 1.2)
      return answer == .yes ? yes : answer == .no ? no : 1 - yes - no
    }
    // A finer grid of its own, over both shocks apart.
    let values = (-60...60).map { Double($0) * 0.1 }
    var whole = 0.0
    var absent = 0.0
    for common in values {
      let first = values.reduce(0.0) { sum, own in
        sum + density(own, 0.9) * 0.1 * chance(0, common + own, of: .yes)
          * chance(1, common + own, of: .no)
      }
      let second = values.reduce(0.0) { sum, own in
        sum + density(own, 0.9) * 0.1 * chance(2, common + own, of: .abstain)
          * chance(4, common + own, of: .yes)
      }
      let told = values.reduce(0.0) { sum, own in
        sum + density(own, 0.9) * 0.1 * chance(2, common + own, of: .abstain)
          * chance(4, common + own, of: .yes) * chance(3, common + own, of: .yes)
      }
      whole += density(common, 0.6) * 0.1 * first * second
      absent += density(common, 0.6) * 0.1 * first * told
    }
    #expect((likelihood.logarithm - Elementary.log(whole)).magnitude < 1e-6)
    let view = likelihood.chances(of: 3)[Answer.yes.rawValue]
    #expect((view - absent / whole).magnitude < 1e-6)
    #expect(likelihood.leanings[3] == 0)
  }

  @Test func `leanings that votes were drawn from are found again`() throws {
    let room = SmallRoom(states: 80, votes: 24)
    let fit = LeaningFit(
      of: room.votes,
      in: room.scenario,
      along: LeaningAxis(of: room.scenario)
    )
    #expect(fit.isSettled)
    let found = try #require(correlation(fit.deviations, room.deviations))
    #expect(found > 0.85)
    let error = zip(fit.deviations, room.deviations).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / 80
    #expect(error < 6)
    #expect((fit.model.resolutionValence - 1.7).magnitude < 0.5)
  }

  @Test func `a delegation that never voted goes with its bloc`() {
    let away = Dictionary(
      uniqueKeysWithValues: (0..<12).map { ($0, [4: nil as Ballot?]) }
    )
    let room = SmallRoom(replacing: away)
    let fit = LeaningFit(
      of: room.votes,
      in: room.scenario,
      along: LeaningAxis(of: room.scenario)
    )
    #expect(fit.votes.allSatisfy { $0.answers[4] == nil })
    #expect(fit.pulls.allSatisfy { $0[4] == 0 })
    // What is left to it is its bloc's: less than what is assumed of a bloc.
    #expect(fit.deviations[4].magnitude < LeaningFit.Assumed.bloc)
    #expect((fit.absences[4] - (0.1 * 300 + 12) / 312).magnitude < 1e-12)
  }

  @Test func `where the search rests votes and assumptions pull alike`() {
    let room = SmallRoom()
    let fit = LeaningFit(
      of: room.votes,
      in: room.scenario,
      along: LeaningAxis(of: room.scenario)
    )
    // The own part of a deviation is what its votes pull, times the square of what is assumed of it.
    let bloc = (0..<2).map { number -> Double in
      let members = room.scenario.delegations.indices.filter { $0 % 2 == number }
      let pull = members.reduce(0.0) { sum, state in
        sum + fit.pulls.reduce(0) { $0 + $1[state] }
      }
      return LeaningFit.Assumed.bloc * LeaningFit.Assumed.bloc * pull
    }
    for state in room.scenario.delegations.indices {
      let own = 14 * 14 * fit.pulls.reduce(0) { $0 + $1[state] }
      #expect((fit.deviations[state] - bloc[state % 2] - own).magnitude < 0.05)
    }
  }

  @Test func `a calibrated scenario stands where the fit says, and goes back to what was coded`() {
    let room = SmallRoom()
    let fit = LeaningFit(
      of: room.votes,
      in: room.scenario,
      along: LeaningAxis(of: room.scenario)
    )
    let moved = fit.scenario(from: room.scenario)
    for (state, delegation) in moved.delegations.enumerated() {
      let coded = room.scenario.delegations[state]
      let shift = (fit.deviations[state] * 10).rounded() / 10
      for issue in 0..<2 {
        let place = min(max(coded.positions[issue] + shift * fit.axis.steps[issue], 0), 100)
        #expect((delegation.positions[issue] - place).magnitude < 0.051)
      }
    }
    #expect(moved.leanings == fit.leanings)
    let back = moved.uncalibrated
    #expect(back.leanings == nil)
    #expect(back.model == room.scenario.model)
    #expect(back.delegations.map(\.positions) == room.scenario.delegations.map(\.positions))
    #expect(back.delegations.map(\.absence) == room.scenario.delegations.map(\.absence))
  }

  @Test func `a state in five parts is told without its own answer`() throws {
    let room = SmallRoom(states: 30, votes: 6)
    let told = try #require(StateFolds(of: 2, in: room.scenario)).told(deal: 0, seed: 3)
    let answer = try #require(told.answers[7])
    let other: Ballot = answer == .yes ? .no : .yes
    let changed = SmallRoom(states: 30, votes: 6, replacing: [2: [7: other]])
    let again = try #require(StateFolds(of: 2, in: changed.scenario)).told(deal: 0, seed: 3)
    #expect(told.answers[7] != again.answers[7])
    #expect(told.chances[7] == again.chances[7])
    #expect(told.guesses.map { $0[7] } == again.guesses.map { $0[7] })
    // The others of other parts do see it.
    #expect(told.chances != again.chances)
  }

  @Test func `a decision is told by earlier votes only`() throws {
    let room = SmallRoom(states: 30, votes: 8)
    let told = try #require(TrainedBefore("2018-06", in: room.scenario))
    #expect(told.fit.votes.map(\.decision) == [0, 1, 2, 3, 4])
    #expect(told.records.map(\.decision.id.text) == ["V5", "V6", "V7"])
    let changed = SmallRoom(
      states: 30,
      votes: 8,
      replacing: [6: Dictionary(uniqueKeysWithValues: (0..<30).map { ($0, .no as Ballot?) })]
    )
    let again = try #require(TrainedBefore("2018-06", in: changed.scenario))
    #expect(told.fit.deviations == again.fit.deviations)
    #expect(told.told[1].chances == again.told[1].chances)
    #expect(told.told[1].guesses == again.told[1].guesses)
    #expect(TrainedBefore("2018", in: room.scenario) == nil)
  }

  @Test func `simple rules look at all other answers to a decision`() throws {
    // Of a bloc of two each goes with the other; of one of three, one goes with two, and these face a tie, in which the
    // commonest of all counts.
    let answers: [Ballot?] = [.yes, .no, .yes, .no, .no]
    let room = SmallRoom(
      states: 5,
      votes: 1,
      replacing: [0: Dictionary(uniqueKeysWithValues: zip(0..<5, answers))]
    )
    let decision = room.scenario.decisions[0]
    let commonest = try #require(Guessing(by: .commonest, on: decision, in: room.scenario))
    #expect(commonest.counted == 5)
    #expect((commonest.right - 0.6).magnitude < 1e-12)
    let bloc = try #require(Guessing(by: .bloc, on: decision, in: room.scenario))
    // The first bloc is the first, third and fifth state; the second bloc agrees with itself.
    #expect((bloc.right - 0.4).magnitude < 1e-12)
  }

  @Test func `scores are right where all is known`() {
    let sure = ToldVote(
      decision: 0,
      chances: [[0, 0, 1], [1, 0, 0], [0.5, 0.3, 0.2]],
      answers: [.yes, .yes, nil],
      guesses: []
    )
    #expect(sure.score?.count == 2)
    #expect(sure.score?.right == 0.5)
    #expect(sure.score?.brier == 1)
    #expect(sure.misses == [1])
    #expect(sure.recorded == [0, 0, 2])
    #expect(sure.expected == [1, 0, 1])
    let bins = ToldVote.bins(of: [sure], among: [0, 1, 2])
    #expect(bins.reduce(0) { $0 + $1.count } == 6)
    #expect(bins[0].count == 4 && bins[0].share == 0.25)
    #expect(bins[4].count == 2 && bins[4].share == 0.5)
  }

  @Test func `a search finds the bottom of a bent valley`() {
    let search = LimitedMemory(from: [-1.2, 1], atMost: 200) { place in
      let across = place[1] - place[0] * place[0]
      let along = 1 - place[0]
      return (
        100 * across * across + along * along,
        [-400 * place[0] * across - 2 * along, 200 * across]
      )
    }
    #expect(search.isSettled)
    #expect((search.place[0] - 1).magnitude < 1e-5)
    #expect((search.place[1] - 1).magnitude < 1e-5)
  }
}
