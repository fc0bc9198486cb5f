import Negotiation
import Testing
import Treaty

/// The rules of procedure of the General Assembly, on six invented states.
struct ProcedureTests {
  private let all: [Delegation.ID] = ["AUR", "BRI", "COR", "DUN", "EST", "FAR"]

  /// A room in which people speak for every state, so that nothing is drawn.
  private func room() throws -> Session {
    var session = Session(scenario: try Rooms.assembly(), seed: 1)
    _ = try session.make(.speak(Seats(all)), by: .chair)
    return session
  }

  /// One letter a state: y, n, a or -.
  private func ballots(_ letters: String) -> [Vote] {
    zip(all, letters).map { delegation, letter in
      let ballot: Ballot =
        switch letter {
        case "y": .yes
        case "n": .no
        case "a": .abstain
        default: .absent
        }
      return Vote(delegation, ballot)
    }
  }

  private func propose(_ clause: Clause.ID, _ wording: Wording.ID, in session: inout Session) throws
    -> Int
  {
    _ = try session.make(.propose(clause, .listed(wording)), by: .delegation("FAR"))
    return session.proposals.count
  }

  @Test func `two thirds of those voting carry; who abstains does not count, and a tie rejects`()
    throws
  {
    for (letters, isCarried) in [
      ("yyyynn", true), ("yyynnn", false), ("yyaaaa", true), ("yynaaa", true), ("ynaaaa", false),
      ("aaaaaa", false),
    ] {
      var session = try room()
      let number = try propose("2", "shall-review", in: &session)
      _ = try session.make(.vote(.proposal(number), ballots: ballots(letters)), by: .chair)
      #expect(session.votes.last?.isCarried == isCarried, "\(letters)")
    }
  }

  @Test func `procedure is decided by more yes than no`() throws {
    for (letters, isCarried) in [("yyynnn", false), ("yyyynn", true), ("ynaaaa", false)] {
      var session = try room()
      let number = try propose("2", "shall-review", in: &session)
      _ = try session.make(.vote(.noAction(number), ballots: ballots(letters)), by: .chair)
      #expect(session.votes.last?.isCarried == isCarried)
      #expect(session.proposals[0].state == (isCarried ? .setAside : .open))
    }
  }

  @Test func `half of the members are too few to decide`() throws {
    var session = try room()
    let number = try propose("2", "shall-review", in: &session)
    let events = try session.make(
      .vote(.proposal(number), ballots: ballots("yyy---")),
      by: .chair
    )
    #expect(events == [.quorumMissed(.proposal(number), present: 3)])
    #expect(session.votes.isEmpty && session.proposals[0].state == .open)
    _ = try session.make(.vote(.proposal(number), ballots: ballots("yyya--")), by: .chair)
    #expect(session.votes.last?.isCarried == true)
  }

  @Test func `the furthest removed is voted on first, and what is carried disposes of the rest`()
    throws
  {
    var session = try room()
    let near = try propose("2", "may-review", in: &session)
    let far = try propose("2", "judge-first", in: &session)
    #expect(session.votingOrder(on: "2").map(\.number) == [far, near])
    #expect(
      session.attempt(.vote(.proposal(near), ballots: ballots("yyyyyy")))
        == .failure(.furtherRemoved(far, than: near))
    )
    _ = try session.make(.vote(.proposal(far), ballots: ballots("yyyyyn")), by: .chair)
    #expect(session.proposals.map(\.state) == [.disposed, .adopted])
    #expect(
      session.attempt(.vote(.proposal(near), ballots: ballots("yyyyyy")))
        == .failure(.proposalClosed(near, .disposed))
    )
  }

  @Test func `a rejected one leaves the next to be voted on`() throws {
    var session = try room()
    let near = try propose("2", "may-review", in: &session)
    let far = try propose("2", "judge-first", in: &session)
    _ = try session.make(.vote(.proposal(far), ballots: ballots("nnnnny")), by: .chair)
    _ = try session.make(.vote(.proposal(near), ballots: ballots("yyyyyy")), by: .chair)
    #expect(session.text.provisions[1] == .listed("may-review"))
  }

  @Test func `the chair's order can be appealed against, by a state and not by the chair`() throws {
    var session = try room()
    let near = try propose("2", "may-review", in: &session)
    _ = try propose("2", "judge-first", in: &session)
    let ruling = Move.vote(.ruling("2"), ballots: ballots("nnnyyy"))
    #expect(session.attempt(ruling) == .failure(.chairCannot(ruling)))
    var upheld = session
    // More against the ruling than for it are needed; a tie is the same as a loss for who asks.
    _ = try upheld.make(.vote(.ruling("2"), ballots: ballots("yyyyaa")), by: .delegation("COR"))
    #expect(upheld.freeOrders.isEmpty)
    _ = try session.make(.vote(.ruling("2"), ballots: ballots("nnnnyy")), by: .delegation("COR"))
    #expect(session.freeOrders == ["2"])
    _ = try session.make(.vote(.proposal(near), ballots: ballots("yyyyyy")), by: .chair)
  }

  @Test func `what was decided is opened again by two thirds only`() throws {
    var session = try room()
    let number = try propose("2", "shall-review", in: &session)
    _ = try session.make(.vote(.proposal(number), ballots: ballots("yyyyyn")), by: .chair)
    let again = Move.propose("2", .listed("judge-first"))
    #expect(session.attempt(again, by: .delegation("COR")) == .failure(.alreadyDecided("2")))
    _ = try session.make(.vote(.reconsider("2"), ballots: ballots("yyynnn")), by: .chair)
    #expect(session.attempt(again, by: .delegation("COR")) == .failure(.alreadyDecided("2")))
    _ = try session.make(.vote(.reconsider("2"), ballots: ballots("yyyynn")), by: .chair)
    _ = try session.make(again, by: .delegation("COR"))
    #expect(
      session.attempt(.vote(.reconsider("3"), ballots: ballots("yyyyyy")))
        == .failure(.notDecided("3"))
    )
  }

  @Test func `what was rejected is not put again before that`() throws {
    var session = try room()
    let number = try propose("2", "shall-review", in: &session)
    _ = try session.make(.vote(.proposal(number), ballots: ballots("nnnnny")), by: .chair)
    let again = Move.propose("2", .listed("shall-review"))
    #expect(
      session.attempt(again, by: .delegation("COR"))
        == .failure(.alreadyRejected("2", .listed("shall-review")))
    )
    _ = try session.make(.propose("2", .listed("may-review")), by: .delegation("COR"))
    _ = try session.make(.withdraw(2), by: .delegation("COR"))
    _ = try session.make(.vote(.reconsider("2"), ballots: ballots("yyyynn")), by: .chair)
    _ = try session.make(again, by: .delegation("COR"))
  }

  @Test func `a motion to divide that meets an objection is voted on, and the parts come first`()
    throws
  {
    var session = try room()
    let motion = Move.divide(["1", "2"])
    let others = all.filter { $0 != "FAR" }
    #expect(
      session.attempt(motion, by: .delegation("FAR"))
        == .failure(.divisionObjected(["1", "2"], by: others))
    )
    #expect(session.attempt(.divide(["3"]), by: .delegation("FAR")) == .failure(.notInText("3")))
    let question = Question.division(["1", "2"])
    _ = try session.make(.vote(question, ballots: ballots("yyyynn")), by: .delegation("FAR"))
    #expect(session.parts == ["1", "2"])
    let whole = Move.vote(.draft, ballots: ballots("yyyyyy"))
    #expect(session.attempt(whole) == .failure(.partsFirst(["1", "2"])))
    #expect(session.attempt(.agree(.draft)) == .failure(.partsFirst(["1", "2"])))
    _ = try session.make(.vote(.retain("1"), ballots: ballots("nnnnnn")), by: .chair)
    _ = try session.make(.vote(.retain("2"), ballots: ballots("yyyyyy")), by: .chair)
    #expect(session.text.provisions[0] == .absent && session.parts.isEmpty)
    _ = try session.make(whole, by: .chair)
    #expect(session.outcome == .adoptedByVote(yes: 6, no: 0, abstaining: 0))
  }

  @Test func `if all parts fall the whole falls`() throws {
    var session = try room()
    let clauses: [Clause.ID] = ["1", "2", "5"]
    _ = try session.make(
      .vote(.division(clauses), ballots: ballots("yyyyyy")),
      by: .delegation("FAR")
    )
    for clause in clauses {
      #expect(session.outcome == nil)
      _ = try session.make(.vote(.retain(clause), ballots: ballots("nnnnny")), by: .chair)
    }
    #expect(session.outcome == .notAdopted(yes: 1, no: 5, abstaining: 0))
  }

  @Test func `nobody explains a vote on a proposal of its own`() throws {
    var session = try room()
    let number = try propose("2", "shall-review", in: &session)
    let explanation = Move.explain(.proposal(number), "We gave all we had.")
    #expect(session.attempt(explanation, by: .delegation("FAR")) == .failure(.ownVote(number)))
    #expect(session.attempt(explanation) == .failure(.chairCannot(explanation)))
    _ = try session.make(explanation, by: .delegation("COR"))
    #expect(session.explanations.map(\.delegation) == ["COR"])
  }

  @Test func `who is against, dissociates itself or reserves lets the text pass`() throws {
    var session = try room()
    for kind in Declaration.Kind.allCases {
      _ = try session.make(.declare(kind, "1"), by: .delegation("DUN"))
    }
    _ = try session.make(.agree(.draft), by: .chair)
    #expect(session.outcome == .adoptedByConsensus)
    #expect(session.declarations.map(\.kind) == Declaration.Kind.allCases)
  }

  @Test
  func `an objection holds up consensus, and the chair goes to a vote when efforts are exhausted`()
    throws
  {
    var session = try room()
    for _ in 1...session.rounds { _ = try session.make(.proceed, by: .chair) }
    #expect(session.stage == .package)
    _ = try session.make(.object(.draft), by: .delegation("DUN"))
    #expect(session.attempt(.agree(.draft)) == .failure(.objected(.draft, by: ["DUN"])))
    _ = try session.make(.proceed, by: .chair)
    #expect(session.isConsensusExhausted && session.outcome == nil)
    var lost = session
    _ = try lost.make(.proceed, by: .chair)
    #expect(lost.outcome == .noAgreement)
    _ = try session.make(.vote(.draft, ballots: ballots("yyynnn")), by: .chair)
    #expect(session.outcome == .notAdopted(yes: 3, no: 3, abstaining: 0))
    #expect(session.outcome?.line == "Outcome: not adopted")
  }

  @Test func `where no procedure is named anybody may come back to what was decided`() throws {
    var session = Session(scenario: try Rooms.classroom(), seed: 1)
    _ = try session.make(.speak(Seats(all)), by: .chair)
    let near = try propose("2", "may-review", in: &session)
    let far = try propose("2", "judge-first", in: &session)
    _ = try session.make(.vote(.proposal(near), ballots: ballots("yyyynn")), by: .chair)
    #expect(session.proposals[far - 1].state == .disposed)
    _ = try session.make(.propose("2", .listed("judge-first")), by: .delegation("COR"))
  }
}
