import Console
import Foundation
import Negotiation
import Treaty

/// The protocol `plenary.jsonl/1`: a request a line, and exactly one answer a line to each.
struct JSONLines {
  static let version = "plenary.jsonl/1"
  /// A longer request is refused; nothing that a person or a program has reason to type is as long.
  static let longest = 1 << 20

  private var room: Room
  private let edition: Edition
  private var recorder: Recorder
  private var desk = WritingDesk()

  init(room: Room, edition: Edition, recorder: Recorder) {
    self.room = room
    self.edition = edition
    self.recorder = recorder
  }

  /// Answers requests until the input ends or somebody quits.
  mutating func run() throws {
    while let line = readLine(strippingNewline: true) {
      if line.allSatisfy(\.isWhitespace) { continue }
      let (answer, isOver) = try answer(line)
      try Output.show(try Output.json(answer))
      if isOver { break }
    }
    try recorder.close(room.transcript)
  }

  private mutating func answer(_ line: String) throws -> (Answer, isOver: Bool) {
    guard line.utf8.count <= Self.longest else {
      let message = "A request has at most \(Self.longest) bytes."
      return (Answer(nil, .wrong("too-long", message)), false)
    }
    let request: Request
    do {
      request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
    } catch {
      let message = "This is no request. One looks like {\"id\": 1, \"line\": \"status\"}."
      return (Answer(Request.id(in: line), .wrong("not-a-request", message)), false)
    }
    switch (request.call, request.line) {
    case (nil, let typed?), ("line", let typed?):
      let (outcome, isOver) = try say(typed)
      return (Answer(request.id, outcome), isOver)
    case ("hello", _): return (Answer(request.id, .result(Hello(room, edition))), false)
    case ("ping", _): return (Answer(request.id, .result(Pong())), false)
    case ("moves", _): return (Answer(request.id, .result(Moves(moves: room.moves))), false)
    case ("hash", _): return (Answer(request.id, .result(try hash())), false)
    case ("complete", let typed?):
      let end = typed.utf8.count
      let completion = room.completion(of: typed, at: min(max(0, request.cursor ?? end), end))
      let result = Completed(start: completion.start, candidates: completion.candidates)
      return (Answer(request.id, .result(result)), false)
    case (let call, _):
      let wrong = call.map { "`\($0)` cannot be called like that" } ?? "Nothing is called or typed"
      let message =
        "\(wrong). There are hello, ping, moves and hash, and line and complete with a `line`."
      return (Answer(request.id, .wrong("unknown-call", message)), false)
    }
  }

  private mutating func say(_ typed: String) throws -> (Outcome, isOver: Bool) {
    let line = CanonicalLine.of(typed.precomposedStringWithCanonicalMapping)
    guard !line.isEmpty else { return (.wrong("not-a-request", "The line is empty."), false) }
    if line.hasPrefix("#") {
      room.note(line)
      try recorder.keep(room.transcript)
      return (.result(Noted()), false)
    }
    let reply = room.respond(to: line)
    try recorder.keep(room.transcript)
    if let refusal = reply.refusal {
      return (.wrong("refused", refusal.sentence, tryInstead: refusal.tryInstead), false)
    }
    if let problem = desk.carryOut(reply.wish, for: room.transcript) {
      return (.wrong("not-written", problem), false)
    }
    switch reply.wish {
    case .type:
      let message = "A program types its lines itself: `source` is for people."
      return (.wrong("not-here", message), false)
    case .edit:
      return (.wrong("not-here", "There is nobody here to edit: `try` takes a whole text."), false)
    case .remind:
      return (.wrong("not-here", "A program has its own clock: `timer` is for people."), false)
    case .save, .write, .quit, nil: break
    }
    let text = reply.text(on: Screen(width: room.settings.width ?? 80))
    let said = Said(prompt: room.prompt, reply: reply.document, text: text)
    return (.result(said), reply.wish == .quit)
  }

  /// A digest over the scenario, the seed, the opening draft and every move that stands: the same state has the same
  /// digest, in any process.
  private func hash() throws -> Hashed {
    let log = try Output.json(room.session.log)
    let opening = edition.scenario.drafts[room.session.opening].id
    let origin = "\(edition.digest)\n\(room.session.seed)\n\(opening)\n"
    return Hashed(hash: Digest.hexadecimal(Array((origin + log).utf8)))
  }
}

// MARK: - What goes over the line

/// A request: a line to be typed, or a call.
private struct Request: Decodable {
  let id: RequestID?
  let call: String?
  let line: String?
  let cursor: Int?

  private struct OnlyID: Decodable {
    let id: RequestID?
  }

  /// The id of a request that is otherwise wrong, if it can be read.
  static func id(in line: String) -> RequestID? {
    do {
      return try JSONDecoder().decode(OnlyID.self, from: Data(line.utf8)).id
    } catch {
      return nil
    }
  }
}

/// What a request is called by its sender: a whole number or a text.
private enum RequestID: Codable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      self = .number(try container.decode(Int.self))
    } catch {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

private enum Outcome {
  case result(any Encodable)
  case wrong(String, String, tryInstead: String? = nil)
}

/// The one answer to a request.
private struct Answer: Encodable {
  private let id: RequestID?
  private let outcome: Outcome

  init(_ id: RequestID?, _ outcome: Outcome) {
    self.id = id
    self.outcome = outcome
  }

  private enum Key: String, CodingKey {
    case id, result, error
  }

  private struct Wrong: Encodable {
    let code: String
    let message: String
    let tryInstead: String?
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    switch outcome {
    case .result(let result): try result.encode(to: container.superEncoder(forKey: .result))
    case .wrong(let code, let message, let tryInstead):
      let wrong = Wrong(code: code, message: message, tryInstead: tryInstead)
      try container.encode(wrong, forKey: .error)
    }
  }
}

private struct Hello: Encodable {
  struct Named: Encodable {
    let id: String
    let title: String
  }

  let `protocol` = JSONLines.version
  let program = Plenary.version
  let scenario: String
  let sha256: String
  let title: String
  let seed: UInt64
  let clauses: [Named]
  let drafts: [Named]
  let delegations: [Named]

  init(_ room: Room, _ edition: Edition) {
    let scenario = edition.scenario
    self.scenario = scenario.id.text
    sha256 = edition.digest
    title = scenario.title
    seed = room.session.seed
    clauses = scenario.clauses.map { Named(id: $0.id.text, title: $0.title) }
    drafts = scenario.drafts.map { Named(id: $0.id.text, title: $0.title) }
    delegations = scenario.delegations.map { Named(id: $0.id.text, title: $0.name) }
  }
}

private struct Said: Encodable {
  private let prompt: String
  private let reply: any Encodable
  private let text: String

  init(prompt: String, reply: any Encodable, text: String) {
    self.prompt = prompt
    self.reply = reply
    self.text = text
  }

  private enum Key: String, CodingKey {
    case prompt, reply, text
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(prompt, forKey: .prompt)
    try reply.encode(to: container.superEncoder(forKey: .reply))
    try container.encode(text, forKey: .text)
  }
}

private struct Pong: Encodable {
  let pong = true
}

private struct Noted: Encodable {
  let noted = true
}

private struct Moves: Encodable {
  let moves: [String]
}

private struct Hashed: Encodable {
  let hash: String
}

private struct Completed: Encodable {
  let start: Int
  let candidates: [Candidate]
}
