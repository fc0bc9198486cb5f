import Treaty

extension Session {
  /// What would come of a move; decides, draws what chance decides, and changes nothing.
  func outcome(of move: Move, by actor: Role) throws(Refusal) -> [Event] {
    switch move {
    case .start(let draft): return [.draftTabled(draft)]
    case .speak(let delegations): return [.floorTaken(delegations)]
    case .propose, .sponsor, .withdraw, .agree, .object, .vote, .nextRound:
      if case .concluded(let adoption, _) = stage { throw .concluded(adoption) }
    }
    switch move {
    case .start, .speak: return []
    case .propose(let clause, let provision):
      return try outcomeOfProposing(provision, for: clause, by: actor)
    case .sponsor(let number): return try outcomeOfSponsoring(number, by: actor)
    case .withdraw(let number): return try outcomeOfWithdrawing(number, by: actor)
    case .object(let question): return try outcomeOfObjecting(to: question, by: actor)
    case .agree(let question): return try outcomeOfAgreeing(question)
    case .vote(let question, let ballots): return try outcomeOfVoting(question, ballots: ballots)
    case .nextRound:
      guard round < scenario.rounds else { throw .lastRound(round) }
      return [.roundBegan(round + 1)]
    }
  }

  private func outcomeOfProposing(
    _ provision: Provision,
    for id: Clause.ID,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    guard let clause = scenario.index(of: id) else {
      preconditionFailure("moves name clauses of the scenario")
    }
    guard text.provisions[clause] != provision else { throw .alreadyReads(id, provision) }
    if let same = openProposals(on: id).first(where: { $0.provision == provision }) {
      throw .alreadyProposed(same.number)
    }
    let proposal = Proposal(
      number: proposals.count + 1,
      clause: id,
      provision: provision,
      proposer: actor
    )
    return [.proposalTabled(proposal)]
  }

  private func outcomeOfSponsoring(_ number: Int, by actor: Role) throws(Refusal) -> [Event] {
    let proposal = try openProposal(number)
    guard let delegation = actor.delegation else { throw .chairCannot(.sponsor(number)) }
    guard proposal.proposer != actor, !proposal.sponsors.contains(delegation) else {
      throw .alreadySponsor(number, delegation)
    }
    guard !proposal.objectors.contains(delegation) else {
      throw .alreadyObjected(.proposal(number), delegation)
    }
    return [.sponsorJoined(number, delegation)]
  }

  private func outcomeOfWithdrawing(_ number: Int, by actor: Role) throws(Refusal) -> [Event] {
    let proposal = try openProposal(number)
    if proposal.proposer == actor { return [.proposalWithdrawn(number)] }
    guard let delegation = actor.delegation, proposal.sponsors.contains(delegation) else {
      throw .notSponsor(number, proposal.proposer)
    }
    return [.sponsorLeft(number, delegation)]
  }

  private func outcomeOfObjecting(
    to question: Question,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    guard case .proposal(let number) = question else {
      guard let delegation = actor.delegation else { throw .chairCannot(.object(question)) }
      guard !objectors.contains(delegation) else { throw .alreadyObjected(question, delegation) }
      return [.objectionRaised(.draft, delegation)]
    }
    let proposal = try openProposal(number)
    guard let delegation = actor.delegation else { throw .chairCannot(.object(question)) }
    guard proposal.proposer != actor, !proposal.sponsors.contains(delegation) else {
      throw .ownProposal(number)
    }
    guard !proposal.objectors.contains(delegation) else {
      throw .alreadyObjected(question, delegation)
    }
    return [.objectionRaised(question, delegation)]
  }

  private func outcomeOfAgreeing(_ question: Question) throws(Refusal) -> [Event] {
    let objecting =
      if case .proposal(let number) = question {
        try openProposal(number).objectors
      } else {
        objectors
      }
    guard objecting.isEmpty else { throw .objected(question, by: objecting) }
    let blocking = try blockers(of: question)
    guard blocking.isEmpty else { return [.silenceBroken(question, by: blocking)] }
    let consequences = try consequences(of: question, isCarried: true, .byConsensus)
    return [.agreedWithoutVote(question)] + consequences
  }

  private func outcomeOfVoting(
    _ question: Question,
    ballots: [Vote]
  ) throws(Refusal) -> [Event] {
    if case .retain(let clause) = question {
      let open = openProposals(on: clause)
      if !open.isEmpty { throw .severalOpen(clause, open.map(\.number)) }
    }
    for delegation in played where !ballots.contains(where: { $0.delegation == delegation }) {
      throw .ballotMissing(delegation)
    }
    let votes = try drawnVotes(on: question, given: ballots)
    let isCarried = scenario.body.rule.isMet(by: votes, in: scenario)
    let rollCall = RollCall(
      question: question,
      number: self.votes.count + 1,
      votes: votes,
      isCarried: isCarried
    )
    return [.voteTaken(rollCall)] + (try consequences(of: question, isCarried: isCarried, .byVote))
  }

  private func consequences(
    of question: Question,
    isCarried: Bool,
    _ adoption: Adoption
  ) throws(Refusal) -> [Event] {
    switch question {
    case .proposal(let number):
      let proposal = try openProposal(number)
      return isCarried ? [.clauseChanged(proposal.clause, proposal.provision)] : []
    case .retain(let clause):
      return isCarried ? [] : [.clauseChanged(clause, .absent)]
    case .draft:
      return isCarried ? [.treatyAdopted(adoption)] : []
    }
  }
}
