import Testing
import Treaty

@testable import Forecasting

struct LatentVoteTests {
  @Test func `votes that are drawn go as forecast`() {
    let room = SampleRooms.room(of: 7, blocs: 2, discipline: 0.5)
    let outlook = room.outlook
    var numbers = SampleRooms.Sequence(seed: 7)
    var adopted = 0
    var unblocked = 0
    var yes = 0
    let draws = 4000
    for _ in 0..<draws {
      let vote = draw(room, &numbers)
      let ballots = room.ballots(in: vote)
      let inFavour = ballots.count { $0 == .yes }
      yes += inFavour
      adopted += inFavour > 0 && inFavour >= 2 * ballots.count { $0 == .no } ? 1 : 0
      unblocked += room.blockers(in: vote).isEmpty ? 1 : 0
    }
    // Four standard errors.
    let error = 4 * 0.5 / Double(draws).squareRoot()
    #expect(abs(Double(adopted) / Double(draws) - outlook.adoption) < error)
    #expect(abs(Double(unblocked) / Double(draws) - outlook.consensus) < error)
    #expect(abs(Double(yes) / Double(draws) - outlook.tally.yes.mean) < 4 * error)
  }

  @Test func `indifference abstains at its very edge and absence outvotes conviction`() {
    var room = SampleRooms.room(of: 3, blocs: 1)
    for place in room.voters.indices {
      room.voters[place].leaning = 0
    }
    let vote = LatentVote(
      common: 1,
      blocs: [0.25],
      isUnited: [false],
      blocNoise: [-9],
      noise: [0.25, 0.5, 0.5],
      isPresent: [true, true, false]
    )
    #expect(room.ballots(in: vote) == [.abstain, .yes, .absent])
    var united = vote
    united.isUnited = [true]
    #expect(room.ballots(in: united) == [.no, .no, .absent])
    #expect(room.blockers(in: united) == [0, 1])
  }

  private func draw(_ room: Electorate, _ numbers: inout SampleRooms.Sequence) -> LatentVote {
    func normal() -> Double {
      // Twelve uniform numbers less six: near enough to normal for a test of four standard errors.
      (0..<12).reduce(-6) { sum, _ in sum + numbers.next() }
    }
    func logistic() -> Double {
      let share = max(numbers.next(), 1e-12)
      return Elementary.log(share / (1 - share))
    }
    return LatentVote(
      common: room.commonShock * normal(),
      blocs: room.disciplines.map { _ in room.blocShock * normal() },
      isUnited: room.disciplines.map { numbers.next() < $0 },
      blocNoise: room.disciplines.map { _ in logistic() },
      noise: room.voters.map { _ in logistic() },
      isPresent: room.voters.map { numbers.next() >= $0.absence }
    )
  }
}
