public import Forecasting
import Treaty

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
    }
  }

  /// What every delegation does in a vote: the given ballots stand, the others are drawn.
  ///
  /// Everything is drawn for every delegation, given or not, so that what one does never shifts
  /// what chance decides for another. Within a round luck stands still: asked again, or asked after
  /// undo, the same question meets the same room.
  func drawnVotes(on question: Question, given ballots: [Vote]) throws(Refusal) -> [Vote] {
    let forecast = try forecast(of: question)
    let model = scenario.model
    var generator = SeededGenerator(
      seed: seed,
      purpose: "vote/\(name(of: question))/\(round)"
    )
    let tides = Tides(in: scenario, leanings: forecast.leanings, with: &generator)
    return scenario.delegations.indices.map { index in
      let delegation = scenario.delegations[index]
      let isAbsent = generator.uniform() < delegation.absence
      let own = forecast.leanings[index] + generator.logistic()
      let latent = tides.latent(of: own, in: delegation.bloc)
      if let given = ballots.first(where: { $0.delegation == delegation.id }) { return given }
      if isAbsent { return Vote(delegation.id, .absent) }
      if latent > model.indifference { return Vote(delegation.id, .yes) }
      return Vote(delegation.id, latent < -model.indifference ? .no : .abstain)
    }
  }

  /// The delegations that would not let a question pass without a vote; those that people speak
  /// for say so themselves and are never drawn.
  func blockers(of question: Question) throws(Refusal) -> [Delegation.ID] {
    let forecast = try forecast(of: question)
    let model = scenario.model
    var generator = SeededGenerator(
      seed: seed,
      purpose: "agree/\(name(of: question))/\(round)"
    )
    let tides = Tides(in: scenario, leanings: forecast.leanings, with: &generator)
    let shadow = model.shadow * chanceOfVote(forecast, at: tides.common)
    return scenario.delegations.indices.compactMap { index in
      let delegation = scenario.delegations[index]
      let isAbsent = generator.uniform() < delegation.absence
      let own = forecast.leanings[index] + generator.logistic()
      let latent = tides.latent(of: own, in: delegation.bloc)
      guard !isAbsent, !played.contains(delegation.id) else { return nil }
      return latent < -(model.blocking + shadow) ? delegation.id : nil
    }
  }

  /// Chance of adoption under the body's rule, given the common shock, 0...1.
  private func chanceOfVote(_ forecast: Forecast, at common: Double) -> Double {
    var electorate = forecast.electorate
    for index in electorate.voters.indices {
      electorate.voters[index].leaning += electorate.commonShock * common
    }
    electorate.commonShock = 0
    return electorate.outlook.shadowAdoption
  }

  private func name(of question: Question) -> String {
    switch question {
    case .proposal(let number): "P\(number)"
    case .retain(let clause): clause.text
    case .draft: "draft"
    }
  }
}

/// What moves many delegations at once in one vote.
private struct Tides {
  /// What moves the whole room, in standard deviations.
  let common: Double
  private let commonShift: Double
  private let blocShifts: [Double]
  /// The vote of a bloc that closes ranks in this vote, in logits.
  private let lines: [Double?]

  init(in scenario: Scenario, leanings: [Double], with generator: inout SeededGenerator) {
    let model = scenario.model
    common = generator.normal()
    commonShift = model.commonShock * common
    blocShifts = scenario.blocs.map { _ in model.blocShock * generator.normal() }
    lines = scenario.blocs.indices.map { bloc in
      let closesRanks = generator.uniform() < scenario.blocs[bloc].discipline
      let noise = generator.logistic()
      guard closesRanks else { return nil }
      let members = scenario.delegations.indices.filter { scenario.delegations[$0].bloc == bloc }
      let weight = members.reduce(0) { $0 + scenario.delegations[$1].influence }
      let sum = members.reduce(0) { $0 + scenario.delegations[$1].influence * leanings[$1] }
      return sum / weight + noise
    }
  }

  /// The latent vote of a delegation with its own leaning and noise.
  func latent(of own: Double, in bloc: Int) -> Double {
    (lines[bloc] ?? own) + commonShift + blocShifts[bloc]
  }
}
