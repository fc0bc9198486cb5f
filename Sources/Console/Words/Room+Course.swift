import Forecasting
import Negotiation
import Treaty

/// What happened between two lines, told.
extension Room {
  /// What the states that nobody plays did before a round closed, and what broke in after it.
  func tellRound(_ round: Int, _ events: [Event], on page: inout Page) {
    if session.isFilled {
      page.say("\("Round \(round) closes", .strong)")
    } else {
      page.say("\("Before round \(round) closes", .strong) (states that nobody plays, estimated)")
    }
    let before = page.blocks.count
    for event in events {
      if case .blocMet(let meeting) = event { page.say(words(for: meeting), indent: 2, hang: 2) }
    }
    tellProposals(events, on: &page)
    for event in events {
      switch event {
      case .proposalWithdrawn(let number):
        page.say("P\(number) is withdrawn by its proposer.", indent: 2, hang: 2)
      case .dealOffered(let deal):
        let isTaken = events.contains(.dealAnswered(deal.number, accepts: true))
        page.say(Phrase(words(for: deal, isTaken: isTaken ? true : nil)), indent: 2, hang: 2)
      case .voteTaken(let rollCall):
        page.say(
          "Vote on \(name(of: rollCall.question)): \(rollCall.count(.yes)) yes, \(rollCall.count(.no)) no, "
            + "\(rollCall.count(.abstain)) abstaining: \(rollCall.isCarried ? "adopted" : "rejected").",
          indent: 2,
          hang: 2
        )
      case .clauseChanged(let clause, let provision):
        if session.stage != .package {
          page.say("Settled: \(clause) reads \(provision.displayName) now.", indent: 2, hang: 2)
        }
      default: break
      }
    }
    if page.blocks.count == before, !session.isFilled { page.say("Nobody moves.", indent: 2) }
    for event in events {
      if case .newsBroke(let id) = event { tell(id, on: &page) }
    }
  }

  /// The proposals that were tabled, joined or objected to.
  private func tellProposals(_ events: [Event], on page: inout Page) {
    var table = Table([.leading, .leading, .leading])
    var joinedToo: [String] = []
    var againstToo: [String] = []
    for proposal in session.proposals {
      let number = proposal.number
      let isNew = events.contains {
        if case .proposalTabled(let tabled) = $0 { tabled.number == number } else { false }
      }
      let joined = events.compactMap { event -> Int? in
        guard case .sponsorJoined(number, let id) = event else { return nil }
        return scenario.index(of: id)
      }
      let objecting = events.compactMap { event -> Int? in
        guard case .objectionRaised(.proposal(number), let id) = event else { return nil }
        return scenario.index(of: id)
      }
      guard isNew || !joined.isEmpty || !objecting.isEmpty else { continue }
      // In a large room what is known already is told in brief.
      if !isNew, !grouping.isSmall {
        if !joined.isEmpty { joinedToo.append("P\(number) (\(joined.count) more)") }
        if !objecting.isEmpty { againstToo.append("P\(number) (\(objecting.count) more)") }
        continue
      }
      var words: [String] = []
      if isNew { words.append("tabled by \(name(of: proposal.proposer))") }
      if !joined.isEmpty { words.append("joined by \(grouping.names(joined, limit: 3))") }
      if !objecting.isEmpty {
        words.append("\(grouping.names(objecting, limit: 3)) \(objecting.count == 1 ? "objects" : "object")")
      }
      table.add(
        Phrase("P\(number)", .strong),
        "\(proposal.clause) \(proposal.provision.shortName)",
        Phrase(words.joined(separator: "; "))
      )
    }
    page.show(table)
    if !joinedToo.isEmpty {
      page.say("Also joined: \(joinedToo.joined(separator: ", ")).", indent: 2, hang: 2)
    }
    if !againstToo.isEmpty {
      page.say("Also objected to: \(againstToo.joined(separator: ", ")).", indent: 2, hang: 2)
    }
  }

  private func words(for meeting: BlocMeeting) -> Phrase {
    let bloc = scenario.blocs.first { $0.id == meeting.bloc }?.title ?? meeting.bloc.text
    let aim = "\(meeting.aim.clause) \(meeting.aim.provision.shortName)"
    let dissenters = meeting.dissenters.compactMap { scenario.index(of: $0) }
    let others = dissenters.isEmpty ? "" : " Not with it: \(grouping.names(dissenters, limit: 5))."
    return meeting.isUnited
      ? "\(bloc) meets and speaks as one for \(aim).\(others)"
      : "\(bloc) meets and finds no common line on \(aim).\(others)"
  }

  private func tell(_ id: NewsItem.ID, on page: inout Page) {
    guard let item = scenario.news.first(where: { $0.id == id }) else { return }
    page.gap()
    page.say("\("News: \(item.title)", .strong)")
    page.say(Phrase(item.text), indent: 2)
    page.say(Phrase(item.effects.map { words(for: $0) }.joined(separator: "; ") + "."), indent: 2, hang: 2)
  }

  /// What a piece of news changes, with its amount.
  private func words(for effect: NewsItem.Effect) -> String {
    let holder =
      effect.holder.isEmpty
      ? "All states"
      : scenario.delegations.first { $0.id.text == effect.holder }?.name
        ?? scenario.blocs.first { $0.id.text == effect.holder }?.title ?? effect.holder
    switch effect.change {
    case .salience(let factor, let issue):
      let more = factor >= 1 ? "more" : "less"
      let share = Figures.rounded((factor - 1).magnitude * 100)
      return "\(holder): \(scenario.issues[issue].id) matters \(share) % \(more)"
    case .position(let points, let issue):
      return "\(holder): position on \(scenario.issues[issue].id) \(Figures.signed(points, decimals: 0))"
    case .openness(let step):
      return
        "\(holder): governments listen \(step >= 0 ? "more" : "less") to criticism (\(Figures.signed(step, decimals: 2)))"
    }
  }

  /// The round or stage that has begun.
  func tellStage(on page: inout Page) {
    page.gap()
    page.say(Phrase(stageWords, .strong))
    page.say(Phrase(progress))
    if let silence { page.say(Phrase(silence), hang: 2) }
    for deal in session.waitingDeals {
      page.say(Phrase(words(for: deal)), hang: 2)
    }
    if session.round == session.rounds {
      page.say("This is the last round; after it the chair puts a package.")
    }
  }

  /// The chair's package, and what became of it.
  func tellPackage(_ events: [Event], on page: inout Page) {
    for event in events {
      switch event {
      case .packagePut(let taken):
        page.gap()
        page.say("\("The chair's package", .strong)")
        let changed = events.compactMap { event -> String? in
          guard case .clauseChanged(let clause, let provision) = event else { return nil }
          return "\(clause) \(provision.displayName)"
        }
        let settledBefore = session.seats.chair == .person
        page.say(
          settledBefore
            ? "It is the text as the room has settled it. Proposals that were neither agreed nor voted on are left out."
            : changed.isEmpty
              ? "It leaves the text as it is."
              : "Of what is in brackets it takes \(changed.joined(separator: ", ")).",
          indent: 2,
          hang: 2
        )
        let out = session.proposals.filter { $0.state == .leftOut }
        if !out.isEmpty {
          page.say(
            "Left out: \(out.map { "P\($0.number) (\($0.clause))" }.joined(separator: ", ")).",
            indent: 2,
            hang: 2
          )
        }
        if !taken.isEmpty {
          page.say(
            "Taken up: \(taken.map { "P\($0)" }.joined(separator: ", ")).",
            indent: 2,
            hang: 2
          )
        }
        page.say("Nothing is agreed until all is agreed.", indent: 2)
      case .silenceBroken(.draft, by: let delegations):
        let members = delegations.compactMap { scenario.index(of: $0) }
        page.say(
          "No consensus: \(grouping.names(members)) \(members.count == 1 ? "blocks" : "block") it.",
          hang: 2
        )
        if session.outcome == nil, !session.isVoteDue {
          page.say(
            "The chair can put the text to the vote (`vote draft`); `next` ends the talks without agreement."
          )
        }
      case .voteCalled:
        if scenario.body.seeksConsensus {
          page.say(
            "The Chair, on a decision of the Bureau, declares efforts at consensus exhausted and puts the text to the vote."
          )
        }
      case .voteTaken(let rollCall) where rollCall.question == .draft:
        sayRollCall(rollCall, on: &page)
      default: break
      }
    }
  }

  /// How the talks ended, if they did.
  func sayEnd(_ events: [Event], on page: inout Page) {
    for event in events {
      guard case .talksEnded(let outcome) = event else { continue }
      switch outcome {
      case .adoptedByConsensus: page.say(Phrase("ADOPTED by consensus.", .strong))
      case .adoptedByVote: break
      case .notAdopted: page.say("The package is lost, and the talks end with it.")
      case .noAgreement: page.say(Phrase("The talks end without agreement.", .strong))
      }
      let whole = events.compactMap { event -> Int? in
        guard case .declared(let declaration) = event, declaration.clause == nil else { return nil }
        return scenario.index(of: declaration.delegation)
      }
      if !whole.isEmpty {
        page.say(
          "\(Figures.count(whole.count, "state")) \(whole.count == 1 ? "dissociates itself" : "dissociate themselves") and "
            + "\(whole.count == 1 ? "lets" : "let") it pass: \(grouping.names(whole)).",
          indent: 2,
          hang: 2
        )
      }
      page.say(Phrase(outcome.line))
    }
  }

  /// The ceremony: who signs, who stays away, and why.
  func tellCeremony(on page: inout Page) {
    guard let aftermath = scenario.aftermath, let signed = session.signatories else { return }
    let life = Afterlife(of: session.text, in: scenario, after: aftermath)
    let signers = signed.compactMap { scenario.index(of: $0) }
    let isSigner = Set(signers)
    let away = scenario.delegations.indices.filter { !isSigner.contains($0) }
    page.say("\("The treaty is opened for signature: \(aftermath.place)", .strong)")
    page.say(
      "\(Figures.count(signers.count, "state")) of \(scenario.delegations.count) sign; "
        + "\(Figures.expected(life.signatories)) were expected (estimated, 9 of 10 cases)."
    )
    var table = Table([.leading, .leading])
    table.add("sign", Phrase(grouping.names(signers)))
    table.add("stay away", Phrase(grouping.names(away)))
    page.show(table)
    sayReasons(ofAbsent: away, on: &page)
    for declaration in session.declarations where declaration.kind == .reservation {
      let clause = declaration.clause.map { " on \($0)" } ?? ""
      page.say("\(name(of: declaration.delegation)) declares a reservation\(clause).", indent: 2)
    }
    if let text = aftermath.worldText, !aftermath.world.isEmpty {
      let differing = session.text.differences(from: scenario.drafts[text].text).count
      page.gap()
      page.say("In the world (\(differing) of \(scenario.clauses.count) clauses read otherwise there)")
      for sentence in aftermath.world { page.say(Phrase(sentence), indent: 2, hang: 2) }
    }
  }

  /// Why states stay away: those who lose by the treaty, by the clause that costs them most, and the rest.
  private func sayReasons(ofAbsent away: [Int], on page: inout Page) {
    guard !away.isEmpty else { return }
    var costly: [(clause: Int, states: [Int])] = []
    var rest: [Int] = []
    for place in away {
      let appraisal = Appraisal(
        of: session.text,
        for: place,
        in: scenario,
        under: Circumstances()
      )
      let worst = appraisal.terms.filter { $0.value < 0 }.min { $0.value < $1.value }
      guard appraisal.gain < 0, let worst else {
        rest.append(place)
        continue
      }
      let clause =
        switch worst.ground {
        case .clause(let clause, issue: _): clause
        case .redLine(let line): scenario.redLines[line].clause
        case .deal, .audience: preconditionFailure("nothing surrounds an adopted text")
        }
      if let found = costly.firstIndex(where: { $0.clause == clause }) {
        costly[found].states.append(place)
      } else {
        costly.append((clause, [place]))
      }
    }
    if !costly.isEmpty {
      page.say("Why they stay away (estimated): they would lose by it, and most by", indent: 2)
      var table = Table([.leading, .trailing, .leading], indent: 4)
      for (clause, states) in costly.sorted(by: { ($1.states.count, $0.clause) < ($0.states.count, $1.clause) }).prefix(6) {
        table.add(
          Phrase("\(scenario.clauses[clause].id) \(session.text.provisions[clause].shortName)"),
          Phrase("\(states.count)"),
          Phrase(grouping.names(states, limit: 6))
        )
      }
      page.show(table)
    }
    if !rest.isEmpty {
      page.say("\(Figures.count(rest.count, "other")) would gain by it and may come later.", indent: 2)
    }
  }

  /// The years after: who ratifies, when the treaty starts, who looks after it.
  func tellYears(on page: inout Page) {
    guard let aftermath = scenario.aftermath, let years = session.ratifications else { return }
    let life = Afterlife(of: session.text, in: scenario, after: aftermath)
    page.say("\("The years after", .strong) (\(life.needed) ratifications needed; regional organisations do not count)")
    var table = Table([.leading, .trailing, .trailing, .leading], headings: ["year", "new", "all", "expected"])
    var count = 0
    var isInForce = false
    for (place, states) in years.enumerated() where !isInForce || place < 5 {
      count += states.count
      let expected = Figures.expected(life.ratifications(within: place + 1))
      let mark = count >= life.needed && !isInForce ? "\(expected): in force" : expected
      if count >= life.needed { isInForce = true }
      table.add("\(aftermath.year + place + 1)", "\(states.count)", "\(count)", Phrase(mark))
    }
    page.show(table)
    let entry = life.entry
    let half = entry.firstIndex { $0 >= 0.5 }
    let soon = entry.firstIndex { $0 >= 0.05 }
    let late = entry.firstIndex { $0 >= 0.95 }
    func year(_ place: Int?) -> String {
      place.map { "\(aftermath.year + $0 + 1)" } ?? "after \(aftermath.year + Afterlife.horizon)"
    }
    page.say(
      session.entryYear.map { "It enters into force in \(aftermath.year + $0)." }
        ?? "It does not enter into force within \(Afterlife.horizon) years."
    )
    page.say(
      "Estimated: as likely as not by \(year(half)); in 9 of 10 cases between \(year(soon)) and \(year(late)).",
      indent: 2
    )
    for clause in aftermath.oversight {
      let provision = session.text.provisions[clause]
      page.say(
        "Afterwards, \(scenario.clauses[clause].id): \(shortTitle(of: provision, at: clause)).",
        indent: 2,
        hang: 2
      )
    }
  }
}

extension Provision {
  /// The name of a wording, or the edit by which words of one's own came about.
  var shortName: String {
    switch self {
    case .absent: "(struck)"
    case .listed(let id): id.text
    case .worded(let reading): reading.shortTyped
    }
  }
}
