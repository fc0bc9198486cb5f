import Console
import Forecasting
import Foundation
import Negotiation
import ScenarioFile
import Treaty

/// Scenarios and rooms that the tests are held in.
enum Rooms {
  /// The top folder of the repository.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static let read: [String: Result<Scenario, FaultyScenario>] = {
    var read: [String: Result<Scenario, FaultyScenario>] = [:]
    for name in ["classroom", "hanoi"] {
      read[name] = Result { () throws(FaultyScenario) in try ScenarioReader.read(files(of: name)) }
    }
    return read
  }()

  /// The files of a scenario of the repository.
  static func files(of name: String) -> [SourceFile] {
    let folder = "\(repository)/scenarios/\(name)"
    return (ScenarioReader.parts + tables(in: folder)).compactMap { part -> SourceFile? in
      let path = "\(folder)/\(part)"
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      return SourceFile(path: part, bytes: Array(data))
    }
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

  private struct NoSuchScenario: Error {
    let name: String
  }

  /// What the rooms of the tests are handed.
  static let world = Room.World(version: "0", sha256: mixed)

  /// Stands in for SHA-256, of which the room only needs that other bytes give another 32 bytes:
  /// four sums in the manner of FNV-1a, each begun differently.
  @Sendable static func mixed(_ bytes: [UInt8]) -> [UInt8] {
    (0..<4 as Range<UInt64>).flatMap { lane -> [UInt8] in
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (lane &* 0x9E37_79B9_7F4A_7C15)
      for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
    }
  }

  /// A fresh room in a scenario.
  static func room(in scenario: Scenario, seed: UInt64 = 1) -> Room {
    let header = [
      Transcript.Field("plenary", "1"),
      Transcript.Field("scenario", scenario.id.text),
      Transcript.Field("seed", String(seed)),
    ]
    return Room(
      session: Session(scenario: scenario, seed: seed),
      transcript: Transcript(header: header),
      world: world
    )
  }

  /// A room in the classroom, after some lines.
  static func classroom(after lines: [String] = [], seed: UInt64 = 1) throws -> Room {
    room(in: try scenario("classroom"), seed: seed).after(lines)
  }

  /// A room in the 193 states, after some lines.
  static func hanoi(after lines: [String] = []) throws -> Room {
    room(in: try scenario("hanoi")).after(lines)
  }

  /// Three states, two clauses and an observer: quick to forecast, with names that begin alike.
  static let tiny: Scenario = {
    func wording(_ id: Wording.ID, _ place: Double) -> Wording {
      Wording(id: id, title: "The \(id) one", text: "This is \(id).", placements: [place])
    }
    func clause(_ id: Clause.ID) -> Clause {
      Clause(
        id: id,
        title: "Clause \(id)",
        kind: .power,
        weights: [1],
        absent: [50],
        wordings: [wording("narrow", 10), wording("wide", 90)]
      )
    }
    func state(_ id: Delegation.ID, _ name: String, _ place: Double) -> Delegation {
      Delegation(id: id, name: name, bloc: 0, blocID: "ALL", positions: [place])
    }
    let criterion = Observer.Criterion(
      clause: 0,
      issue: 0,
      wanted: 0...40,
      weight: 1,
      principle: "Less is more",
      concern: "Too much is too much.",
      isRedLine: true
    )
    return Scenario(
      id: "tiny",
      title: "A tiny treaty",
      body: Body(name: "Committee", rule: .simpleMajority, seeksConsensus: true),
      issues: [
        Issue(
          id: "scope",
          title: "Scope",
          low: "narrow",
          high: "wide",
          noAgreement: NoAgreement(standard: 50)
        )
      ],
      articles: [
        Article(number: "1", title: "First", clauses: 0..<1),
        Article(number: "2", title: "Second", clauses: 1..<2),
      ],
      clauses: [clause("1"), clause("2.b")],
      drafts: [
        Draft(id: "zero", title: "Zero draft", text: TreatyText([.listed("narrow"), .absent])),
        Draft(
          id: "final",
          title: "Final draft",
          text: TreatyText([.listed("wide"), .listed("narrow")])
        ),
      ],
      delegations: [
        state("AAA", "Aland", 15), state("ALB", "Albany d'Or", 50), state("BOR", "Bördurland", 85),
      ],
      blocs: [Bloc(id: "ALL", title: "All")],
      observers: [
        Observer(
          id: "watch",
          name: "The Watch",
          kind: .rights,
          reach: 1,
          prior: 0,
          criteria: [criterion]
        )
      ],
      firstMove: "try 1 wide"
    )
  }()
}

extension Room {
  /// The room after some lines.
  func after(_ lines: [String]) -> Room {
    var room = self
    for line in lines { _ = room.respond(to: line) }
    return room
  }

  /// The text of the reply to a line, at 80 columns.
  mutating func answer(_ line: String) -> String {
    respond(to: line).text(on: Screen(width: 80))
  }
}

extension String {
  /// The lines, empty ones too.
  var rows: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Words, lines and states of a room that chance puts together.
struct Dice {
  private var chance: SeededGenerator

  init(seed: UInt64, for purpose: String) {
    chance = SeededGenerator(seed: seed, purpose: purpose)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(chance.next(below: UInt64(bound)))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[below(list.count)]
  }

  /// A line made of verbs, names, numbers and rubbish, as somebody might type it.
  mutating func line(in scenario: Scenario, verbs: [String]) -> String {
    let names =
      scenario.delegations.map(\.name) + scenario.delegations.map(\.id.text)
      + ["chair", "all", "Al", "a", "nobody", "AAA, BOR", "Faro, Corvia", ","]
    let clauses = scenario.clauses.map(\.id.text) + ["7", "2", "title"]
    let wordings =
      scenario.clauses.flatMap { $0.wordings.map(\.id.text) } + ["strike", "widw", "\"my words\""]
    let others =
      ["P1", "P2", "P3", "p1", "P0", "P999999", "draft", "for", "against", "unsure", "changed"]
      + scenario.drafts.map(\.id.text) + scenario.observers.map(\.id.text)
      + VotingRule.named.map(\.name) + ["=", ">", "0.5", "yes", "no", "adopted", "adoption"]
      + [
        "width", "hints", "on", "off", "30", "\"", "“", "{…}", "...", "\\", "#", "%", "é", "🙂", ":",
      ]
    let answers = ["yes", "no", "abstain", "absent", "y n", "y y y", "a", "-"]
    if below(8) == 0 { return pick(answers) }
    var words: [String] = []
    if below(4) == 0 { words.append(pick(names) + ":") }
    words.append(below(12) == 0 ? pick(["tyr", "vtoe", "", "xyzzy", "prop"]) : pick(verbs))
    for _ in 0..<below(4) {
      switch below(5) {
      case 0: words.append(pick(names))
      case 1, 2: words.append(pick(clauses) + " " + pick(wordings))
      default: words.append(pick(others))
      }
    }
    return CanonicalLine.of(words.joined(separator: " "))
  }

  /// Lines that bring a room into one of its states: fresh, played, an open vote, proposals on the
  /// table, several speakers, adopted, the last round.
  mutating func beginning(in scenario: Scenario) -> [String] {
    let first = scenario.delegations[0].name
    let last = scenario.delegations[scenario.delegations.count - 1].name
    let clause = scenario.clauses[0]
    let wide = "\(clause.id) \(clause.wordings[1].id)"
    switch below(8) {
    case 0: return []
    case 1: return ["play \(first)"]
    case 2: return ["play \(first), \(last)", "propose \(wide)", "\(last): sponsor P1"]
    case 3: return ["play \(first), \(last)", "vote draft"]
    case 4: return ["\(first): propose \(wide)", "\(last): object P1", "play \(last)"]
    case 5:
      let ballots = Array(repeating: "yes", count: scenario.delegations.count)
      return ["play all", "vote draft \(ballots.joined(separator: " "))", "play chair"]
    case 6: return Array(repeating: "next", count: scenario.rounds)
    default: return ["propose \(wide)", "play \(first)", "vote P1"]
    }
  }
}
