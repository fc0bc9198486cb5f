public import Forecasting
public import Treaty

extension Session {
  /// What the model expects of a question that is put now.
  public func forecast(of question: Question) throws(Refusal) -> Forecast {
    let texts = try texts(of: question)
    switch question {
    case .proposal:
      return Forecast(of: texts.carried, against: texts.lost, in: scenario, under: circumstances)
    case .retain:
      return Forecast(keeping: texts.carried, over: texts.lost, in: scenario, under: circumstances)
    case .draft:
      return Forecast(of: texts.carried, in: scenario, under: circumstances)
    case .reconsider, .noAction, .ruling, .division:
      return Forecast(
        of: texts.carried,
        against: texts.lost,
        in: scenario,
        under: circumstances,
        rule: rule(for: question)
      )
    }
  }

  /// What every delegation does in a vote: the given ballots stand, the others are drawn.
  ///
  /// A name under a proposal, or a promise to support the text, is a vote for it, if its owner is in the room.
  func drawnVotes(on question: Question, given ballots: [Vote]) throws(Refusal) -> [Vote] {
    let electorate = try forecast(of: question).electorate
    let drawn = electorate.ballots(in: latentVote(of: electorate, for: "vote", on: question))
    let bound = Set(pledged(to: question))
    return zip(scenario.delegations, drawn).map { delegation, ballot in
      if let given = ballots.first(where: { $0.delegation == delegation.id }) { return given }
      let isBound = bound.contains(delegation.id)
      return Vote(delegation.id, isBound && ballot != .absent ? .yes : ballot)
    }
  }

  /// Who has pledged to vote for something: by its name under a proposal, or by a promise to support the text.
  public func pledged(to question: Question) -> [Delegation.ID] {
    switch question {
    case .proposal(let number):
      guard let proposal = proposals.first(where: { $0.number == number }) else { return [] }
      return [proposal.proposer.delegation].compactMap { $0 } + proposal.sponsors
    case .draft: return scenario.delegations.map(\.id).filter { hasPromisedSupport($0) }
    case .retain, .reconsider, .noAction, .ruling, .division: return []
    }
  }

  /// The delegations that would not let a question pass without a vote; those that people speak
  /// for say so themselves and are never drawn.
  func blockers(of question: Question) throws(Refusal) -> [Delegation.ID] {
    let electorate = try forecast(of: question).electorate
    let vote = latentVote(of: electorate, for: "agree", on: question)
    let asked = asked
    // Where consensus is not sought, nobody lets pass what it would vote against.
    let drawn =
      scenario.body.seeksConsensus
      ? electorate.blockers(in: vote)
      : zip(electorate.voters.indices, electorate.ballots(in: vote)).filter { $1 == .no }.map(\.0)
    return drawn.map { scenario.delegations[$0].id }.filter {
      !asked.contains($0) && !(question == .draft && hasPromisedSupport($0))
    }
  }

  /// Who is against a text and lets it pass all the same: it would have voted no, and does not block.
  func dissenters() throws(Refusal) -> [Delegation.ID] {
    let electorate = try forecast(of: .draft).electorate
    let vote = latentVote(of: electorate, for: "agree", on: .draft)
    let asked = asked
    return zip(scenario.delegations, electorate.ballots(in: vote)).compactMap {
      $1 == .no && !asked.contains($0.id) ? $0.id : nil
    }
  }

  /// All that chance decides in a vote.
  ///
  /// Everything is drawn for every delegation, asked or not, so that what one does never shifts
  /// what chance decides for another. Within a round luck stands still: asked again, or asked after
  /// undo, the same question meets the same room.
  private func latentVote(
    of electorate: Electorate,
    for purpose: String,
    on question: Question
  ) -> LatentVote {
    var generator = SeededGenerator(
      seed: seed,
      purpose: "\(purpose)/\(name(of: question))/\(stageKey)"
    )
    let common = electorate.commonShock * generator.normal()
    var vote = LatentVote(
      common: common,
      blocs: [],
      isUnited: [],
      blocNoise: [],
      noise: [],
      isPresent: []
    )
    for discipline in electorate.disciplines {
      vote.blocs.append(electorate.blocShock * generator.normal())
      vote.isUnited.append(generator.uniform() < discipline)
      vote.blocNoise.append(generator.logistic())
    }
    for voter in electorate.voters {
      vote.isPresent.append(generator.uniform() >= voter.absence)
      vote.noise.append(generator.logistic())
    }
    return vote
  }

  /// The round, or the package: within it luck stands still.
  private var stageKey: String {
    if case .negotiating(let round) = stage { return "\(round)" }
    return "package"
  }

  private func name(of question: Question) -> String {
    switch question {
    case .proposal(let number):
      proposals.first { $0.number == number }.map { "\($0.clause)=\($0.provision.key)" } ?? ""
    case .retain(let clause): clause.text
    case .draft: "draft"
    case .reconsider(let clause): "reconsider \(clause)"
    case .noAction(let number): "no action on \(name(of: .proposal(number)))"
    case .ruling(let clause): "ruling \(clause)"
    case .division(let clauses): "division \(clauses.map(\.text).joined(separator: ","))"
    }
  }
}
