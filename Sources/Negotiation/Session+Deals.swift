import Forecasting
public import Treaty

extension Session {
  /// What technical help is worth to a state that has none, wants it most and cares as much about it as about
  /// anything else, in units of gain; a judgement, twice what is noticeable.
  static let worthOfHelp = 0.1
  /// What giving it costs, as a share of that; a judgement.
  static let costOfHelp = 0.3

  /// What the deals in force are worth to each delegation, in units of gain; empty where there are none.
  var worthOfDeals: [Double] {
    let helping = deals.filter { $0.state == .accepted && ($0.gives == .help || $0.wants == .help) }
    guard !helping.isEmpty else { return [] }
    return scenario.delegations.map { delegation in
      helping.reduce(0) { sum, deal in
        let (giver, taker) = deal.gives == .help ? (deal.from, deal.to) : (deal.to, deal.from)
        if delegation.id == taker { return sum + helpWorth(to: delegation) }
        return delegation.id == giver ? sum - Session.worthOfHelp * Session.costOfHelp : sum
      }
    }
  }

  /// The issues that clauses on assistance bear on.
  private var assistanceIssues: [Int] {
    scenario.issues.indices.filter { issue in
      scenario.clauses.contains { $0.kind == .assistance && $0.weights[issue] > 0 }
    }
  }

  /// What help is worth to a delegation: by how much it wants assistance and cares about it.
  public func helpWorth(to delegation: Delegation) -> Double {
    let issues = assistanceIssues
    guard !issues.isEmpty else { return 0 }
    let wish = issues.reduce(0) {
      $0 + delegation.positions[$1] / 100 * delegation.saliences[$1]
    }
    return Session.worthOfHelp * wish / Double(issues.count)
  }

  /// Whether a delegation could do something that it promises.
  public func canKeep(_ favour: Deal.Favour, by delegation: Delegation.ID) -> Bool {
    switch favour {
    case .sponsor(let number):
      guard let proposal = openProposals.first(where: { $0.number == number }) else {
        return false
      }
      return proposal.proposer != .delegation(delegation)
        && !proposal.sponsors.contains(delegation) && !proposal.objectors.contains(delegation)
    case .letPass(let number):
      guard let proposal = openProposals.first(where: { $0.number == number }) else {
        return false
      }
      return proposal.proposer != .delegation(delegation)
    case .help: return !assistanceIssues.isEmpty
    case .supportDraft, .words: return true
    }
  }

  /// Whether a delegation still deals with another: not with one that broke its word to it.
  func trusts(_ delegation: Delegation.ID, _ other: Delegation.ID) -> Bool {
    !deals.contains { deal in
      guard deal.state == .accepted else { return false }
      if deal.from == other, deal.to == delegation {
        return keeping(deal.gives, by: other) == false
      }
      if deal.to == other, deal.from == delegation {
        return deal.wants.flatMap { keeping($0, by: other) } == false
      }
      return false
    }
  }

  /// Whether a promise has been kept so far; nil where that cannot be told.
  public func keeping(_ favour: Deal.Favour, by delegation: Delegation.ID) -> Bool? {
    switch favour {
    case .sponsor(let number):
      guard let proposal = proposals.first(where: { $0.number == number }) else { return nil }
      return proposal.sponsors.contains(delegation)
    case .letPass(let number):
      guard let proposal = proposals.first(where: { $0.number == number }) else { return nil }
      let voted = votes.first { $0.question == .proposal(number) }?.votes.first {
        $0.delegation == delegation
      }
      return !proposal.objectors.contains(delegation) && voted?.ballot != .no
    case .supportDraft:
      guard let outcome else { return nil }
      if outcome == .adoptedByConsensus { return !objectors.contains(delegation) }
      let roll = votes.last { $0.question == .draft }
      return roll.map { roll in
        roll.votes.first { $0.delegation == delegation }?.ballot == .yes
      }
    case .help: return true
    case .words: return nil
    }
  }

  /// Whether a delegation has promised to support the whole text.
  func hasPromisedSupport(_ delegation: Delegation.ID) -> Bool {
    deals.contains {
      $0.state == .accepted
        && ($0.from == delegation && $0.gives == .supportDraft
          || $0.to == delegation && $0.wants == .supportDraft)
    }
  }

  /// What an offer, or a request without return, would be worth to whoever is asked, in units of gain; what it does
  /// itself counts against it.
  public func worth(of deal: Deal) -> Double {
    guard let place = scenario.index(of: deal.to) else { return 0 }
    let taken = worth(of: deal.gives, done: true, to: place)
    let given = deal.wants.map { worth(of: $0, done: false, to: place) } ?? 0
    return taken + given
  }

  /// Whether a delegation joins a change for nothing: it gains noticeably by it.
  func joins(_ prospect: Prospect, _ place: Int) -> Bool {
    prospect.stakes[place] >= scenario.model.noticeable
  }

  /// Whether a delegation would lose by a change what it takes a side over in public.
  func fights(_ prospect: Prospect, _ place: Int) -> Bool {
    prospect.stakes[place] <= -Course.publicStake * scenario.model.noticeable
  }

  /// Whether an offer asks for a name under what its addressee fights.
  public func lendsNoName(_ deal: Deal) -> Bool {
    guard case .sponsor(let number) = deal.wants, let place = scenario.index(of: deal.to),
      let proposal = openProposals.first(where: { $0.number == number })
    else { return false }
    return fights(prospect(of: proposal), place)
  }

  /// The offers that wait for an answer and can still be kept.
  public var waitingDeals: [Deal] {
    deals.filter { deal in
      deal.state == .open && !deal.isPromise && canKeep(deal.gives, by: deal.from)
        && deal.wants.map { canKeep($0, by: deal.to) } != false
    }
  }

  /// What it is worth to a delegation that a change has one backer more, in units of gain: most where the room is
  /// divided, and never nothing, since a sponsor stands there with its name; a judgement.
  static func worth(ofBacking prospect: Prospect, to place: Int) -> Double {
    prospect.gains[place] * (0.2 + 0.8 * prospect.chance * (1 - prospect.chance))
  }

  /// What a favour is worth to a delegation that is done it, or that does it.
  private func worth(of favour: Deal.Favour, done isDoneToIt: Bool, to place: Int) -> Double {
    switch favour {
    case .sponsor(let number), .letPass(let number):
      guard let proposal = openProposals.first(where: { $0.number == number }) else { return 0 }
      let prospect = prospect(of: proposal)
      return Session.worth(ofBacking: prospect, to: place)
    case .supportDraft:
      let gain = Inclinations(to: text, in: scenario, under: circumstances).gains[place]
      return isDoneToIt ? 0 : min(0, gain)
    case .help:
      return isDoneToIt
        ? helpWorth(to: scenario.delegations[place]) : -Session.worthOfHelp * Session.costOfHelp
    case .words: return 0
    }
  }

  func outcomeOfOffering(
    _ to: Delegation.ID,
    _ gives: Deal.Favour,
    _ wants: Deal.Favour?,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    guard let from = actor.delegation else {
      throw .chairCannot(.offer(to: to, gives: gives, wants: wants))
    }
    guard from != to else { throw .dealWithSelf }
    guard canKeep(gives, by: from) else { throw .cannotKeep(from, gives) }
    if let wants, !canKeep(wants, by: to) { throw .cannotKeep(to, wants) }
    let deal = Deal(
      number: deals.count + 1,
      round: round,
      from: from,
      to: to,
      gives: gives,
      wants: wants
    )
    // Whoever is played, or is spoken for by name, answers for itself; words bind nobody.
    let isPromise = if case .words = gives { true } else { false }
    guard !isPromise, !spokenFor.contains(to) else { return [.dealOffered(deal)] }
    let isTaken = trusts(to, from) && !lendsNoName(deal) && worth(of: deal) > 0
    return [.dealOffered(deal)]
      + (isTaken ? outcomeOfAccepting(deal) : [.dealAnswered(deal.number, accepts: false)])
  }

  func outcomeOfCountering(
    _ number: Int,
    _ gives: Deal.Favour,
    _ wants: Deal.Favour?,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    let refusal = try outcomeOfAnswering(number, accepts: false, by: actor)
    return refusal + (try outcomeOfOffering(deals[number - 1].from, gives, wants, by: actor))
  }

  /// What comes of asking delegations for something without a return: each joins what it gains by, and lets
  /// pass what it would hardly lose by.
  ///
  /// Those that people speak for answer for themselves.
  func outcomeOfAsking(
    _ delegations: [Delegation.ID],
    _ favour: Deal.Favour,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    var events: [Event] = []
    for delegation in delegations {
      guard actor != .delegation(delegation) else { throw .dealWithSelf }
      guard !spokenFor.contains(delegation) else { throw .answersForItself(delegation, favour) }
      guard canKeep(favour, by: delegation) else { throw .cannotKeep(delegation, favour) }
      let accepts = isWilling(delegation, to: favour)
      events.append(.requestAnswered(delegation, favour, accepts: accepts))
      guard accepts else { continue }
      switch favour {
      case .sponsor(let number): events.append(.sponsorJoined(number, delegation))
      case .letPass(let number):
        let proposal = proposals.first { $0.number == number }
        if proposal?.objectors.contains(delegation) == true {
          events.append(.objectionDropped(.proposal(number), delegation))
        }
      case .supportDraft, .help, .words: break
      }
    }
    return events
  }

  /// Whether a delegation does something for nothing.
  private func isWilling(_ delegation: Delegation.ID, to favour: Deal.Favour) -> Bool {
    guard let place = scenario.index(of: delegation) else { return false }
    switch favour {
    case .sponsor(let number), .letPass(let number):
      guard let proposal = openProposals.first(where: { $0.number == number }) else {
        return false
      }
      let prospect = prospect(of: proposal)
      if case .sponsor = favour { return joins(prospect, place) }
      return prospect.stakes[place] > -scenario.model.noticeable
    case .supportDraft:
      return Inclinations(to: text, in: scenario, under: circumstances).gains[place] > 0
    case .help, .words: return false
    }
  }

  func outcomeOfAnswering(
    _ number: Int,
    accepts: Bool,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    let open = deals.filter { $0.state == .open }
    guard number > 0, number <= deals.count else {
      throw .noSuchDeal(number, open: open.map(\.number))
    }
    let deal = deals[number - 1]
    guard deal.state == .open else { throw .dealClosed(number, deal.state) }
    guard actor.delegation == deal.to else { throw .notAddressed(number, to: deal.to) }
    guard accepts else { return [.dealAnswered(number, accepts: false)] }
    guard canKeep(deal.gives, by: deal.from) else { throw .cannotKeep(deal.from, deal.gives) }
    if let wants = deal.wants, !canKeep(wants, by: deal.to) { throw .cannotKeep(deal.to, wants) }
    return outcomeOfAccepting(deal)
  }

  /// What comes of an offer that is taken up: what can be done at once is done.
  func outcomeOfAccepting(_ deal: Deal) -> [Event] {
    var events: [Event] = [.dealAnswered(deal.number, accepts: true)]
    for (favour, delegation) in [(deal.gives, deal.from), (deal.wants, deal.to)] {
      switch favour {
      case .sponsor(let number):
        events.append(.sponsorJoined(number, delegation))
        if let proposal = openProposals.first(where: { $0.number == number }) {
          events += breaches(of: .delegation(delegation), supporting: proposal)
        }
      case .letPass(let number):
        let objects = proposals.first { $0.number == number }?.objectors.contains(delegation)
        if objects == true { events.append(.objectionDropped(.proposal(number), delegation)) }
      case .supportDraft, .help, .words, nil: break
      }
    }
    return events
  }
}

extension Session {
  /// What delegations see in an open proposal.
  func prospect(of proposal: Proposal) -> Prospect {
    guard let clause = scenario.index(of: proposal.clause) else {
      preconditionFailure("proposals name clauses of the scenario")
    }
    return Prospect(of: proposal.provision, at: clause, against: text, in: scenario)
  }
}
