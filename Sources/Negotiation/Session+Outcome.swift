import Treaty

extension Session {
  /// What would come of a move; decides, draws what chance decides, and changes nothing.
  func outcome(of move: Move, by actor: Role) throws(Refusal) -> [Event] {
    try checkStage(for: move)
    if case .observer(let observer) = actor {
      switch move {
      case .say, .ask, .speak, .keep, .proceed: break
      default: throw .observerCannot(observer)
      }
    }
    switch move {
    case .start(let draft): return [.draftTabled(draft)]
    case .speak(let seats): return [.floorTaken(seats)]
    case .keep(let rules):
      if self.rules.isClass, actor != .chair { throw .chairOnly }
      return [.rulesKept(rules)]
    case .propose(let clause, let provision):
      return try outcomeOfProposing(provision, for: clause, by: actor)
    case .sponsor(let number): return try outcomeOfSponsoring(number, by: actor)
    case .withdraw(let number): return try outcomeOfWithdrawing(number, by: actor)
    case .object(let question): return try outcomeOfObjecting(to: question, by: actor)
    case .agree(let question): return try outcomeOfAgreeing(question)
    case .vote(let question, let ballots):
      if case .ruling = question, actor == .chair { throw .chairCannot(move) }
      return try outcomeOfVoting(question, ballots: ballots)
    case .proceed: return try outcomeOfProceeding()
    case .offer(let to, let gives, let wants):
      return try outcomeOfOffering(to, gives, wants, by: actor)
    case .answer(let number, let accepts):
      return try outcomeOfAnswering(number, accepts: accepts, by: actor)
    case .askCapital(let clause, let provision):
      return try outcomeOfAskingCapital(provision, for: clause, by: actor)
    case .counter(let number, let gives, let wants):
      return try outcomeOfCountering(number, gives, wants, by: actor)
    case .ask(let delegations, let favour):
      return try outcomeOfAsking(delegations, favour, by: actor)
    case .declare(let kind, let clause):
      return try outcomeOfDeclaring(kind, on: clause, by: actor)
    case .say(let words): return [.said(actor, words)]
    case .explain(let question, let words):
      return try outcomeOfExplaining(question, words, by: actor)
    case .divide(let clauses): return try outcomeOfDividing(clauses, by: actor)
    case .sign(let signs): return try outcomeOfAnnouncing(signs, by: actor)
    }
  }

  /// Refuses what has no place in the stage that the talks are in.
  private func checkStage(for move: Move) throws(Refusal) {
    switch move {
    case .start, .speak, .keep, .proceed, .say, .explain: return
    case .sign:
      guard case .concluded = stage, outcome?.isAdopted == true, scenario.aftermath != nil else {
        throw .noCeremony
      }
    case .propose, .sponsor, .withdraw, .agree, .object, .vote, .offer, .answer, .counter, .ask,
      .askCapital, .declare, .divide:
      if let outcome { throw .concluded(outcome) }
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
    try checkIsOpen(id, for: provision)
    let proposal = Proposal(
      number: proposals.count + 1,
      clause: id,
      provision: provision,
      proposer: actor
    )
    return [.proposalTabled(proposal)] + breaches(of: actor, supporting: proposal)
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
    return [.sponsorJoined(number, delegation)] + breaches(of: actor, supporting: proposal)
  }

  private func outcomeOfWithdrawing(_ number: Int, by actor: Role) throws(Refusal) -> [Event] {
    let proposal = try openProposal(number)
    if proposal.proposer == actor { return [.proposalWithdrawn(number)] }
    guard let delegation = actor.delegation else { throw .notSponsor(number, proposal.proposer) }
    if proposal.sponsors.contains(delegation) { return [.sponsorLeft(number, delegation)] }
    if proposal.objectors.contains(delegation) {
      return [.objectionDropped(.proposal(number), delegation)]
    }
    throw .notSponsor(number, proposal.proposer)
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

  /// What comes of seeking agreement without a vote.
  func outcomeOfAgreeing(_ question: Question) throws(Refusal) -> [Event] {
    let objecting =
      if case .proposal(let number) = question {
        try openProposal(number).objectors
      } else {
        objectors
      }
    guard objecting.isEmpty else { throw .objected(question, by: objecting) }
    if question == .draft, !parts.isEmpty { throw .partsFirst(parts) }
    let blocking = try blockers(of: question)
    guard blocking.isEmpty else { return [.silenceBroken(question, by: blocking)] }
    var events: [Event] = [.agreedWithoutVote(question)]
    switch question {
    case .proposal(let number):
      let proposal = try openProposal(number)
      events.append(.clauseChanged(proposal.clause, proposal.provision))
      events += disposed(by: proposal)
    case .draft:
      let dissenting = try dissenters()
      events += dissenting.map {
        .declared(Declaration(delegation: $0, kind: .dissociation, clause: nil))
      }
      events.append(.talksEnded(.adoptedByConsensus))
    case .retain, .reconsider, .noAction, .ruling, .division: break
    }
    return events
  }

  /// What comes of a vote.
  func outcomeOfVoting(_ question: Question, ballots: [Vote]) throws(Refusal) -> [Event] {
    try checkOrder(of: question)
    for delegation in asked where !ballots.contains(where: { $0.delegation == delegation }) {
      throw .ballotMissing(delegation)
    }
    let votes = try drawnVotes(on: question, given: ballots)
    guard isQuorate(votes) else {
      return [.quorumMissed(question, present: votes.count { $0.ballot != .absent })]
    }
    let rollCall = RollCall(
      question: question,
      number: self.votes.count + 1,
      votes: votes,
      isCarried: isCarried(question, by: votes)
    )
    let breached = breaches(in: rollCall)
    return [.voteTaken(rollCall)] + (try consequences(of: rollCall)) + breached
  }

  /// Whether votes carry a question; a ruling stands unless more are against it than for it (rule 113).
  private func isCarried(_ question: Question, by votes: [Vote]) -> Bool {
    guard case .ruling = question else {
      return rule(for: question).isMet(by: votes, in: scenario)
    }
    return votes.count { $0.ballot == .no } <= votes.count { $0.ballot == .yes }
  }

  private func consequences(of rollCall: RollCall) throws(Refusal) -> [Event] {
    let isCarried = rollCall.isCarried
    switch rollCall.question {
    case .proposal(let number):
      let proposal = try openProposal(number)
      guard isCarried else { return [] }
      return [.clauseChanged(proposal.clause, proposal.provision)] + disposed(by: proposal)
    case .retain(let clause):
      guard !isCarried, let place = scenario.index(of: clause) else { return [] }
      let struck = Event.clauseChanged(clause, .absent)
      // A text of which every part has fallen has fallen as a whole (rule 129).
      let left = text.with(.absent, at: place).provisions
      guard parts == [clause], left.allSatisfy({ $0 == .absent }) else { return [struck] }
      let (yes, no) = (rollCall.count(.yes), rollCall.count(.no))
      let end = Outcome.notAdopted(yes: yes, no: no, abstaining: rollCall.count(.abstain))
      return [struck, .talksEnded(end)]
    case .draft:
      let (yes, no) = (rollCall.count(.yes), rollCall.count(.no))
      let abstaining = rollCall.count(.abstain)
      if isCarried {
        return [.talksEnded(.adoptedByVote(yes: yes, no: no, abstaining: abstaining))]
      }
      // In the rounds the talks go on; a package that is lost is the end.
      return stage == .package
        ? [.talksEnded(.notAdopted(yes: yes, no: no, abstaining: abstaining))] : []
    case .reconsider(let clause): return isCarried ? [.clauseReopened(clause)] : []
    case .noAction(let number): return isCarried ? [.proposalSetAside(number)] : []
    case .ruling(let clause): return isCarried ? [] : [.rulingOverturned(clause)]
    case .division(let clauses): return isCarried ? [.divided(clauses)] : []
    }
  }

  private func outcomeOfDeclaring(
    _ kind: Declaration.Kind,
    on clause: Clause.ID,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    guard let delegation = actor.delegation else { throw .chairCannot(.declare(kind, clause)) }
    let declaration = Declaration(delegation: delegation, kind: kind, clause: clause)
    guard !declarations.contains(declaration) else { throw .alreadySaid(delegation) }
    return [.declared(declaration)]
  }

  private func outcomeOfAnnouncing(_ signs: Bool, by actor: Role) throws(Refusal) -> [Event] {
    guard let delegation = actor.delegation else { throw .chairCannot(.sign(signs)) }
    guard !announcements.contains(where: { $0.delegation == delegation }) else {
      throw .alreadySaid(delegation)
    }
    return [.signatureAnnounced(delegation, signs)]
  }
}
