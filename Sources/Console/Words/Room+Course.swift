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
        words.append(
          "\(grouping.names(objecting, limit: 3)) \(objecting.count == 1 ? "objects" : "object")"
        )
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
    let others =
      meeting.dissenters.isEmpty
      ? "" : " Not with it: \(grouping.names(of: meeting.dissenters, limit: 5))."
    return meeting.isUnited
      ? "\(bloc) meets and speaks as one for \(aim).\(others)"
      : "\(bloc) meets and finds no common line on \(aim).\(others)"
  }

  private func tell(_ id: NewsItem.ID, on page: inout Page) {
    guard let item = scenario.news.first(where: { $0.id == id }) else { return }
    page.gap()
    page.say("\("News: \(item.title)", .strong)")
    page.say(Phrase(item.text), indent: 2)
    page.say(
      Phrase(item.effects.map { words(for: $0) }.joined(separator: "; ") + "."),
      indent: 2,
      hang: 2
    )
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
      return
        "\(holder): position on \(scenario.issues[issue].id) \(Figures.signed(points, decimals: 0))"
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
        page.say(
          "No consensus: \(grouping.names(of: delegations)) \(delegations.count == 1 ? "blocks" : "block") it.",
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
