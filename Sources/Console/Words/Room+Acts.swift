import Negotiation
import Treaty

/// What a state did that nobody plays, and what it weighed.
extension Room {
  /// The last acts of a delegation, with what it weighed and expected; on a proposal, those that were about it.
  func sayActs(of id: Delegation.ID, about number: Int? = nil, on page: inout Page) {
    let own = session.acts.filter { entry in
      entry.act.delegation == id && (number == nil || entry.act.deed.proposal == number)
    }
    guard let last = own.last else { return }
    page.heading("What it did, and why (estimated from what everybody knows)")
    let told = number == nil ? own.filter { $0.round == last.round } : own
    for (round, act) in told.suffix(4) {
      page.say(Phrase("Round \(round): \(words(for: act))"), indent: 2, hang: 2)
    }
  }

  /// One act as sentences.
  private func words(for act: Act) -> String {
    let line =
      switch act.line {
      case .own: ""
      case .bloc(let bloc):
        " on the line of \(scenario.blocs.first { $0.id == bloc }?.title ?? bloc.text)"
      }
    let deed: String
    var taken = act.weighed.first
    var others = act.weighed.dropFirst()
    switch act.deed {
    case .tabled(let number): deed = "it tabled P\(number)\(line)"
    case .sponsored(let number): deed = "it joined P\(number)\(line)"
    case .objected(let number): deed = "it objected to P\(number)"
    case .withdrew(let number, infavourOf: let other):
      deed = "it took back P\(number) and would rather have P\(other)"
    case .dealt(let number): deed = "it made the deal D\(number)"
    case .silent:
      deed = "it kept silent"
      (taken, others) = (nil, act.weighed[...])
    }
    var sentences = [taken.map { "\(deed): \(words(for: $0))" } ?? deed]
    if !others.isEmpty {
      sentences.append(
        (taken == nil ? "The best it could have asked for: " : "It also weighed ")
          + others.map { words(for: $0) }.joined(separator: "; ")
      )
    } else if taken == nil {
      sentences.append("Nothing that it could have asked for would have brought it anything")
    }
    return sentences.joined(separator: ". ") + "."
  }

  /// An option as it was weighed: what it would bring, and the chance it was given.
  private func words(for option: Act.Option) -> String {
    "\(option.clause) \(option.provision.shortName) (worth \(Figures.gain(option.gain)) to it, \(Figures.chance(option.chance)))"
  }
}
