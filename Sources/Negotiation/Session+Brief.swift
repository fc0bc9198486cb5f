import Forecasting
public import Treaty

/// How an instruction stands.
public enum Fulfilment: String, Sendable, Codable, CaseIterable {
  /// It is met; for `never` and `ask`, the thing has not come about.
  case won
  /// It is not met, and the talks go on.
  case inReach
  /// The talks are over and it was not met; for `never` and `ask`, the thing came about.
  case lost
}

extension Session {
  /// How an instruction stands with the text on the table.
  public func fulfilment(of instruction: Brief.Instruction) -> Fulfilment {
    let isAdopted = outcome?.isAdopted
    let holds = instruction.holds(of: text, isAdopted: isAdopted, in: scenario)
    switch instruction.force {
    case .must, .wants, .trade:
      if outcome == nil { return holds ? .won : .inReach }
      // What is not adopted has brought nobody anything, unless that was the wish.
      let wishesFailure = instruction.conditions.contains(.isAdopted(false))
      return holds && (isAdopted == true || wishesFailure) ? .won : .lost
    case .ask, .never:
      if outcome == nil { return holds ? .inReach : .won }
      return holds && isAdopted == true ? .lost : .won
    }
  }

  /// The breaches of its instructions that a delegation commits by supporting a proposal.
  func breaches(of actor: Role, supporting proposal: Proposal) -> [Event] {
    guard let delegation = actor.delegation, let clause = scenario.index(of: proposal.clause) else {
      return []
    }
    return breaches(of: delegation, by: text.with(proposal.provision, at: clause))
  }

  /// The breaches in a vote for something that instructions rule out; only where people vote.
  func breaches(in rollCall: RollCall) -> [Event] {
    rollCall.votes.flatMap { vote -> [Event] in
      guard vote.ballot == .yes, asked.contains(vote.delegation) else { return [] }
      switch rollCall.question {
      case .draft: return breaches(of: vote.delegation, by: text, isWhole: true)
      case .proposal(let number):
        return proposals.first { $0.number == number }.map {
          breaches(of: .delegation(vote.delegation), supporting: $0)
        } ?? []
      case .retain, .reconsider, .noAction, .ruling, .division: return []
      }
    }
  }

  /// The instructions against something, or against doing it without leave, that hold of a text and are touched by it.
  private func breaches(
    of delegation: Delegation.ID,
    by text: TreatyText,
    isWhole: Bool = false
  ) -> [Event] {
    guard let brief = scenario.brief(of: delegation) else { return [] }
    let changed = text.differences(from: self.text)
    return brief.instructions.indices.compactMap { place in
      let instruction = brief.instructions[place]
      guard instruction.force == .never || instruction.force == .ask,
        isWhole || instruction.clauses.contains(where: { changed.contains($0) }),
        instruction.holds(of: text, isAdopted: nil, in: scenario),
        !hasLeave(delegation, for: instruction, in: text),
        !breaches.contains(where: { $0.delegation == delegation && $0.instruction == place })
      else { return nil }
      return .instructionBreached(delegation, place)
    }
  }

  /// Whether the capital has given leave for what makes an instruction hold.
  private func hasLeave(
    _ delegation: Delegation.ID,
    for instruction: Brief.Instruction,
    in text: TreatyText
  ) -> Bool {
    answers.contains { answer in
      guard answer.isGranted, answer.delegation == delegation,
        let clause = scenario.index(of: answer.clause)
      else { return false }
      return instruction.clauses.contains(clause) && text.provisions[clause] == answer.provision
    }
  }

  /// What a capital says: no to what the instructions rule out, and to what costs more than has been brought
  /// home; each leave uses up something that was won.
  func outcomeOfAskingCapital(
    _ provision: Provision,
    for id: Clause.ID,
    by actor: Role
  ) throws(Refusal) -> [Event] {
    guard let delegation = actor.delegation, let place = scenario.index(of: delegation) else {
      throw .chairCannot(.askCapital(id, provision))
    }
    guard let brief = scenario.brief(of: delegation) else { throw .noBrief(delegation) }
    guard let clause = scenario.index(of: id) else {
      preconditionFailure("moves name clauses of the scenario")
    }
    let changed = text.with(provision, at: clause)
    let gain = Prospect(of: provision, at: clause, against: text, in: scenario).stakes[place]
    let touched = brief.instructions.indices.filter {
      let instruction = brief.instructions[$0]
      return instruction.clauses.contains(clause)
        && instruction.holds(of: changed, isAdopted: nil, in: scenario)
    }
    func answer(_ isGranted: Bool, _ reason: CapitalAnswer.Reason) -> [Event] {
      [
        .capitalAnswered(
          CapitalAnswer(
            delegation: delegation,
            clause: id,
            provision: provision,
            isGranted: isGranted,
            reason: reason
          )
        )
      ]
    }
    if let never = touched.first(where: { brief.instructions[$0].force == .never }) {
      return answer(false, .ruledOut(never))
    }
    let needsLeave = touched.contains { brief.instructions[$0].force == .ask }
    // What the instructions wish for needs no leave, whatever it costs elsewhere.
    let isWished = touched.contains {
      let instruction = brief.instructions[$0]
      return (instruction.force == .must || instruction.force == .wants)
        && !instruction.holds(of: text, isAdopted: nil, in: scenario)
    }
    if !needsLeave, gain >= 0 || isWished { return answer(true, .free) }
    if gain < -6 * scenario.model.noticeable { return answer(false, .tooDear) }
    // How the talks end is known to nobody yet, so that only what stands in the text can be asked for first.
    let musts = brief.instructions.indices.filter { place in
      let instruction = brief.instructions[place]
      return instruction.force == .must && instruction.conditions.allSatisfy { $0.clause != nil }
    }
    if let missing = musts.first(where: {
      fulfilment(of: brief.instructions[$0]) != .won
    }) {
      return answer(false, .winFirst(missing))
    }
    let won = brief.instructions.count {
      ($0.force == .must || $0.force == .wants) && fulfilment(of: $0) == .won
    }
    let given = answers.count {
      $0.delegation == delegation && $0.isGranted && $0.reason != .free
    }
    return won > given ? answer(true, .affordable) : answer(false, .nothingLeft)
  }
}
