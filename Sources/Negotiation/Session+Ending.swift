import Forecasting
import Treaty

extension Session {
  /// What comes of going on.
  func outcomeOfProceeding() throws(Refusal) -> [Event] {
    if isVoteDue { throw .voteDue }
    switch stage {
    case .negotiating(let round):
      var course = Course(of: self)
      course.closeRound()
      if round < rounds { course.breakNews() }
      if round < rounds { course.happen(.roundBegan(round + 1)) } else { course.putPackage() }
      return course.events
    case .package: return try outcomeOfDeciding()
    case .concluded:
      guard outcome?.isAdopted == true, let aftermath = scenario.aftermath else {
        return [.debriefBegan]
      }
      return [.signed(drawnSignatories(after: aftermath))]
    case .signature:
      guard let aftermath = scenario.aftermath else { return [.debriefBegan] }
      return [.ratified(drawnRatifications(after: aftermath))]
    case .ratification: return [.debriefBegan]
    case .debrief: throw .over
    }
  }

  /// The end of the talks: consensus where the body seeks it, else or after that a vote, if it comes to one.
  private func outcomeOfDeciding() throws(Refusal) -> [Event] {
    var course = Course(of: self)
    if scenario.body.seeksConsensus, !isConsensusExhausted {
      if objectors.isEmpty {
        for event in try outcomeOfAgreeing(.draft) { course.happen(event) }
      } else {
        course.happen(.silenceBroken(.draft, by: objectors))
      }
      if course.session.outcome != nil { return course.events }
      // A person in the chair decides with the bureau what comes next.
      if seats.chair == .person { return course.events }
      guard callsVote else {
        course.happen(.talksEnded(.noAgreement))
        return course.events
      }
    } else if scenario.body.seeksConsensus, seats.chair == .person {
      return [.talksEnded(.noAgreement)]
    }
    course.happen(.voteCalled)
    // Where people speak for states, they are asked first.
    if asked.isEmpty {
      for event in try course.session.outcomeOfVoting(.draft, ballots: []) { course.happen(event) }
    }
    return course.events
  }

  /// Whether the bureau goes to a vote where consensus has failed.
  private var callsVote: Bool {
    var generator = SeededGenerator(seed: seed, purpose: "bureau")
    return generator.uniform() < scenario.model.callVote
  }

  /// Who signs at the ceremony; what people have said for a state stands.
  private func drawnSignatories(after aftermath: Aftermath) -> [Delegation.ID] {
    let chances = Afterlife(of: text, in: scenario, after: aftermath).signing
    return zip(scenario.delegations, chances).compactMap { delegation, chance in
      if let said = announcements.first(where: { $0.delegation == delegation.id }) {
        return said.signs ? delegation.id : nil
      }
      var generator = SeededGenerator(seed: seed, purpose: "signature/\(delegation.id)")
      return generator.uniform() < chance ? delegation.id : nil
    }
  }

  /// Who ratifies in which year.
  private func drawnRatifications(after aftermath: Aftermath) -> [[Delegation.ID]] {
    let chances = Afterlife(of: text, in: scenario, after: aftermath).ratifying
    let signed = Set(signatories ?? [])
    var years = Array(repeating: [Delegation.ID](), count: Afterlife.horizon)
    for (delegation, chance) in zip(scenario.delegations, chances) {
      var generator = SeededGenerator(seed: seed, purpose: "ratification/\(delegation.id)")
      let yearly = signed.contains(delegation.id) ? chance : chance / 2
      let year = years.indices.first { _ in generator.uniform() < yearly }
      if let year { years[year].append(delegation.id) }
    }
    return years
  }

  /// The year after the ceremony in which the treaty starts, counted from 1; nil if it does not within the horizon.
  public var entryYear: Int? {
    guard let ratifications, let aftermath = scenario.aftermath else { return nil }
    let needed = aftermath.threshold.count(in: text)
    var count = 0
    for (place, states) in ratifications.enumerated() {
      count += states.count
      if count >= needed { return place + 1 }
    }
    return nil
  }
}

/// What happens one thing after another within one move.
struct Course {
  private(set) var session: Session
  private(set) var events: [Event] = []

  init(of session: Session) {
    self.session = session
  }

  mutating func happen(_ event: Event) {
    session.record(event)
    events.append(event)
  }

  /// Lets news break that may: each piece once, by its own chance.
  mutating func breakNews() {
    let scenario = session.scenario
    for item in scenario.news {
      guard item.rounds.contains(session.round),
        !session.news.contains(where: { $0.item == item.id }),
        item.conditions.allSatisfy({
          $0.holds(of: session.text, isAdopted: nil, in: scenario)
        })
      else { continue }
      var generator = SeededGenerator(
        seed: session.seed,
        purpose: "news/\(item.id)/\(session.round)"
      )
      if generator.uniform() < item.chance { happen(.newsBroke(item.id)) }
    }
  }
}
