public import Negotiation
import Treaty

/// A room in which a negotiation is held: lines go in, replies come out.
///
/// It holds the session, who is speaking, what is being looked at, and the record.
public struct Room: Sendable {
  /// What the room has to be given, because it knows no world.
  public struct World: Sendable {
    /// The 32 bytes of SHA-256 over some bytes.
    public let sha256: @Sendable ([UInt8]) -> [UInt8]
    /// The version of the program, for the header of the record.
    public let version: String

    /// Hands over what the room needs.
    public init(version: String, sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) {
      self.version = version
      self.sha256 = sha256
    }
  }

  /// What the next question is about where it names nothing.
  enum Focus: Sendable, Equatable {
    case text
    case tried(Change)
    case proposal(Int)
  }

  /// The negotiation.
  public internal(set) var session: Session
  /// How replies are shown.
  public var settings = Settings()
  /// The record so far.
  public var transcript: Transcript
  /// What the world has handed over.
  let world: World
  /// Somebody other than the first played delegation who acts for one line.
  var guest: Role?
  var focus: Focus = .text
  /// A vote that has been called and not yet answered by everybody who is asked.
  var openVote: OpenVote?
  /// How much had been done when those whom people speak for were last asked whether they are against the text.
  var silenceAsked: Int?
  /// Whether the line before was refused.
  var wasRefused = false
  var estimates = Estimates()
  /// The tour that is under way.
  var tour: Tour?
  /// Rows that a projector has not shown yet of a long reply.
  var unshown: [Phrase] = []
  /// The verb of the line at hand; empty where it is an answer to a vote.
  var word = ""

  /// Opens a room.
  public init(session: Session, transcript: Transcript, world: World) {
    self.session = session
    self.transcript = transcript
    self.world = world
  }

  var scenario: Scenario { session.scenario }
  var names: Names { Names(scenario: scenario) }
  var grouping: Grouping { Grouping(scenario: scenario) }

  /// In whose name the next line acts unless it names another.
  public var acting: Role {
    if let guest { return guest }
    guard session.seats.chair == .itself else { return .chair }
    return session.played.first.map { .delegation($0) }
      ?? session.seats.observers.first.map { .observer($0) } ?? .chair
  }

  /// What stands before the next line: who speaks, or who is asked in an open vote.
  public var prompt: String {
    if let asked = openVote?.waiting.first { return "[\(name(of: asked))]> " }
    guard session.seats.chair == .itself else { return "> " }
    if let first = session.played.first { return "[\(name(of: first))]> " }
    return session.seats.observers.first.map { "[\(name(of: .observer($0)))]> " } ?? "> "
  }

  /// The one way in: answers a line, and puts both on the record.
  ///
  /// The line is canonical, as `CanonicalLine` makes it. A refused line changes nothing.
  public mutating func respond(to line: String) -> Reply {
    let prompt = prompt
    var next = self
    let reply: Reply
    do throws(Complaint) {
      next.word = ""
      let answer = try next.attempt(line)
      next.guest = nil
      next.wasRefused = false
      reply = next.accompany(answer, to: next.word)
      self = next
    } catch {
      reply = refusal(of: line, because: error)
      wasRefused = true
    }
    let recorded = reply.text(on: Screen(width: transcript.width))
    transcript.append(Transcript.Step(prompt: prompt, line: line, reply: recorded))
    return cut(reply)
  }

  /// Keeps a comment on the record; it is no step and has no reply.
  public mutating func note(_ comment: String) {
    transcript.items.append(.comment(comment))
  }

  /// What is shown when a session starts: what this room is, for whom one speaks, and what to type first, unless lines
  /// that were given follow by themselves.
  public func greeting(isFollowed: Bool) -> [Block] {
    var page = Page()
    let size = Figures.count(scenario.delegations.count, "state")
    let clauses = Figures.count(scenario.clauses.count, "clause")
    page.say("\(scenario.title, .strong): \(size), \(clauses). \(need)")
    if !scenario.summary.isEmpty { page.say(Phrase(scenario.summary)) }
    page.say(
      "On the table: \(scenario.drafts[session.base].title). You speak for \(name(of: acting)); "
        + "`play STATE` speaks for a state, \(Tour(of: self) == nil ? "" : "`tour` shows you round, ")`help` shows the rest."
    )
    if !isFollowed { hint(nextStep, on: &page) }
    return page.blocks
  }

  /// What an empty line stands for: the rest of a reply that was cut, if there is a rest.
  public var lineForEnter: String? { unshown.isEmpty ? nil : MoreVerb.word }

  /// What is shown for an empty line: the sensible next step.
  public var suggestion: [Block] {
    var page = Page()
    page.say("Next: \(Phrase(nextStep, .strong))")
    return page.blocks
  }

  /// Does what a line says, or complains.
  mutating func attempt(_ line: String) throws(Complaint) -> Reply {
    var line = Substring(line)
    // The last line of a refusal can be typed as it was shown.
    if line.folded.hasPrefix("try: ") { line = line.dropFirst(5) }
    if let (role, rest) = try addressed(line) {
      guest = role
      line = rest
    }
    while line.first == " " { line = line.dropFirst() }
    if let ballots = Answers.ballots(in: line) { return try answer(ballots) }
    let word = String(line.prefix { $0 != " " && $0 != "\t" })
    if word.isEmpty, guest != nil { throw .missing("a line", usage: "STATE: LINE") }
    if word.contains("\"") { _ = try Arguments(String(line), usage: "") }
    guard let verb = Verbs.named(word) else {
      if let open = openVote, Names.proposalNumber(word) == nil, !word.isEmpty,
        let asked = open.waiting.first
      {
        throw .badBallot(word, asked)
      }
      if let (state, rest) = addressedWithoutColon(line) { throw .missingColon(state, rest) }
      throw .unknownVerb(word)
    }
    self.word = verb.word
    if verb.isMove, let asked = openVote?.waiting.first { throw .voteOpen(asked) }
    var arguments = try Arguments(String(line.dropFirst(word.count)), usage: verb.usage)
    let parsed = try verb.init(&arguments)
    return try parsed.run(in: &self)
  }

  /// The role before a colon, and what follows it; nil where the line addresses nobody.
  private func addressed(_ line: Substring) throws(Complaint) -> (Role, Substring)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon]
    let rest = line[line.index(after: colon)...]
    guard !name.isEmpty, !name.contains(where: { "\"“”,=".contains($0) }) else { return nil }
    let words = name.split(separator: " ")
    guard let first = words.first, Verbs.named(String(first)) == nil else { return nil }
    let typed = words.joined(separator: " ")
    if typed.folded == "chair" { return (.chair, rest) }
    if let observer = scenario.observers.first(where: { $0.id.text.folded == typed.folded }) {
      return (.observer(observer.id), rest)
    }
    let index = try names.delegation(typed)
    return (.delegation(scenario.delegations[index].id), rest)
  }

  /// The state that a line names first and the line that follows it, where only the colon between is missing.
  private func addressedWithoutColon(_ line: Substring) -> (Delegation.ID, String)? {
    do throws(Complaint) {
      var arguments = try Arguments(String(line), usage: "")
      let count = arguments.rest.count
      let state = scenario.delegations[try names.delegation(from: &arguments)].id
      guard let word = arguments.rest.first?.text, Verbs.named(word) != nil else { return nil }
      let words = line.split(separator: " ").dropFirst(count - arguments.rest.count)
      return (state, words.joined(separator: " "))
    } catch {
      return nil
    }
  }

  /// Makes a move in the name of whoever acts.
  mutating func make(_ move: Move) throws(Complaint) -> [Event] {
    do throws(Refusal) {
      return try session.make(move, by: acting)
    } catch {
      throw .refused(error)
    }
  }
}

extension Room {
  /// The name of a delegation as people read it.
  func name(of id: Delegation.ID) -> String {
    scenario.index(of: id).map { scenario.delegations[$0].name } ?? id.text
  }

  /// The name of a role as people read it.
  func name(of role: Role) -> String {
    switch role {
    case .chair: "the chair"
    case .delegation(let id): name(of: id)
    case .observer(let id): scenario.observers.first { $0.id == id }?.name ?? id.text
    }
  }

  /// What the next question is about: a proposal, the change last tried, or the text as a whole.
  func matter(_ proposal: Int? = nil) throws(Complaint) -> Matter {
    switch proposal.map(Focus.proposal) ?? focus {
    case .text:
      return Matter(title: "the treaty as a whole", carried: session.text, lost: nil, clause: nil)
    case .tried(let change):
      return matter(of: change)
    case .proposal(let number):
      let found: Proposal
      do throws(Refusal) {
        found = try session.openProposal(number)
      } catch {
        // A closed proposal that was only in focus gives way to the text.
        if proposal != nil { throw .refused(error) }
        return Matter(title: "the treaty as a whole", carried: session.text, lost: nil, clause: nil)
      }
      guard let clause = scenario.index(of: found.clause) else {
        preconditionFailure("proposals name clauses of the scenario")
      }
      return matter(of: Change(clause: clause, provision: found.provision), title: "P\(number)")
    }
  }

  func matter(of change: Change, title: String? = nil) -> Matter {
    let id = scenario.clauses[change.clause].id
    return Matter(
      title: title ?? "\(id) \(change.provision.matterName)",
      carried: session.text.with(change.provision, at: change.clause),
      lost: session.text,
      clause: change.clause
    )
  }
}
