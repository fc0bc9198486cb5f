import Forecasting
public import Treaty

/// The rules of procedure.
extension Session {
  /// The proposals on a clause in the order in which they are put to the vote: the furthest removed from the text in substance
  /// first, as far as placements tell; of two as far removed, deletion comes first, then another text, then a new one.
  public func votingOrder(on clause: Clause.ID) -> [Proposal] {
    guard let place = scenario.index(of: clause) else { return [] }
    let now = text.provisions[place]
    func rank(_ proposal: Proposal) -> (Double, Int, Int) {
      let kind = proposal.provision == .absent ? 0 : now == .absent ? 2 : 1
      return (-removal(of: proposal.provision, at: place), kind, proposal.number)
    }
    return openProposals(on: clause).sorted { rank($0) < rank($1) }
  }

  /// How far a provision is from the text on the table, in points, averaged over the issues by how much the clause bears
  /// on them.
  public func removal(of provision: Provision, at clause: Int) -> Double {
    let now = scenario.placements(of: text.provisions[clause], at: clause)
    let then = scenario.placements(of: provision, at: clause)
    let weights = scenario.clauses[clause].weights
    let total = weights.reduce(0, +)
    let sum = weights.indices.reduce(0) {
      $0 + weights[$1] * (now[$1] - then[$1]).magnitude
    }
    return total > 0 ? sum / total : 0
  }

  /// What a question takes to be carried.
  public func rule(for question: Question) -> VotingRule {
    let procedure = scenario.body.procedure
    return switch question {
    case .proposal, .retain, .draft: scenario.body.rule
    case .reconsider: procedure.reconsideration ?? scenario.body.rule
    case .noAction, .ruling, .division: procedure.procedural
    }
  }

  /// Refuses a question that is not in order.
  func checkOrder(of question: Question) throws(Refusal) {
    let procedure = scenario.body.procedure
    switch question {
    case .proposal(let number):
      guard procedure.ordersAmendments else { return }
      let clause = try openProposal(number).clause
      guard !freeOrders.contains(clause), let first = votingOrder(on: clause).first,
        first.number != number
      else { return }
      throw .furtherRemoved(first.number, than: number)
    case .retain(let clause):
      let open = openProposals(on: clause)
      if !open.isEmpty { throw .severalOpen(clause, open.map(\.number)) }
      if procedure.ordersAmendments, !parts.contains(clause) {
        guard let place = scenario.index(of: clause), text.provisions[place] != .absent else {
          throw .notInText(clause)
        }
        throw .divideFirst(clause)
      }
    case .reconsider(let clause):
      guard procedure.reconsideration != nil, decided.contains(where: { $0.clause == clause })
      else { throw .notDecided(clause) }
    case .ruling(let clause):
      guard procedure.ordersAmendments, !freeOrders.contains(clause),
        votingOrder(on: clause).count > 1
      else { throw .noRuling(clause) }
    case .draft: if !parts.isEmpty { throw .partsFirst(parts) }
    case .division(let clauses): try checkParts(clauses)
    case .noAction: return
    }
  }

  /// Refuses to put apart what is not in the text.
  private func checkParts(_ clauses: [Clause.ID]) throws(Refusal) {
    for clause in clauses {
      guard let place = scenario.index(of: clause), text.provisions[place] != .absent else {
        throw .notInText(clause)
      }
      let open = openProposals(on: clause)
      if !open.isEmpty { throw .severalOpen(clause, open.map(\.number)) }
    }
  }

  /// The delegations that nobody plays and that would object to putting clauses apart: those who would lose noticeably
  /// if the clauses fell, and those that a person speaks for are asked.
  public func objectors(toDividing clauses: [Clause.ID], by actor: Role) -> [Delegation.ID] {
    let prospects = clauses.compactMap { scenario.index(of: $0) }.map {
      Prospect(of: .absent, at: $0, against: text, in: scenario)
    }
    let (asked, spoken) = (asked, spokenFor)
    return scenario.delegations.indices.filter { place in
      let id = scenario.delegations[place].id
      if actor == .delegation(id) { return false }
      if asked.contains(id) { return true }
      return !spoken.contains(id)
        && prospects.contains {
          $0.stakes[place] <= -Course.publicStake * scenario.model.noticeable
        }
    }.map { scenario.delegations[$0].id }
  }

  /// What comes of a motion to vote on clauses apart.
  func outcomeOfDividing(_ clauses: [Clause.ID], by actor: Role) throws(Refusal) -> [Event] {
    guard actor.delegation != nil else { throw .chairCannot(.divide(clauses)) }
    try checkParts(clauses)
    let objecting = objectors(toDividing: clauses, by: actor)
    guard objecting.isEmpty else { throw .divisionObjected(clauses, by: objecting) }
    return [.divided(clauses)]
  }

  /// What comes of an explanation of vote: proposer and sponsors give none on their own text (rule 128).
  func outcomeOfExplaining(
    _ question: Question,
    _ words: String,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    guard let delegation = actor.delegation else { throw .chairCannot(.explain(question, words)) }
    if case .proposal(let number) = question {
      guard let proposal = proposals.first(where: { $0.number == number }) else {
        throw .noSuchProposal(number, open: openProposals.map(\.number))
      }
      if proposal.proposer == actor || proposal.sponsors.contains(delegation) {
        throw .ownVote(number)
      }
    }
    return [.explained(delegation, question, words)]
  }

  /// Refuses to change a clause that was decided by vote, or to put again what was rejected, until the room opens it
  /// again.
  func checkIsOpen(_ clause: Clause.ID, for provision: Provision) throws(Refusal) {
    if isSettled(clause) { throw .alreadyDecided(clause) }
    if isBarred(provision, at: clause) { throw .alreadyRejected(clause, provision) }
  }

  /// Whether enough are in the room for a decision.
  func isQuorate(_ votes: [Vote]) -> Bool {
    let present = votes.count { $0.ballot != .absent }
    return Double(present) > scenario.body.procedure.quorum * Double(votes.count)
      || scenario.body.procedure.quorum == 0
  }

  /// The other proposals on a clause that fall with one that is carried.
  func disposed(by proposal: Proposal) -> [Event] {
    openProposals(on: proposal.clause).filter { $0.number != proposal.number }.map {
      .proposalDisposed($0.number, by: proposal.number)
    }
  }
}
