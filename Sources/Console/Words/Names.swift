import Forecasting
import Negotiation
import Treaty

/// What a typed name means in a scenario.
struct Names: Sendable {
  let scenario: Scenario

  /// The delegation of that name: an exact code, then an exact name, then an unambiguous beginning
  /// of either; accents and letter case aside.
  func delegation(_ typed: String) throws(Complaint) -> Int {
    let sought = typed.folded
    let all = scenario.delegations
    if let index = all.firstIndex(where: { $0.id.text.folded == sought }) { return index }
    if let index = all.firstIndex(where: { $0.name.folded == sought }) { return index }
    // Two letters begin too many names for one to be meant: UK is not Ukraine.
    guard sought.count >= 3 else { throw .unknownDelegation(typed) }
    let begun = all.indices.filter {
      all[$0].id.text.folded.hasPrefix(sought) || all[$0].name.folded.hasPrefix(sought)
    }
    if begun.count == 1 { return begun[0] }
    if begun.isEmpty { throw .unknownDelegation(typed) }
    throw .ambiguousDelegation(typed, begun.map { all[$0].id })
  }

  /// The delegation named by the longest run of words at the front, which are taken.
  func delegation(from arguments: inout Arguments) throws(Complaint) -> Int {
    let words = arguments.rest
    guard !words.isEmpty else { throw .missing("a state", usage: arguments.usage) }
    var failure: Complaint?
    for count in (1...words.count).reversed() {
      let typed = words.prefix(count).map(\.text).joined(separator: " ")
      do throws(Complaint) {
        let index = try delegation(typed)
        for _ in 0..<count { _ = arguments.next() }
        return index
      } catch {
        failure = error
      }
    }
    throw failure ?? .unknownDelegation(words[0].text)
  }

  /// The delegations of a list by commas; `all` means everyone.
  func delegations(_ typed: String) throws(Complaint) -> [Int] {
    if typed.folded == "all" { return Array(scenario.delegations.indices) }
    var indices: [Int] = []
    for part in typed.split(separator: ",") {
      let name = part.split(separator: " ").joined(separator: " ")
      guard !name.isEmpty else { continue }
      let index = try delegation(name)
      if !indices.contains(index) { indices.append(index) }
    }
    if indices.isEmpty { throw .unknownDelegation(typed) }
    return indices
  }

  /// The delegations named before one of some words, parted by commas or by spaces; each is taken.
  func delegations(
    before ends: [String],
    in arguments: inout Arguments
  ) throws(Complaint) -> [Int] {
    var typed: [String] = []
    while let word = arguments.rest.first, !ends.contains(word.text.folded) {
      typed.append(word.text)
      _ = arguments.next()
    }
    let list = typed.joined(separator: " ")
    guard !list.isEmpty else { throw .missing("a state", usage: arguments.usage) }
    if list.contains(",") { return try delegations(list) }
    var rest = try Arguments(list, usage: arguments.usage)
    var indices: [Int] = []
    while !rest.isEmpty { indices.append(try delegation(from: &rest)) }
    return indices
  }

  /// The clause of that number.
  func clause(_ typed: String) throws(Complaint) -> Int {
    if let index = scenario.clauses.firstIndex(where: { $0.id.text.folded == typed.folded }) {
      return index
    }
    throw .unknownClause(typed)
  }

  /// How the clause would stand by a word: a wording's name, or `strike`.
  func provision(_ typed: String, of clause: Int) throws(Complaint) -> Provision {
    let name = typed.folded
    if name == "strike" || name == "absent" { return .absent }
    if let wording = scenario.clauses[clause].wordings.first(where: { $0.id.text == name }) {
      return .listed(wording.id)
    }
    throw .unknownWording(typed, clause)
  }

  /// The draft of that name.
  func draft(_ typed: String) throws(Complaint) -> Int {
    if let index = scenario.drafts.firstIndex(where: { $0.id.text.folded == typed.folded }) {
      return index
    }
    throw .unknownDraft(typed)
  }

  /// The observer of that name, or the only one whose full name has it.
  func observer(_ typed: String) throws(Complaint) -> Int {
    let sought = typed.folded
    if let index = scenario.observers.firstIndex(where: { $0.id.text.folded == sought }) {
      return index
    }
    let begun = scenario.observers.indices.filter {
      scenario.observers[$0].name.folded.contains(sought)
        || scenario.observers[$0].id.text.folded.hasPrefix(sought)
    }
    guard begun.count == 1 else { throw .unknownObserver(typed) }
    return begun[0]
  }

  /// The number of a proposal written `P1`.
  func proposal(_ typed: String) throws(Complaint) -> Int {
    guard let number = Names.proposalNumber(typed) else { throw .notAProposal(typed) }
    return number
  }

  /// The number in `P1` or `p1`, nil for anything else.
  static func proposalNumber(_ typed: String) -> Int? {
    guard let first = typed.first, first == "P" || first == "p" else { return nil }
    let digits = typed.dropFirst()
    guard !digits.isEmpty, digits.count <= 6, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  /// The voting rule of that name.
  func rule(_ typed: String) throws(Complaint) -> VotingRule {
    if let match = VotingRule.named.first(where: { $0.name == typed.folded }) { return match.rule }
    throw .unknownRule(typed)
  }
}

/// One clause, standing differently.
struct Change: Sendable, Hashable {
  let clause: Int
  let provision: Provision
}
