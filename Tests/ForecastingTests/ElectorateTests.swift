import Testing
import Treaty

@testable import Forecasting

struct ElectorateTests {
  @Test(arguments: SampleRooms.rules, [0.0, 0.6])
  func `a small room without shocks gives what going through every vote gives`(
    rule: VotingRule,
    discipline: Double
  ) {
    for count in [5, 6] {
      let room = SampleRooms.room(
        of: count,
        blocs: 2,
        discipline: discipline,
        commonShock: 0,
        blocShock: 0,
        rule: rule
      )
      let outlook = room.outlook
      let expected = Enumeration(of: room)
      #expect(abs(outlook.adoption - expected.adoption) < 1e-13)
      #expect(abs(outlook.consensus - expected.consensus) < 1e-13)
      for (chance, other) in zip(outlook.tally.yes.chances, expected.yes) {
        #expect(abs(chance - other) < 1e-13)
      }
    }
  }

  @Test func `the shadow is that of the body's rule whatever rule the vote is under`() {
    let room = SampleRooms.room(
      of: 6,
      blocs: 2,
      discipline: 0.4,
      commonShock: 0,
      blocShock: 0,
      rule: .simpleMajority,
      shadowRule: .absoluteMajority
    )
    let outlook = room.outlook
    let expected = Enumeration(of: room)
    #expect(abs(outlook.adoption - expected.adoption) < 1e-13)
    #expect(abs(outlook.consensus - expected.consensus) < 1e-13)
    #expect(outlook.adoption > outlook.shadowAdoption + 0.05)
  }

  @Test(arguments: [0.0, 0.7])
  func `chances sum to one and add up to the tally`(discipline: Double) {
    let outlook = SampleRooms.room(of: 21, discipline: discipline).outlook
    for chances in outlook.chances {
      #expect(abs(chances.yes + chances.no + chances.abstain + chances.absent - 1) < 1e-14)
    }
    let spreads = [
      (Ballot.yes, outlook.tally.yes), (.no, outlook.tally.no),
      (.abstain, outlook.tally.abstain), (.absent, outlook.tally.absent),
    ]
    for (ballot, spread) in spreads {
      #expect(abs(spread.chances.reduce(0, +) - 1) < 1e-10)
      #expect(abs(outlook.chances.reduce(0) { $0 + $1[ballot] } - spread.mean) < 1e-9)
    }
  }

  @Test(arguments: [0.0, 0.01, 3], [0.0, 0.01, 3])
  func `grids that stop early agree with much finer ones`(commonShock: Double, blocShock: Double) {
    let room = SampleRooms.room(
      of: 8,
      blocs: 2,
      discipline: 0.3,
      commonShock: commonShock,
      blocShock: blocShock
    )
    let chosen = Integration(of: room)
    let fine = Integration.Fineness(
      lattice: chosen.fineness.lattice + 1,
      common: chosen.fineness.outcome + 1,
      outcome: chosen.fineness.outcome + 1
    )
    let expected = Integration(of: room, atLeast: fine, atMost: fine)
    #expect(abs(chosen.adoption - expected.adoption) < 1e-9)
    #expect(abs(chosen.consensus - expected.consensus) < 1e-9)
    for ballot in Assembly.tallied {
      let pairs = zip(chosen.distribution(of: ballot), expected.distribution(of: ballot))
      #expect(pairs.allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test(arguments: SampleRooms.rules)
  func `a narrower run for the outcome leaves out nothing that a rule needs`(rule: VotingRule) {
    let room = SampleRooms.room(of: 9, rule: rule, shadowRule: .absoluteMajority)
    let whole = Integration.Fineness(lattice: 1, common: 2, outcome: 2)
    let narrow = Integration.Fineness(lattice: 1, common: 0, outcome: 2)
    let expected = Integration(of: room, atLeast: whole, atMost: whole)
    let found = Integration(of: room, atLeast: narrow, atMost: narrow)
    #expect(abs(found.adoption - expected.adoption) < 1e-14)
    #expect(abs(found.shadowAdoption - expected.shadowAdoption) < 1e-14)
    #expect(abs(found.consensus - expected.consensus) < 1e-14)
  }

  @Test(arguments: [(0.0, 0.5), (0.5, 0), (0.3, 0.4), (0.499, 0.0316), (0.01, 0.4998999)])
  func `in a room of one bloc only the sum of the shocks counts`(
    commonShock: Double,
    blocShock: Double
  ) {
    let whole = (commonShock * commonShock + blocShock * blocShock).squareRoot()
    let split = SampleRooms.room(
      of: 9,
      blocs: 1,
      discipline: 0.5,
      commonShock: commonShock,
      blocShock: blocShock,
      shadow: 0
    )
    var joined = split
    joined.commonShock = whole
    joined.blocShock = 0
    #expect(abs(split.outlook.adoption - joined.outlook.adoption) < 1e-9)
    #expect(abs(split.outlook.consensus - joined.outlook.consensus) < 1e-9)
    #expect(abs(split.outlook.tally.yes.sd - joined.outlook.tally.yes.sd) < 1e-8)
  }

  @Test func `leanings beyond all measure give certainty and no nonsense`() {
    var room = SampleRooms.room(of: 6)
    for place in room.voters.indices {
      room.voters[place].leaning = place == 0 ? -1e6 : 1e6
      room.voters[place].absence = 0
    }
    let outlook = room.outlook
    #expect(abs(outlook.adoption - 1) < 1e-12)
    #expect(abs(outlook.consensus) < 1e-12)
    #expect(outlook.tally.yes.p50 == 5)
    #expect(outlook.tally.no.p50 == 1)
  }

  @Test func `weights that are no whole numbers count in thousandths`() {
    var room = SampleRooms.room(of: 6, commonShock: 0, blocShock: 0, rule: .all([]))
    for (place, weight) in [0.1234, 0.2345, 0.05, 0.3, 0.21, 0.0821].enumerated() {
      room.voters[place].weights = [weight]
    }
    room.rule = .all([.share(0.55, ofWeight: 0), .members(atLeast: 2)])
    room.shadowRule = room.rule
    #expect(abs(room.outlook.adoption - Enumeration(of: room).adoption) < 1e-12)
  }

  @Test func `an empty room adopts nothing and blocks nothing`() {
    let room = SampleRooms.room(of: 0)
    #expect(room.outlook.adoption == 0)
    #expect(abs(room.outlook.consensus - 1) < 1e-12)
    #expect(room.pulls(on: .consensus).isEmpty)
  }
}
