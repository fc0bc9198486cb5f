import Forecasting
import Foundation
import Negotiation
import ScenarioFile
import Treaty

/// Scenarios and sessions that the tests are held on.
enum Rooms {
  /// The folders in the repository's `scenarios/`, by name.
  static let names: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder)
    // What stands there and is no folder is shared by all.
    return (found ?? []).filter { !$0.contains(".") }.sorted()
  }()

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scenarios").path

  private static let read: [String: Result<Scenario, FaultyScenario>] = {
    var read: [String: Result<Scenario, FaultyScenario>] = [:]
    for name in names {
      read[name] = Result { () throws(FaultyScenario) in try ScenarioReader.read(files(of: name)) }
    }
    return read
  }()

  /// The files of a scenario of the repository.
  private static func files(of name: String) -> [SourceFile] {
    let parts = ScenarioReader.parts + tables(in: "\(folder)/\(name)")
    return parts.compactMap { part -> SourceFile? in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(part)") else {
        return nil
      }
      return SourceFile(path: part, bytes: Array(data))
    }
  }

  /// A scenario of the repository with some words of its files replaced, and without some of its files.
  static func scenario(
    _ name: String,
    replacing words: [(String, with: String)] = [],
    leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) throws -> Scenario {
    try ScenarioReader.read(
      files(of: name).filter { !isLeftOut($0.path) }.map { file in
        let text = words.reduce(String(decoding: file.bytes, as: UTF8.self)) {
          $0.replacingOccurrences(of: $1.0, with: $1.with)
        }
        return SourceFile(path: file.path, bytes: Array(text.utf8))
      }
    )
  }

  /// The classroom under the rules of procedure of the General Assembly: two thirds, consensus first.
  static func assembly() throws -> Scenario {
    try scenario(
      "classroom",
      replacing: [
        (
          "  rule: { all: [ { of: members, atLeast: 4 } ] }\n  consensusFirst: false",
          with: "  rule: two-thirds\n  consensusFirst: true\n  procedure: general-assembly"
        )
      ]
    )
  }

  /// The tables in the folder `votes` of a scenario.
  private static func tables(in folder: String) -> [String] {
    ScenarioReader.folders.flatMap { part in
      let names = FileManager.default.enumerator(atPath: "\(folder)/\(part.name)")
      let paths = (names?.allObjects ?? []).compactMap { $0 as? String }
      return paths.filter { $0.hasSuffix(part.ending) }.sorted().map { "\(part.name)/\($0)" }
    }
  }

  /// A scenario of the repository.
  static func scenario(_ name: String) throws -> Scenario {
    guard let result = read[name] else { throw NoSuchScenario(name: name) }
    return try result.get()
  }

  /// Six invented states and five clauses: quick to forecast.
  static func classroom() throws -> Scenario {
    try scenario("classroom")
  }

  private struct NoSuchScenario: Error {
    let name: String
  }

  /// A room of so many delegations without opinions, for counting votes.
  static func bare(
    _ size: Int,
    weights: [Double] = [],
    rule: VotingRule = .simpleMajority
  ) -> Scenario {
    let wording = Wording(id: "some", title: "Some", text: "Some words.", placements: [50])
    return Scenario(
      id: "bare",
      title: "Bare",
      body: Body(name: "Conference", rule: rule, seeksConsensus: false),
      issues: [
        Issue(
          id: "scope",
          title: "Scope",
          low: "narrow",
          high: "wide",
          noAgreement: NoAgreement(standard: 50)
        )
      ],
      articles: [Article(number: "1", title: "Only", clauses: 0..<1)],
      clauses: [
        Clause(
          id: "1",
          title: "Only",
          kind: .definition,
          weights: [1],
          absent: [50],
          wordings: [wording]
        )
      ],
      drafts: [Draft(id: "zero", title: "Zero", text: TreatyText([.listed("some")]))],
      delegations: (0..<size).map { index in
        Delegation(
          id: Delegation.ID("D\(index)"),
          name: "State \(index)",
          bloc: 0,
          blocID: "ALL",
          positions: [50],
          weights: index < weights.count ? [weights[index]] : []
        )
      },
      blocs: [Bloc(id: "ALL", title: "All")],
      weightNames: weights.isEmpty ? [] : ["population"]
    )
  }
}

/// All of a session that can differ.
struct Snapshot: Equatable {
  let text: TreatyText
  let base: Int
  let proposals: [Proposal]
  let votes: [RollCall]
  let log: [Entry]
  let stage: Stage
  let outcome: Outcome?
  let delegations: [String]
  let rest: [String]
  let played: [Delegation.ID]
  let objectors: [Delegation.ID]

  init(_ session: Session) {
    text = session.text
    base = session.base
    proposals = session.proposals
    votes = session.votes
    log = session.log
    stage = session.stage
    outcome = session.outcome
    delegations = session.scenario.delegations.map {
      "\($0.id) \($0.positions) \($0.saliences) \($0.openness)"
    }
    rest = [
      "\(session.round) \(session.seats) \(session.rules) \(session.isVoteDue)",
      "\(session.isConsensusExhausted) \(session.parts)", "\(session.acts)",
      "\(session.explanations)",
      "\(session.meetings)", "\(session.news)", "\(session.deals)", "\(session.answers)",
      "\(session.breaches)", "\(session.declarations)", "\(session.statements)",
      "\(session.requests)", "\(session.freeOrders)", "\(session.decided)",
      "\(session.announcements)", "\(session.signatories ?? [])",
      "\(session.ratifications ?? [])",
    ]
    played = session.played
    objectors = session.objectors
  }
}

/// What chance types: legal and illegal moves that name things of the scenario.
struct Mover {
  private var chance: SeededGenerator

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed, purpose: "moves")
  }

  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int(chance.next(below: UInt64(list.count)))]
  }

  private mutating func isLucky(_ inTen: UInt64) -> Bool {
    chance.next(below: 10) < inTen
  }

  mutating func role(in session: Session) -> Role {
    isLucky(3) ? .chair : .delegation(pick(session.scenario.delegations).id)
  }

  private mutating func number(in session: Session) -> Int {
    let open = session.openProposals
    if !open.isEmpty, isLucky(6) { return pick(open).number }
    return pick(Array(0...(session.proposals.count + 1)))
  }

  private mutating func question(in session: Session) -> Question {
    switch chance.next(below: 8) {
    case 0: .draft
    case 1: .retain(pick(session.scenario.clauses).id)
    case 2:
      pick([
        Question.noAction(number(in: session)), .ruling(pick(session.scenario.clauses).id),
        .reconsider(pick(session.scenario.clauses).id),
        .division([pick(session.scenario.clauses).id]),
      ])
    default: .proposal(number(in: session))
    }
  }

  private mutating func favour(in session: Session) -> Deal.Favour {
    switch chance.next(below: 6) {
    case 0: .help
    case 1: .supportDraft
    case 2: .words("We shall see.")
    case 3: .letPass(number(in: session))
    default: .sponsor(number(in: session))
    }
  }

  private mutating func ballots(in session: Session) -> [Vote] {
    var votes: [Vote] = []
    for delegation in session.played { votes.append(Vote(delegation, pick(Ballot.allCases))) }
    if isLucky(1) { _ = votes.popLast() }
    if isLucky(2) { votes.append(Vote(pick(session.scenario.delegations).id, .no)) }
    return votes
  }

  mutating func move(in session: Session) -> Move {
    let scenario = session.scenario
    switch chance.next(below: 34) {
    case 0..<7:
      let clause = pick(scenario.clauses)
      return .propose(
        clause.id,
        pick(clause.wordings.map { Provision.listed($0.id) } + [.absent])
      )
    case 7..<10: return .sponsor(number(in: session))
    case 10..<12: return .withdraw(number(in: session))
    case 12..<14: return .object(isLucky(3) ? .draft : .proposal(number(in: session)))
    case 14..<16: return .agree(question(in: session))
    case 16..<20: return .vote(question(in: session), ballots: ballots(in: session))
    case 20, 24, 25: return .proceed
    case 21: return .start(pick(scenario.drafts).id)
    case 26, 27:
      let wants: Deal.Favour? = isLucky(8) ? favour(in: session) : nil
      return .offer(to: pick(scenario.delegations).id, gives: favour(in: session), wants: wants)
    case 28:
      let number = Int(chance.next(below: UInt64(session.deals.count + 2)))
      return isLucky(7)
        ? .answer(number, accepts: isLucky(5))
        : .counter(number, gives: favour(in: session), wants: favour(in: session))
    case 29: return .ask([pick(scenario.delegations).id], favour(in: session))
    case 30:
      let clause = pick(scenario.clauses)
      return .askCapital(clause.id, .listed(pick(clause.wordings).id))
    case 31: return .declare(pick(Declaration.Kind.allCases), pick(scenario.clauses).id)
    case 32:
      return pick([
        .sign(isLucky(5)), .say("We are listening."),
        .explain(question(in: session), "We could live with it."),
        .divide([pick(scenario.clauses).id]),
      ])
    case 33:
      var rules = HouseRules()
      rules.isClass = isLucky(5)
      rules.pace = pick(HouseRules.Pace.allCases)
      return .keep(rules)
    default:
      let count = Int(chance.next(below: 3))
      var played: [Delegation.ID] = []
      for _ in 0..<count {
        let delegation = pick(scenario.delegations).id
        if !played.contains(delegation) { played.append(delegation) }
      }
      return .speak(Seats(played, chair: isLucky(5) ? .person : .itself))
    }
  }
}

extension Session {
  /// Makes a move and gives what came of it, or why it was refused.
  mutating func attempt(_ move: Move, by actor: Role = .chair) -> Result<[Event], Refusal> {
    do throws(Refusal) {
      return .success(try make(move, by: actor))
    } catch {
      return .failure(error)
    }
  }
}
