import Negotiation
import Treaty

/// The one place where refusals of the session become sentences, each with lines that may have been meant.
extension Room {
  func words(for refusal: Refusal) -> (String, [String]) {
    switch refusal {
    case .noSuchProposal(let number, let open):
      return (
        "There is no proposal P\(number).\(openList)",
        open.last.map { ["show P\($0)"] } ?? examples(of: ProposeVerb.usage)
      )
    case .proposalClosed(let number, let state):
      return ("P\(number) is no longer on the table: it was \(state.words).", ["status"])
    case .alreadyReads(let clause, let provision):
      return (
        provision == .absent
          ? "Clause \(clause) is not in the text already."
          : "Clause \(clause) reads \(provision.name) already.",
        ["show \(clause)"]
      )
    case .alreadyProposed(let number):
      return (
        "That is on the table already, as P\(number). A state can join it.",
        joining(number) + ["show P\(number)"]
      )
    case .alreadySponsor(let number, let delegation):
      return ("\(name(of: delegation)) stands behind P\(number) already.", ["show P\(number)"])
    case .notSponsor(let number, let proposer):
      return (
        "Only its proposer, \(name(of: proposer)), can take P\(number) back, and only a sponsor can leave it.",
        ["\(proposer.key): withdraw P\(number)", "show P\(number)"]
      )
    case .ownProposal(let number):
      return (
        "Nobody objects to what it proposes or sponsors. It can be taken back.",
        ["withdraw P\(number)"]
      )
    case .alreadyObjected(let question, let delegation):
      return (
        "\(name(of: delegation)) has objected to \(name(of: question)) already.",
        ["vote \(commandName(of: question))"]
      )
    case .objected(let question, let delegations):
      let names = delegations.map { name(of: $0) }.joined(separator: ", ")
      return (
        "\(names) objected to \(name(of: question)), so it cannot be agreed without a vote.",
        ["vote \(commandName(of: question))"]
      )
    case .chairCannot(let move):
      return (
        "The chair does not do that; a state can. Put its name and a colon before the line.",
        instead(of: move)
      )
    case .chairOnly:
      return ("In a class the chair says how the room is run.", ["chair: rules", "rules"])
    case .notInText(let clause):
      return (
        "Clause \(clause) is not in the text, so there is nothing to keep. It can be proposed.",
        ["show \(clause)"]
      )
    case .severalOpen(let clause, let numbers):
      let list = numbers.map { "P\($0)" }.joined(separator: ", ")
      return (
        "On clause \(clause) there is \(list): say which to vote on.",
        numbers.map { "vote P\($0)" }
      )
    case .concluded(let outcome):
      let how =
        switch outcome {
        case .adoptedByConsensus: "The treaty was adopted by consensus"
        case .adoptedByVote: "The treaty was adopted by vote"
        case .notAdopted: "The treaty was put to the vote and lost"
        case .noAgreement: "The talks ended without agreement"
        }
      return (
        "\(how); nothing more can be moved. `next` goes on, `undo` takes the decision back.",
        ["next", "undo"]
      )
    case .over: return ("All stages are over. `start DRAFT` opens new talks.", ["debrief", "save"])
    case .voteDue: return ("The text is to be put to the vote first.", ["vote draft"])
    case .furtherRemoved(let first, let other):
      return (
        "P\(first) is further removed from the text than P\(other) and is voted on first (rule 130). A state can appeal "
          + "against the ruling.",
        ["vote P\(first)"]
      )
    case .alreadyDecided(let clause):
      return (
        "Clause \(clause) was decided by vote. It is opened again by two thirds only (rule 123).",
        ["reconsider \(clause)"]
      )
    case .alreadyRejected(let clause, let provision):
      return (
        "\(provision == .absent ? "Striking it" : provision.name.capitalisedFirst) was rejected for \(clause) by vote. It is put again only if two thirds open the clause "
          + "(rule 123).",
        ["reconsider \(clause)"]
      )
    case .notDecided(let clause):
      return (
        scenario.body.procedure.reconsideration == nil
          ? "Here anybody may come back to a clause by proposing another text for it."
          : "Clause \(clause) has not been decided by vote, so it is open.",
        ["show \(clause)"]
      )
    case .noRuling(let clause):
      return (
        "There is no order of voting on clause \(clause) to appeal against.",
        ["show \(clause)"]
      )
    case .divideFirst(let clause):
      return (
        "A clause is voted on apart where the room divides the text (rule 129). To take it out, propose to strike it.",
        scenario.delegations.prefix(1).flatMap {
          ["\($0.id): divide \(clause)", "\($0.id): propose \(clause) strike"]
        }
      )
    case .ownVote(let number):
      return (
        "P\(number) is its own: a proposer does not explain its vote on its own text (rule 128).",
        ["say \"We have heard you.\""]
      )
    case .divisionObjected(let clauses, _):
      let list = clauses.map(\.text).joined(separator: ", ")
      return ("Somebody objects to voting on \(list) apart.", ["divide \(list)"])
    case .partsFirst(let clauses):
      let list = clauses.map(\.text).joined(separator: ", ")
      return (
        "\(list) is voted on apart, before the text as a whole.", clauses.map { "vote \($0)" }
      )
    case .noSuchDeal(let number, let open):
      let list = open.isEmpty ? "none" : open.map { "D\($0)" }.joined(separator: ", ")
      return ("There is no offer D\(number). Open: \(list).", ["status"])
    case .notAddressed(let number, let delegation):
      return (
        "D\(number) was offered to \(name(of: delegation)), which answers it.",
        ["\(delegation): accept D\(number)", "status"]
      )
    case .dealClosed(let number, let state):
      return ("D\(number) has been \(state.rawValue) already.", ["status"])
    case .dealWithSelf: return ("Nobody deals with oneself.", ["lobby"])
    case .cannotKeep(let delegation, let favour):
      return (
        "\(name(of: delegation)) cannot do that now: \(words(for: favour)).",
        session.openProposals.map { "show P\($0.number)" } + ["status"]
      )
    case .answersForItself(let delegation, let favour):
      return (
        "People speak for \(name(of: delegation)), and it answers for itself.",
        ["\(delegation): \(line(for: favour))"]
      )
    case .noBrief(let delegation):
      return (
        "\(name(of: delegation)) has no instructions in this scenario, and no capital to ask.",
        ["why \(delegation)"]
      )
    case .noCeremony:
      return (
        "That is said between adoption and the ceremony.",
        ["next", "status"]
      )
    case .alreadySaid(let delegation):
      return ("\(name(of: delegation)) has said so already.", ["status"])
    case .observerCannot(let observer):
      return (
        "\(name(of: .observer(observer))) has no seat in the room: it can speak, and ask states.",
        ["say \"We are watching.\"", "status"]
      )
    case .ballotMissing(let delegation):
      return ("\(name(of: delegation)) has not been asked.", ["vote draft"])
    case .nothingToUndo:
      return ("Nothing has been done yet that could be taken back.", [])
    }
  }

  var openList: String {
    let open = session.openProposals.map { "P\($0.number)" }
    return open.isEmpty
      ? " None is on the table." : " On the table: \(open.joined(separator: ", "))."
  }

  /// The same act in the name of a state that could do it.
  private func instead(of move: Move) -> [String] {
    switch move {
    case .sponsor(let number): joining(number)
    case .object(.draft): scenario.delegations.map { "\($0.id): object draft" }
    case .object(.proposal(let number)):
      joining(number).map { $0.replacing("sponsor", with: "object") }
    case .declare(let kind, let clause):
      scenario.delegations.prefix(1).map { "\($0.id): declare \(kind.rawValue) \(clause)" }
    case .sign(let signs):
      scenario.delegations.prefix(1).map { "\($0.id): sign \(signs ? "yes" : "no")" }
    case .explain(let question, let words):
      scenario.delegations.prefix(2).map {
        "\($0.id): explain \(commandName(of: question)) \"\(words)\""
      }
    case .divide(let clauses):
      scenario.delegations.prefix(1).map {
        "\($0.id): divide \(clauses.map(\.text).joined(separator: ", "))"
      }
    case .askCapital(let clause, let provision):
      scenario.delegations.filter { scenario.brief(of: $0.id) != nil }.map {
        "\($0.id): capital \(clause) \(provision.commandName)"
      }
    case .offer(let to, let gives, let wants):
      scenario.delegations.prefix(8).map { state in
        "\(state.id): offer \(to) \(typed(gives))" + (wants.map { " for \(typed($0))" } ?? "")
      }
    case .start, .speak, .propose, .withdraw, .agree, .object, .vote,
      .proceed, .keep, .answer, .counter, .ask, .say:
      []
    }
  }

  /// Lines by which a state that has no part in a proposal yet joins it.
  private func joining(_ number: Int) -> [String] {
    guard let proposal = session.proposals.first(where: { $0.number == number }) else { return [] }
    let outsiders = scenario.delegations.map(\.id).filter {
      proposal.proposer != .delegation($0) && !proposal.sponsors.contains($0)
        && !proposal.objectors.contains($0)
    }
    return outsiders.prefix(1).map { "\($0): sponsor P\(number)" }
  }

  func examples(of usage: String) -> [String] {
    Verbs.all.first { $0.usage == usage }?.examples(in: self) ?? []
  }
}
