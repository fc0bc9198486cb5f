import Drafting
import Negotiation
import Treaty

extension Room {
  /// The words that begin an edit, after a clause has been named.
  static let editCandidates = [
    Candidate(text: "replace", note: "replace \"A\" with \"B\": other words in its text"),
    Candidate(text: "insert", note: "insert \"A\" before \"B\", or after it"),
    Candidate(text: "delete", note: "delete \"A\" from its text"),
  ]

  /// What could stand next in an edit: the clause's own phrases where its words are meant, those of the lexicon where new
  /// words are; nil where the line is no edit.
  func completionOfEdit(_ typed: String) -> Completion? {
    let end = typed.utf8.count
    let parts = typed.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
    guard parts.count >= 3, parts.count > 3 || typed.hasSuffix(" "),
      let clause = scenario.clauses.firstIndex(where: { $0.id.text.folded == parts[1].folded }),
      ["replace", "insert", "delete"].contains(parts[2].folded)
    else { return nil }
    let verb = parts[2].folded
    let rest = parts.count > 3 ? String(parts[3]) : ""
    let pieces = rest.split(omittingEmptySubsequences: false) { "\"“”".contains($0) }.map(
      String.init
    )
    let quotes = pieces.count - 1
    let fragment = pieces.last ?? ""
    guard quotes % 2 == 1 else {
      let word = String(fragment.split(separator: " ", omittingEmptySubsequences: false).last ?? "")
      let start = end - (typed.hasSuffix(" ") ? 0 : word.utf8.count)
      let joints = joints(of: verb, after: quotes).filter { $0.text.folded.hasPrefix(word.folded) }
      return Completion(start: start, candidates: joints)
    }
    let meansOld = verb == "delete" || (verb == "replace") == (quotes == 1)
    let all = meansOld ? oldPhrases(of: clause, beginning: fragment) : newPhrases
    let fitting = all.filter { $0.text.folded.hasPrefix(fragment.folded) }
    return Completion(start: end - fragment.utf8.count, candidates: fitting)
  }

  /// What joins the phrases of an edit.
  private func joints(of verb: String, after quotes: Int) -> [Candidate] {
    switch (verb, quotes) {
    case (_, 0): [Candidate(text: "\"", note: "the words, in quotation marks")]
    case ("replace", 2): [Candidate(text: "with \"", note: "what is to stand there")]
    case ("insert", 2):
      [
        Candidate(text: "before \"", note: "words of the clause"),
        Candidate(text: "after \"", note: "words of the clause"),
      ]
    default: []
    }
  }

  /// Phrases of a clause as it reads; one that stands there more than once comes with the number of each place.
  private func oldPhrases(of clause: Int, beginning fragment: String) -> [Candidate] {
    let text = words(of: session.text.provisions[clause], at: clause)
    let known = Phrasebook.known(
      in: text,
      of: scenario.clauses[clause].kind,
      by: scenario.lexicon
    ).map { (phrase: $0.phrase, count: $0.count, note: $0.cue.rationale) }
    let runs = fragment.isEmpty ? [] : Phrasebook.runs(in: text, beginning: fragment)
    let others = runs.filter { run in !known.contains { $0.phrase.folded == run.phrase.folded } }
      .map { (phrase: $0.phrase, count: $0.count, note: "") }
    return (known + others).flatMap { each -> [Candidate] in
      guard each.count > 1 else { return [Candidate(text: each.phrase + "\"", note: each.note)] }
      return (1...each.count).map {
        Candidate(text: "\(each.phrase)\"#\($0)", note: "place \($0) of \(each.count)")
      }
    }
  }

  private var newPhrases: [Candidate] {
    Phrasebook.all(of: scenario.lexicon).map {
      Candidate(text: $0.phrase + "\"", note: $0.cue.rationale)
    }
  }
}
