import Negotiation
import Treaty

/// Something that could be typed, with what it means.
public struct Candidate: Sendable, Equatable, Encodable {
  /// What replaces the word under way.
  public let text: String
  /// What it is, in a few words.
  public let note: String

  /// Describes a candidate.
  public init(text: String, note: String) {
    self.text = text
    self.note = note
  }
}

/// What could follow an unfinished line.
public struct Completion: Sendable, Equatable {
  /// Where the text that candidates replace begins, in bytes of UTF-8.
  public let start: Int
  /// What could stand there, in the order of the scenario.
  public let candidates: [Candidate]
  /// Whether the name of a file stands there, of which a room knows nothing.
  public var awaitsFile = false
}

extension Room {
  /// What could stand at the cursor of an unfinished line; the cursor is counted in bytes of UTF-8.
  public func completion(of line: String, at cursor: Int) -> Completion {
    let typed = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    // What follows `NAME: ` is completed as a line of its own.
    if let colon = typed.firstIndex(of: ":"), !typed[..<colon].contains("\"") {
      let rest = typed[typed.index(after: colon)...].drop { $0 == " " }
      let before = typed.utf8.count - rest.utf8.count
      let inner = completion(of: String(rest), at: rest.utf8.count)
      return Completion(
        start: before + inner.start,
        candidates: inner.candidates,
        awaitsFile: inner.awaitsFile
      )
    }
    var words = typed.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let fragment = typed.hasSuffix(" ") || typed.isEmpty ? "" : words.popLast() ?? ""
    let start = typed.utf8.count - fragment.utf8.count
    guard let first = words.first else {
      return Completion(start: start, candidates: beginnings(of: fragment))
    }
    guard let verb = Verbs.named(first) else { return Completion(start: start, candidates: []) }
    if verb.slots == [.file] {
      let rest = typed.drop { $0 == " " }.dropFirst(first.count).drop { $0 == " " }
      let start = typed.utf8.count - rest.utf8.count
      return Completion(start: start, candidates: [], awaitsFile: true)
    }
    if let names = completionOfName(verb, after: first, in: typed) { return names }
    if verb.slots == [.clause, .wording], let edit = completionOfEdit(typed) { return edit }
    let place = words.count - 1
    guard place < verb.slots.count else { return Completion(start: start, candidates: []) }
    var all = candidates(for: verb.slots[place], after: Array(words.dropFirst()))
    // `propose` alone offers what is listed; who writes `amend` or `try` may mean words.
    if verb.slots[place] == .wording, !fragment.isEmpty || first.folded != ProposeVerb.word {
      all += Room.editCandidates
    }
    return Completion(start: start, candidates: all.filter { $0.begins(with: fragment) })
  }

  /// What a line can begin with: answers while a vote is open, else verbs.
  private func beginnings(of fragment: String) -> [Candidate] {
    var all: [Candidate] = []
    if openVote != nil {
      all = Answers.words.map { Candidate(text: $0.word, note: "your vote") }
    }
    all += Verbs.all.map { Candidate(text: $0.word, note: $0.summary) }
    let found = all.filter { $0.begins(with: fragment) }
    if !found.isEmpty { return found }
    let aliases = Verbs.all.flatMap { verb in
      verb.aliases.map { Candidate(text: $0, note: verb.summary) }
    }
    return aliases.filter { $0.begins(with: fragment) }
  }

  /// Names have spaces: they are completed from the start of the name, or after the last comma.
  private func completionOfName(
    _ verb: any Verb.Type,
    after word: String,
    in typed: String
  ) -> Completion? {
    guard let slot = verb.slots.first,
      slot == .delegation || slot == .delegations || slot == .delegationOrRule
    else { return nil }
    var rest = typed.drop { $0 == " " }.dropFirst(word.count).drop { $0 == " " }
    if slot == .delegations, let comma = rest.lastIndex(of: ",") {
      rest = rest[rest.index(after: comma)...].drop { $0 == " " }
    }
    var all = delegationCandidates + (slot == .delegations ? Room.otherRoles : [])
    if slot == .delegationOrRule { all += candidates(for: .rule, after: []).map { ($0.text, $0) } }
    let fitting = all.filter {
      $0.candidate.begins(with: String(rest)) || $0.code.folded.hasPrefix(rest.folded)
    }
    guard !fitting.isEmpty else { return nil }
    return Completion(
      start: typed.utf8.count - rest.utf8.count,
      candidates: fitting.map(\.candidate)
    )
  }

  private static let otherRoles: [(code: String, candidate: Candidate)] = [
    ("chair", Candidate(text: "chair", note: "the chair of the conference")),
    ("all", Candidate(text: "all", note: "every state")),
    ("none", Candidate(text: "none", note: "nobody: the room runs by itself")),
  ]

  private var delegationCandidates: [(code: String, candidate: Candidate)] {
    scenario.delegations.map {
      ($0.id.text, Candidate(text: $0.name, note: "\($0.id), \($0.blocID)"))
    }
  }

  private func candidates(for slot: Slot, after words: [String]) -> [Candidate] {
    switch slot {
    case .clause:
      return scenario.clauses.map { Candidate(text: $0.id.text, note: $0.title) }
    case .wording:
      guard let id = words.first,
        let clause = scenario.clauses.firstIndex(where: { $0.id.text.folded == id.folded })
      else { return [] }
      let now = session.text.provisions[clause]
      let listed = scenario.clauses[clause].wordings.map { wording in
        let mark = now == .listed(wording.id) ? " (as it reads now)" : ""
        return Candidate(text: wording.id.text, note: wording.title + mark)
      }
      return listed + [Candidate(text: "strike", note: "no such clause")]
    case .delegation, .delegations: return delegationCandidates.map(\.candidate)
    case .proposal: return proposalCandidates
    case .deal:
      return session.deals.filter { $0.state == .open }.map {
        Candidate(text: "D\($0.number)", note: self.words(for: $0, isTaken: nil))
      }
    case .question:
      return proposalCandidates + [Candidate(text: "draft", note: "the text as a whole")]
        + candidates(for: .clause, after: words)
    case .draft: return scenario.drafts.map { Candidate(text: $0.id.text, note: $0.title) }
    case .observer: return scenario.observers.map { Candidate(text: $0.id.text, note: $0.name) }
    case .rule:
      // One rule is enough.
      guard !VotingRule.named.contains(where: { $0.name == words.last?.folded }) else { return [] }
      return VotingRule.named.map { Candidate(text: $0.name, note: "a voting rule") }
    case .forecastOption:
      return [Candidate(text: ForecastVerb.uncertain, note: "with other inputs")]
        + candidates(for: .rule, after: words)
    case .delegationOrRule:
      return delegationCandidates.map(\.candidate) + candidates(for: .rule, after: words)
    case .adviceOption: return adviceCandidates(after: words)
    case .issue:
      return scenario.issues.map { Candidate(text: $0.id.text, note: $0.title) }
    case .verb: return Verbs.all.map { Candidate(text: $0.word, note: $0.summary) }
    case .setting:
      return SetVerb.options.map { Candidate(text: $0.name, note: $0.allowed) }
    case .value:
      let option = SetVerb.options.first { $0.name == words.first?.folded }
      return option?.values.map { Candidate(text: $0, note: "") } ?? []
    case .file: return []
    case .words(let list): return list.map { Candidate(text: $0, note: "") }
    }
  }

  /// What can follow an option of `advise`, or the options that have not been typed.
  private func adviceCandidates(after words: [String]) -> [Candidate] {
    switch words.last?.folded {
    case "--for": return delegationCandidates.map(\.candidate)
    case "--keep": return candidates(for: .clause, after: [])
    case "--never":
      return candidates(for: .observer, after: []) + delegationCandidates.map(\.candidate)
    case "--goal": return ["0.5", "0.8", "0.9"].map { Candidate(text: $0, note: "a chance") }
    default:
      return AdviseVerb.options.filter { !words.contains($0.name) }.map {
        Candidate(text: $0.name, note: $0.value)
      }
    }
  }

  private var proposalCandidates: [Candidate] {
    session.openProposals.map {
      Candidate(text: "P\($0.number)", note: "\($0.clause) \($0.provision.name)")
    }
  }
}

extension Candidate {
  /// Whether it begins like what was typed, accents and letter case aside.
  fileprivate func begins(with fragment: String) -> Bool {
    text.folded.hasPrefix(fragment.folded)
  }
}
