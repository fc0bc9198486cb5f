import Drafting
import Negotiation
import Treaty

/// The one place where complaints and refusals become sentences, each with lines that may have been meant.
extension Room {
  private func words(
    for problem: TextEdit.Problem,
    _ clause: Int,
    _ lines: [String]
  ) -> (String, [String]) {
    let id = scenario.clauses[clause].id
    switch problem {
    case .notThere(let phrase, let nearest):
      let near = nearest.map { " Nearest to it: “\($0)”." } ?? ""
      return ("“\(phrase)” does not stand in \(id).\(near)", lines + ["show \(id)"])
    case .severalTimes(let phrase, let places):
      let list = places.enumerated().map { "#\($0 + 1) “\($1)”" }.joined(separator: ", ")
      return (
        "“\(phrase)” stands \(places.count) times in \(id): \(list). Say which, or `all`.",
        lines
      )
    case .noSuchPlace(let phrase, let number, of: let count):
      return (
        "“\(phrase)” stands \(Figures.count(count, "time")) in \(id), so there is no #\(number).",
        lines + ["show \(id)"]
      )
    case .nothingChanges: return ("With that \(id) would read as it does now.", ["show \(id)"])
    case .nothingLeft:
      return ("Nothing would be left of \(id). To take it out, strike it.", ["try \(id) strike"])
    }
  }

  func words(for complaint: Complaint) -> (String, [String]) {
    switch complaint {
    case .unknownVerb(let word): return wordsForUnknownVerb(word)
    case .openQuote:
      return ("A quotation mark is open and never closed.", [])
    case .missing(let what, let usage):
      return ("\(what.capitalisedFirst) is missing. It is written: \(usage)", examples(of: usage))
    case .missingWording(let clause, _):
      return wordsForMissingWording(clause)
    case .surplus(let word, let usage):
      return ("“\(word)” has no place there. It is written: \(usage)", examples(of: usage))
    case .unknownDelegation(let typed): return wordsForUnknownDelegation(typed)
    case .ambiguousDelegation(let typed, let ids): return wordsForAmbiguous(typed, ids)
    case .unknownClause(let typed):
      let ids = scenario.clauses.map(\.id.text)
      let near = NearestName.of(typed, among: ids)
      return (
        "There is no clause \(typed).\(near.map { " Did you mean \($0)?" } ?? "")",
        [
          near.map { "show \($0)" } ?? "text"
        ]
      )
    case .unknownWording(let typed, let clause): return wordsForUnknownWording(typed, clause)
    case .badEdit(let problem, let clause, let lines): return words(for: problem, clause, lines)
    case .noText(let clause):
      let id = scenario.clauses[clause].id
      return (
        "Clause \(id) has no text to change. Write the whole of it in quotation marks, or take a wording.",
        ["show \(id)"]
      )
    case .unknownDraft(let typed):
      let names = scenario.drafts.map(\.id.text)
      let near = NearestName.of(typed, among: names) ?? names.last ?? ""
      return (
        "There is no draft “\(typed)”. The drafts are \(names.joined(separator: ", ")).",
        ["compare \(near)"]
      )
    case .notSealedForYou(let whose):
      return (
        "The instructions of \(whose) are its own. `brief` shows those of whom you speak for.",
        ["brief", "status"]
      )
    case .noSuchBrief(let whose):
      let known = scenario.briefs.compactMap { brief -> String? in
        guard case .delegation(let id) = brief.holder else { return nil }
        return "play \(id)"
      }
      return ("There are no instructions for \(whose) in this scenario.", known + ["status"])
    case .notYetUnsealed:
      return (
        "What is sealed stays so until the debrief, the last stage. `next` leads there.",
        ["next", "status"]
      )
    case .notADeal(let typed):
      return (
        "“\(typed)” is no offer; offers are numbered D1, D2, …",
        session.deals.last.map { ["status", "show P\($0.number)"] } ?? ["status"]
      )
    case .notAFavour(let typed):
      return (
        "“\(typed)” can be neither offered nor asked for. There are: sponsor P1, pass P1, draft, help, or words in "
          + "quotation marks.",
        ["help offer", "help ask"]
      )
    case .missingColon(let state, let rest):
      return (
        "Who speaks for \(name(of: state)) puts a colon after its name.",
        ["\(state): \(rest)"]
      )
    case .unquotedPromise(let state, let words):
      let speakers = acting.delegation.map { [$0] } ?? scenario.delegations.map(\.id)
      return (
        "A promise in words stands in quotation marks. Else there are: sponsor P1, pass P1, draft, help.",
        speakers.prefix(2).map { "\($0): offer \(state) \"\(words)\"" }
      )
    case .notForNothing(let typed):
      return (
        "“\(typed)” can be had for something only: offer something for it.",
        scenario.delegations.prefix(2).flatMap { state in
          scenario.delegations.prefix(3).map { "\(state.id): offer \($0.id) help for draft" }
        } + ["help offer"]
      )
    case .unknownPace(let typed):
      return (
        "The room cannot be run by “\(typed)”. There are: class, open, "
          + "\(HouseRules.Pace.allCases.map(\.rawValue).joined(separator: ", ")).",
        ["rules"]
      )
    case .unknownObserver(let typed):
      let names = scenario.observers.map(\.id.text)
      // What else may stand in the place of a rule is as easily mistyped.
      let near = NearestName.of(typed, among: names + [ForecastVerb.uncertain])
      return (
        names.isEmpty
          ? "Nobody watches this room."
          : "No observer is called “\(typed)”. They are \(names.joined(separator: ", ")).",
        [near.map { "react \($0)" } ?? "react"]
      )
    case .unknownPrinciple(let typed):
      let names = scenario.principles.map(\.id.text)
      // What else may stand in the place of a rule is as easily mistyped.
      let near = NearestName.of(typed, among: names + [ForecastVerb.uncertain])
      return (
        names.isEmpty
          ? "This scenario names no principles."
          : "No principle is called “\(typed)”. They are \(names.joined(separator: ", ")).",
        [near.map { "principles \($0)" } ?? "principles"]
      )
    case .notAProposal(let typed):
      return (
        "“\(typed)” is no proposal; proposals are written P1, P2, …\(openList)",
        session.openProposals.first.map { ["show P\($0.number)"] }
          ?? examples(of: ProposeVerb.usage)
      )
    case .unknownRule(let typed):
      let names = VotingRule.named.map(\.name)
      // What else may stand in the place of a rule is as easily mistyped.
      let near = NearestName.of(typed, among: names + [ForecastVerb.uncertain])
      return (
        "There is no rule “\(typed)”. The rules are \(names.joined(separator: ", ")).",
        ["forecast \(near ?? "two-thirds")"]
      )
    case .neitherStateNorRule(let typed): return wordsForNeitherStateNorRule(typed)
    case .neitherObserverNorState(let typed):
      let names =
        scenario.observers.map(\.id.text)
        + scenario.delegations.flatMap { [$0.name, $0.id.text] }
      let near = NearestName.of(typed.folded, among: names.map(\.folded))
      let meant = names.first { $0.folded == near }
      return (
        "No observer and no state is called “\(typed)”.\(meant.map { " Did you mean \($0)?" } ?? "")",
        meant.map { ["advise --never \($0)"] } ?? ["react"]
      )
    case .adviceOff:
      return (
        "Not in a class: the chair has switched advice off. You can `try` a change and ask `why`.",
        [scenario.firstMove] + scenario.delegations.prefix(1).map { "why \($0.name)" }
      )
    case .unknownIssue(let typed):
      let names = scenario.issues.map(\.id.text)
      let near = NearestName.of(typed.folded, among: names)
      return (
        "No issue is called “\(typed)”. They are \(names.joined(separator: ", ")).",
        [near.map { "landing \($0)" } ?? "landing"]
      )
    case .unknownSetting(let name):
      let names = SetVerb.names
      let near = NearestName.of(name, among: names) ?? names[0]
      return (
        "Nothing is set under “\(name)”. There are \(names.joined(separator: ", ")).",
        [SetVerb.example(of: near)]
      )
    case .badValue(let value, let setting, let allowed, let example):
      return ("\(setting) cannot be “\(value)”; it takes \(allowed).", [example])
    case .noHelp(let word):
      let near = NearestName.of(word, among: Verbs.words)
      return ("There is no verb “\(word)”.", [near.map { "help \($0)" } ?? "help"])
    case .nothingFound(let word):
      return ("“\(word)” stands nowhere in the clauses or their wordings.", ["text"])
    case .unknownList(let word):
      return ("“\(word)” is no list; there are for, against, unsure and changed.", ["who against"])
    case .voteOpen(let asked):
      return (
        "A vote is open and waits for \(name(of: asked)): yes, no, abstain or absent. "
          + "`undo` calls it off.", ["yes"]
      )
    case .badBallot(let word, let asked):
      return (
        "“\(word)” is no vote and no verb. \(name(of: asked)) is asked: yes, no, abstain or absent.",
        ["yes"]
      )
    case .noVoteOpen:
      return ("No vote is open.", ["vote draft"])
    case .badCondition(let typed):
      return (
        "“\(typed)” is no condition. Conditions read: 6.2 = WORDING, 6.2 bracketed, adopted, refused, "
          + "STATE yes, adoption > 0.5, consensus > 0.5.",
        ["expect adoption > 0", "help expect"]
      )
    case .expectation(let condition, let found):
      return ("Expected \(condition), but \(found).", ["status"])
    case .badFileName(let name):
      return ("“\(name)” cannot be the name of a file.", ["save \(SaveVerb.fileName(in: self))"])
    case .nothingMore: return ("There is no more to show.", ["status"])
    case .refused(let refusal): return words(for: refusal)
    }
  }
}

extension Room {
  private func wordsForUnknownVerb(_ word: String) -> (String, [String]) {
    if let near = NearestName.of(word, among: Verbs.words), let verb = Verbs.named(near) {
      return (
        "I do not know “\(word)”. Did you mean \(verb.word)?",
        verb.examples(in: self)
      )
    }
    let hint = "A line begins with a verb: text, try, propose, forecast, why, help."
    return ("I do not know “\(word)”. \(hint)", [scenario.firstMove, "help"])
  }

  private func wordsForMissingWording(_ clause: Int) -> (String, [String]) {
    let id = scenario.clauses[clause].id
    let now = session.text.provisions[clause]
    let names =
      scenario.clauses[clause].wordings.map(\.id.text).filter { $0 != now.name }
      + (now == .absent ? [] : ["strike"])
    return (
      "Clause \(id) (now \(now == .absent ? "not in the text" : now.name)) can read: "
        + "\(names.joined(separator: ", ")).",
      names.map { "try \(id) \($0)" }
    )
  }

  private func wordsForUnknownWording(_ typed: String, _ clause: Int) -> (String, [String]) {
    let id = scenario.clauses[clause].id
    let names = scenario.clauses[clause].wordings.map(\.id.text) + ["strike"]
    let near = NearestName.of(typed, among: names)
    return (
      "Clause \(id) has no wording “\(typed)”. It can read: \(names.joined(separator: ", ")).",
      [near.map { "try \(id) \($0)" } ?? "show \(id)"]
    )
  }

  private func wordsForUnknownDelegation(_ typed: String) -> (String, [String]) {
    let names = scenario.delegations.map(\.name) + scenario.delegations.map(\.id.text)
    let folded = names.map(\.folded)
    if let near = NearestName.of(typed.folded, among: folded),
      let index = folded.firstIndex(of: near)
    {
      return (
        "No state is called “\(typed)”. Did you mean \(names[index])?", ["why \(names[index])"]
      )
    }
    let holding = scenario.delegations.filter {
      typed.count >= 3 && $0.name.folded.contains(typed.folded)
    }
    if !holding.isEmpty {
      let list = holding.prefix(6).map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
      return (
        "No state's name begins with “\(typed)”. Did you mean \(list)?",
        ["why \(holding[0].id)"]
      )
    }
    return (
      "No state is called “\(typed)”. A state is named by its code or its name.",
      scenario.delegations.first.map { ["why \($0.name)"] } ?? []
    )
  }

  private func wordsForNeitherStateNorRule(_ typed: String) -> (String, [String]) {
    let rules = VotingRule.named.map(\.name)
    let names = rules + scenario.delegations.flatMap { [$0.name, $0.id.text] }
    let folded = names.map(\.folded)
    let near = NearestName.of(typed.folded, among: folded).flatMap { folded.firstIndex(of: $0) }
    return (
      "“\(typed)” is neither a state nor a rule. The rules are \(rules.joined(separator: ", ")).",
      [near.map { "power \(names[$0])" } ?? "power"]
    )
  }

  private func wordsForAmbiguous(_ typed: String, _ ids: [Delegation.ID]) -> (String, [String]) {
    let names = ids.prefix(8).map { "\(name(of: $0)) (\($0))" }.joined(separator: ", ")
    let more = ids.count > 8 ? ", …" : ""
    return ("“\(typed)” begins several states' names: \(names)\(more).", ids.map { "why \($0)" })
  }
}
