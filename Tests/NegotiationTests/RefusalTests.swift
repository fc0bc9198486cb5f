import Negotiation
import Testing
import Treaty

struct RefusalTests {
  private let aurland = Role.delegation("AUR")
  private let brisa = Role.delegation("BRI")
  private let corvia = Role.delegation("COR")

  /// A classroom in which Aurland has proposed that clause 2 read `may-review`, as P1.
  private func room() throws -> Session {
    var session = Session(scenario: try Rooms.classroom(), seed: 1)
    _ = try session.make(.propose("2", .listed("may-review")), by: aurland)
    return session
  }

  /// Why a move is refused, and that it leaves no trace.
  private func refusal(of move: Move, by actor: Role = .chair, in session: Session) -> Refusal? {
    var trial = session
    guard case .failure(let refusal) = trial.attempt(move, by: actor) else { return nil }
    #expect(Snapshot(trial) == Snapshot(session))
    return refusal
  }

  @Test func `a proposal that was never tabled is not found`() throws {
    let session = try room()
    for move in [
      Move.sponsor(7), .withdraw(7), .object(.proposal(7)), .agree(.proposal(7)),
      .vote(.proposal(7), ballots: []),
    ] {
      #expect(refusal(of: move, by: brisa, in: session) == .noSuchProposal(7, open: [1]))
    }
  }

  @Test func `a proposal that was withdrawn is closed`() throws {
    var session = try room()
    _ = try session.make(.withdraw(1), by: aurland)
    for move in [
      Move.sponsor(1), .withdraw(1), .object(.proposal(1)), .agree(.proposal(1)),
      .vote(.proposal(1), ballots: []),
    ] {
      #expect(refusal(of: move, by: brisa, in: session) == .proposalClosed(1, .withdrawn))
    }
  }

  @Test func `a proposal that was voted on is closed as it was decided`() throws {
    for (ballot, state) in [(Ballot.yes, Proposal.State.adopted), (.no, .rejected)] {
      var session = try room()
      let all = session.scenario.delegations.map(\.id)
      _ = try session.make(
        .vote(.proposal(1), ballots: all.map { Vote($0, ballot) }),
        by: .chair
      )
      let again = Move.vote(.proposal(1), ballots: [])
      #expect(refusal(of: again, in: session) == .proposalClosed(1, state))
      #expect(session.proposals[0].state == state)
    }
  }

  @Test func `a clause is not proposed as it reads already`() throws {
    let session = try room()
    #expect(
      refusal(of: .propose("2", .listed("domestic-law")), in: session)
        == .alreadyReads("2", .listed("domestic-law"))
    )
    #expect(refusal(of: .propose("3", .absent), in: session) == .alreadyReads("3", .absent))
  }

  @Test func `a wording on the table is not proposed twice`() throws {
    let move = Move.propose("2", .listed("may-review"))
    #expect(refusal(of: move, by: brisa, in: try room()) == .alreadyProposed(1))
  }

  @Test func `nobody joins a proposal twice`() throws {
    var session = try room()
    #expect(refusal(of: .sponsor(1), by: aurland, in: session) == .alreadySponsor(1, "AUR"))
    _ = try session.make(.sponsor(1), by: brisa)
    #expect(refusal(of: .sponsor(1), by: brisa, in: session) == .alreadySponsor(1, "BRI"))
  }

  @Test func `only its proposer takes a proposal back, and a sponsor leaves it`() throws {
    var session = try room()
    #expect(refusal(of: .withdraw(1), by: brisa, in: session) == .notSponsor(1, aurland))
    #expect(refusal(of: .withdraw(1), in: session) == .notSponsor(1, aurland))
    _ = try session.make(.sponsor(1), by: brisa)
    _ = try session.make(.withdraw(1), by: brisa)
    #expect(session.proposals[0].sponsors.isEmpty)
    #expect(session.proposals[0].state == .open)
  }

  @Test func `nobody objects to what is its own, or twice`() throws {
    var session = try room()
    _ = try session.make(.sponsor(1), by: brisa)
    #expect(refusal(of: .object(.proposal(1)), by: aurland, in: session) == .ownProposal(1))
    #expect(refusal(of: .object(.proposal(1)), by: brisa, in: session) == .ownProposal(1))
    _ = try session.make(.object(.proposal(1)), by: corvia)
    #expect(
      refusal(of: .object(.proposal(1)), by: corvia, in: session)
        == .alreadyObjected(.proposal(1), "COR")
    )
  }

  @Test func `what somebody objects to is not agreed without a vote`() throws {
    var session = try room()
    _ = try session.make(.object(.proposal(1)), by: corvia)
    #expect(refusal(of: .agree(.proposal(1)), in: session) == .objected(.proposal(1), by: ["COR"]))
  }

  @Test func `an objection to the draft lasts until the text changes`() throws {
    var session = try room()
    #expect(refusal(of: .object(.draft), in: session) == .chairCannot(.object(.draft)))
    _ = try session.make(.object(.draft), by: corvia)
    #expect(
      refusal(of: .object(.draft), by: corvia, in: session) == .alreadyObjected(.draft, "COR")
    )
    #expect(refusal(of: .agree(.draft), in: session) == .objected(.draft, by: ["COR"]))
    let all = session.scenario.delegations.map(\.id)
    _ = try session.make(.vote(.proposal(1), ballots: all.map { Vote($0, .yes) }), by: .chair)
    #expect(session.objectors.isEmpty)
  }

  @Test func `the chair neither joins nor objects`() throws {
    let session = try room()
    #expect(refusal(of: .sponsor(1), in: session) == .chairCannot(.sponsor(1)))
    #expect(refusal(of: .object(.proposal(1)), in: session) == .chairCannot(.object(.proposal(1))))
  }

  @Test func `a clause that is not in the text cannot be kept`() throws {
    let session = try room()
    #expect(refusal(of: .vote(.retain("3"), ballots: []), in: session) == .notInText("3"))
    #expect(refusal(of: .agree(.retain("3")), in: session) == .notInText("3"))
  }

  @Test func `a clause with proposals on it is voted on by proposal`() throws {
    var session = try room()
    let move = Move.vote(.retain("2"), ballots: [])
    #expect(refusal(of: move, in: session) == .severalOpen("2", [1]))
    _ = try session.make(.propose("2", .listed("judge-first")), by: corvia)
    #expect(refusal(of: move, in: session) == .severalOpen("2", [1, 2]))
  }

  @Test func `after the debrief there is no next`() throws {
    var session = try room()
    _ = try session.make(.speak(Seats(chair: .itself)), by: .chair)
    while session.stage != .debrief { _ = try session.make(.proceed, by: .chair) }
    #expect(refusal(of: .proceed, in: session) == .over)
  }

  @Test func `nothing is moved after adoption but another draft or another speaker`() throws {
    var session = try room()
    let all = session.scenario.delegations.map(\.id)
    _ = try session.make(.vote(.draft, ballots: all.map { Vote($0, .yes) }), by: .chair)
    let outcome = Outcome.adoptedByVote(yes: 6, no: 0, abstaining: 0)
    #expect(session.stage == .concluded && session.outcome == outcome)
    for move in [
      Move.propose("3", .listed("training")), .sponsor(1), .withdraw(1), .object(.proposal(1)),
      .agree(.draft), .vote(.draft, ballots: []), .ask(["FAR"], .supportDraft),
    ] {
      #expect(refusal(of: move, by: aurland, in: session) == .concluded(outcome))
    }
    _ = try session.make(.speak(Seats(["FAR"])), by: .chair)
    _ = try session.make(.start("compromise"), by: .chair)
    #expect(session.stage == .negotiating(round: 1))
    #expect(session.proposals.isEmpty)
  }

  @Test func `a delegation that people speak for has to be asked`() throws {
    var session = try room()
    _ = try session.make(.speak(Seats(["EST", "FAR"])), by: .chair)
    let move = Move.vote(.draft, ballots: [Vote("EST", .yes)])
    #expect(refusal(of: move, in: session) == .ballotMissing("FAR"))
  }

  @Test func `there is nothing to take back in a fresh room`() throws {
    var session = Session(scenario: try Rooms.classroom(), seed: 1)
    #expect(throws: Refusal.nothingToUndo) { try session.undo() }
  }
}
