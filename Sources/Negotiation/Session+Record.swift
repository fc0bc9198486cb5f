import Treaty

extension Session {
  /// Changes the state by one event; cannot fail, and draws nothing.
  mutating func record(_ event: Event) {
    switch event {
    case .draftTabled(let id):
      base = scenario.index(of: id) ?? base
      text = scenario.drafts[base].text
      proposals = []
      objectors = []
      stage = .negotiating(round: 1)
    case .floorTaken(let delegations):
      played = delegations
    case .proposalTabled(let proposal):
      proposals.append(proposal)
    case .sponsorJoined(let number, let delegation):
      change(number) { $0.sponsors.append(delegation) }
    case .sponsorLeft(let number, let delegation):
      change(number) { $0.sponsors.removeAll { $0 == delegation } }
    case .proposalWithdrawn(let number):
      change(number) { $0.state = .withdrawn }
    case .objectionRaised(.proposal(let number), let delegation):
      change(number) { $0.objectors.append(delegation) }
    case .objectionRaised(.draft, let delegation), .objectionRaised(.retain, let delegation):
      objectors.append(delegation)
    case .silenceBroken:
      break
    case .agreedWithoutVote(let question):
      if case .proposal(let number) = question { change(number) { $0.state = .agreed } }
    case .voteTaken(let rollCall):
      votes.append(rollCall)
      if case .proposal(let number) = rollCall.question {
        change(number) { $0.state = rollCall.isCarried ? .adopted : .rejected }
      }
    case .clauseChanged(let id, let provision):
      if let clause = scenario.index(of: id) {
        text = text.with(provision, at: clause)
        objectors = []
      }
    case .treatyAdopted(let adoption):
      stage = .concluded(adoption, round: round)
    case .roundBegan(let round):
      stage = .negotiating(round: round)
    }
  }

  private mutating func change(_ number: Int, _ change: (inout Proposal) -> Void) {
    guard let index = proposals.firstIndex(where: { $0.number == number }) else { return }
    change(&proposals[index])
  }
}
