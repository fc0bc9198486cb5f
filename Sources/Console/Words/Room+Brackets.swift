import Drafting
import Negotiation
import Treaty

/// What is settled and what is in brackets.
extension Room {
  /// The words of a clause with what is proposed for it in brackets; nil where nothing is.
  func bracketedWords(of clause: Int) -> Phrase? {
    let open = session.openProposals(on: scenario.clauses[clause].id)
    guard !open.isEmpty else { return nil }
    let bracketing = Bracketing(
      of: words(of: session.text.provisions[clause], at: clause),
      alternatives: open.map {
        Bracketing.Alternative(
          text: words(of: $0.provision, at: clause),
          backers: [$0.proposer.delegation?.text ?? "chair"] + $0.sponsors.map(\.text)
        )
      }
    )
    var phrase = Phrase("")
    for part in bracketing.parts {
      let next: Phrase
      switch part {
      case .agreed(let text): next = Phrase(text)
      case .bracketed(let text, let alternatives):
        next = alternatives.reduce(Phrase("[\(text.isEmpty ? "no text" : text)]", .deleted)) {
          let words = $1.text.isEmpty ? "no text" : $1.text
          return $0 + Phrase("[\(words): \($1.backers.joined(separator: ", "))]", .inserted)
        }
      }
      let isClosing = next.text.first.map { ",.;:)".contains($0) } ?? false
      phrase = phrase + Phrase(phrase.text.isEmpty || isClosing ? "" : " ") + next
    }
    return phrase
  }

  /// How much is left to settle.
  ///
  /// A sentence such as `2 of 34 clauses in brackets; 31 open, 1 adopted.`
  var progress: String {
    let states = scenario.clauses.indices.map { session.state(of: $0) }
    let count = Figures.count(scenario.clauses.count, "clause")
    let others = ClauseState.allCases.filter { $0 != .bracketed }.compactMap { state in
      let number = states.count { $0 == state }
      return number == 0 || number == states.count ? nil : "\(number) \(state.words)"
    }
    let rest = others.isEmpty ? "" : "; \(others.joined(separator: ", "))"
    return "\(session.bracketed.count) of \(count) in brackets\(rest)."
  }
}

extension ClauseState {
  /// The state in a sentence.
  var words: String { self == .agreed ? "agreed ad referendum" : rawValue }
}
