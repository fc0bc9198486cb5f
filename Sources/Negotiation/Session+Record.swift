import Treaty

extension Session {
  /// Changes the state by one event; cannot fail, and draws nothing.
  mutating func record(_ event: Event) {
    switch event {
    case .draftTabled(let id): open(id)
    case .floorTaken(let seats): self.seats = seats
    case .rulesKept(let rules): self.rules = rules
    case .proposalTabled(let proposal): proposals.append(proposal)
    case .sponsorJoined(let number, let delegation):
      change(number) { $0.sponsors.append(delegation) }
    case .sponsorLeft(let number, let delegation):
      change(number) { $0.sponsors.removeAll { $0 == delegation } }
    case .proposalWithdrawn(let number): change(number) { $0.state = .withdrawn }
    case .proposalDisposed(let number, by: _): change(number) { $0.state = .disposed }
    case .proposalSetAside(let number): change(number) { $0.state = .setAside }
    case .objectionRaised(.proposal(let number), let delegation):
      change(number) { $0.objectors.append(delegation) }
    case .objectionRaised(_, let delegation): objectors.append(delegation)
    case .objectionDropped(.proposal(let number), let delegation):
      change(number) { $0.objectors.removeAll { $0 == delegation } }
    case .objectionDropped(_, let delegation): objectors.removeAll { $0 == delegation }
    case .silenceBroken(let question, by: _):
      if question == .draft, stage == .package { isConsensusExhausted = true }
    case .agreedWithoutVote(let question):
      if case .proposal(let number) = question { change(number) { $0.state = .agreed } }
    case .voteTaken(let rollCall): record(rollCall)
    case .quorumMissed: break
    case .clauseChanged(let id, let provision):
      if let clause = scenario.index(of: id) {
        text = text.with(provision, at: clause)
        objectors = []
      }
    case .clauseReopened(let id): decided.removeAll { $0.clause == id }
    case .rulingOverturned(let id): freeOrders.append(id)
    case .declared(let declaration): declarations.append(declaration)
    case .said(let role, let words): statements.append((round, role, words))
    case .explained(let delegation, let question, let words):
      explanations.append((delegation, question, words))
    case .divided(let clauses): parts += clauses.filter { !parts.contains($0) }
    case .requestAnswered(let delegation, let favour, let accepts):
      requests.append((delegation, favour, accepts))
    case .voteCalled: isVoteDue = true
    case .talksEnded(let outcome):
      self.outcome = outcome
      stage = .concluded
      isVoteDue = false
    case .roundBegan(let round):
      stage = .negotiating(round: round)
      self.round = round
    case .blocMet(let meeting): meetings.append((round, meeting))
    case .acted(let act): acts.append((round, act))
    case .newsBroke(let id): hear(id)
    case .packagePut(let taken):
      for place in proposals.indices where proposals[place].state == .open {
        proposals[place].state = taken.contains(proposals[place].number) ? .agreed : .leftOut
      }
      stage = .package
    case .dealOffered(let deal): deals.append(deal)
    case .dealAnswered(let number, let accepts):
      deals[number - 1].state = accepts ? .accepted : .refused
    case .capitalAnswered(let answer): answers.append(answer)
    case .instructionBreached(let delegation, let place): breaches.append((delegation, place))
    case .signatureAnnounced(let delegation, let signs):
      announcements.append((delegation, signs))
    case .signed(let delegations):
      signatories = delegations
      stage = .signature
    case .ratified(let years):
      ratifications = years
      stage = .ratification
    case .debriefBegan: stage = .debrief
    }
  }

  /// Puts a draft on the table and ends all that was open on the one before.
  private mutating func open(_ id: Draft.ID) {
    base = scenario.index(of: id) ?? base
    text = scenario.drafts[base].text
    proposals = []
    objectors = []
    deals = []
    declarations = []
    decided = []
    freeOrders = []
    parts = []
    announcements = []
    outcome = nil
    signatories = nil
    ratifications = nil
    isVoteDue = false
    isConsensusExhausted = false
    stage = .negotiating(round: 1)
    round = 1
  }

  private mutating func record(_ rollCall: RollCall) {
    votes.append(rollCall)
    switch rollCall.question {
    case .proposal(let number):
      change(number) { $0.state = rollCall.isCarried ? .adopted : .rejected }
      guard let proposal = proposals.first(where: { $0.number == number }),
        let clause = scenario.index(of: proposal.clause)
      else { return }
      let other = rollCall.isCarried ? text.provisions[clause] : proposal.provision
      let ruling = Ruling(clause: proposal.clause, other: other, isCarried: rollCall.isCarried)
      decided.insert(ruling, at: 0)
    case .draft: isVoteDue = false
    case .retain(let clause): parts.removeAll { $0 == clause }
    case .reconsider, .noAction, .ruling, .division: break
    }
  }

  /// Has delegations feel what a piece of news changes.
  private mutating func hear(_ id: NewsItem.ID) {
    guard let item = scenario.news.first(where: { $0.id == id }) else { return }
    news.append((round, id))
    scenario = scenario.with(
      delegations: scenario.delegations.map { delegation in
        item.effects.reduce(delegation) { $1.reaches($0) ? $0.feeling($1.change) : $0 }
      }
    )
  }

  private mutating func change(_ number: Int, _ change: (inout Proposal) -> Void) {
    guard let index = proposals.firstIndex(where: { $0.number == number }) else { return }
    change(&proposals[index])
  }
}

extension Delegation {
  /// The same delegation after something has changed what it wants.
  fileprivate func feeling(_ change: NewsItem.Effect.Change) -> Delegation {
    switch change {
    case .salience(let factor, let issue):
      var saliences = saliences
      saliences[issue] *= factor
      let mean = saliences.reduce(0, +) / Double(saliences.count)
      return with(saliences: saliences.map { $0 / mean })
    case .position(let points, let issue):
      var positions = positions
      positions[issue] = min(max(positions[issue] + points, 0), 100)
      return with(positions: positions)
    case .openness(let step): return with(openness: min(max(openness + step, 0), 1))
    }
  }
}
