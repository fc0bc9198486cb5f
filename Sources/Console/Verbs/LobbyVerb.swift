import Forecasting
import Negotiation
import Treaty

/// `lobby`: whom to talk to.
struct LobbyVerb: Verb {
  static let word = "lobby"
  static let usage = "lobby [P1] [STATE]"
  static let summary =
    "Whom to talk to; who is near to changing sides, and what would move a state."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.proposal, .delegation]

  private var arguments: Arguments

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    var number: Int?
    if let first = arguments.rest.first, let proposal = Names.proposalNumber(first.text) {
      number = proposal
      _ = arguments.next()
    }
    let matter = try room.matter(number)
    guard !arguments.isEmpty else { return room.page(lobbyingFor: matter, number) }
    let delegation = try room.names.delegation(from: &arguments)
    try arguments.end()
    return room.page(moving: delegation, on: matter)
  }
}

extension Room {
  /// Who would change sides on a matter.
  mutating func page(lobbyingFor matter: Matter, _ number: Int?) -> Reply {
    let forecast = estimates.of(matter, in: session)
    var page = Page()
    guard forecast.isNoticeable else {
      page.say("On \(matter.title) nobody gains or loses enough to tell from noise.")
      return Reply(page, document: LobbyDocument(self, matter, forecast))
    }
    let others = scenario.delegations.indices.filter {
      acting != .delegation(scenario.delegations[$0].id)
    }
    if let number, let proposal = session.openProposals.first(where: { $0.number == number }) {
      sayLobbying(for: proposal, on: &page)
    }
    let nearness = Nearness(of: forecast, among: others)
    page.say("In a vote on \(matter.title) (estimated):")
    var table = Table([.leading, .trailing, .leading])
    let rows = [
      ("for it", nearness.ready), ("near to yes", nearness.nearYes),
      ("near to no", nearness.nearNo), ("against it", nearness.opposed),
    ]
    for (label, members) in rows where !members.isEmpty {
      table.add(Phrase(label), Phrase(String(members.count)), Phrase(grouping.names(members)))
    }
    page.show(table)
    let pulls = forecast.pulls()
    if (pulls.map(\.magnitude).max() ?? 0) < 0.01 {
      page.say(
        "No single state decides this: one more or one less changes almost nothing.",
        indent: 2
      )
    } else {
      let ranked = pulls.indices.sorted {
        (pulls[$1].magnitude, $0) < (pulls[$0].magnitude, $1)
      }
      let top = ranked.prefix(3).filter { pulls[$0].magnitude >= 0.01 }.sorted()
      page.say("Winning over these counts most: \(grouping.names(top)).", indent: 2, hang: 2)
    }
    if let first = (nearness.nearYes + nearness.nearNo + nearness.opposed).first {
      let prefix = number.map { "lobby P\($0)" } ?? "lobby"
      hint("\(prefix) \(scenario.delegations[first].id)", on: &page)
    }
    return Reply(page, document: LobbyDocument(self, matter, forecast))
  }

  /// Who would stand behind a proposal, and for what, each with the line that asks for it.
  private func sayLobbying(for proposal: Proposal, on page: inout Page) {
    let number = proposal.number
    let lobbying = Lobbying(for: proposal, by: acting, in: session)
    let spoken = session.spokenFor
    /// The line that asks those who answer at once; nil where people speak for all of them.
    func line(to places: [Int], limit: Int = 1, _ words: (String) -> String) -> String? {
      let ids = places.map { scenario.delegations[$0].id }.filter { !spoken.contains($0) }
      return ids.isEmpty ? nil : words(ids.prefix(limit).map(\.text).joined(separator: " "))
    }
    page.say("Behind P\(number) (estimated):")
    var table = Table([.leading, .trailing, .leading, .leading])
    func add(_ label: String, _ places: [Int], line: String?) {
      guard !places.isEmpty else { return }
      table.add(
        Phrase(label),
        Phrase(String(places.count)),
        Phrase(grouping.names(places, limit: 5)),
        Phrase(line ?? "", .strong)
      )
    }
    add(
      "would join if asked",
      lobbying.willing,
      line: line(to: lobbying.willing, limit: 3) { "ask \($0) sponsor P\(number)" }
    )
    for offered in session.openProposals {
      let places = lobbying.forSponsoring.filter { $0.proposal == offered.number }.map(\.delegation)
      add(
        "for your name on P\(offered.number)",
        places,
        line: line(to: places) { "offer \($0) sponsor P\(offered.number) for sponsor P\(number)" }
      )
    }
    add(
      "for technical help",
      lobbying.forHelp,
      line: line(to: lobbying.forHelp) { "offer \($0) help for sponsor P\(number)" }
    )
    add("would fight it", lobbying.opposed, line: nil)
    page.show(table)
    if session.isFilled {
      page.say("Going by positions: teams answer for themselves.", indent: 2)
    } else if acting.delegation == nil {
      page.say(
        "A state offers; the chair can only ask. Put a state's name and a colon before the line.",
        indent: 2
      )
    }
    if table.rows.isEmpty {
      page.say("Nobody would join it, and nobody would fight it.", indent: 2)
    }
  }

  /// What would move one state: the changes of single clauses that it gains most by.
  mutating func page(moving index: Int, on matter: Matter) -> Reply {
    let delegation = scenario.delegations[index]
    let forecast = estimates.of(matter, in: session)
    let before = estimates.whole(session.text, in: session).gains[index]
    var page = Page()
    page.say(
      "\(delegation.name) on \(matter.title): \(forecast.chances[index].words, .strong) (\(forecast.chances[index].figures))."
    )
    var options: [(change: Change, step: Double)] = []
    for clause in scenario.clauses.indices {
      var best: (change: Change, step: Double)?
      let now = session.text.provisions[clause]
      for provision in scenario.alternatives(at: clause) where provision != now {
        let text = session.text.with(provision, at: clause)
        let gain = Appraisal(
          of: text,
          for: index,
          in: scenario,
          under: session.circumstances
        ).gain
        if gain - before > best?.step ?? 0 {
          best = (Change(clause: clause, provision: provision), gain - before)
        }
      }
      if let best { options.append(best) }
    }
    let ranked = options.enumerated().sorted {
      ($1.element.step, $0.offset) < ($0.element.step, $1.offset)
    }.map(\.element).filter { $0.step >= 0.005 }.prefix(5)
    if ranked.isEmpty {
      page.say("No single change of the text would move it.", indent: 2)
    } else {
      page.say("To win it for the treaty as a whole, these changes count most:", indent: 2)
      var table = Table([.trailing, .leading, .leading], indent: 4)
      for option in ranked {
        let id = scenario.clauses[option.change.clause].id
        table.add(
          Phrase(Figures.gain(option.step), .favourable),
          Phrase("\(id) \(option.change.provision.commandName)", .strong),
          Phrase(shortTitle(of: option.change.provision, at: option.change.clause))
        )
      }
      page.show(table)
    }
    if let first = ranked.first {
      let id = scenario.clauses[first.change.clause].id
      hint("try \(id) \(first.change.provision.commandName)", on: &page)
    }
    return Reply(page, document: LobbyDocument(self, matter, forecast))
  }
}

/// Delegations by how far they are from changing sides.
private struct Nearness {
  /// In favour already.
  var ready: [Int] = []
  /// Undecided, yes being likelier than no.
  var nearYes: [Int] = []
  /// Undecided, no being likelier than yes.
  var nearNo: [Int] = []
  /// Against.
  var opposed: [Int] = []

  init(of forecast: Forecast, among delegations: [Int]) {
    for index in delegations {
      switch Standing.side(of: forecast.chances[index]) {
      case .favour: ready.append(index)
      case .against: opposed.append(index)
      case .unsure:
        // By the leaning itself: the chances of a state with nothing at stake differ in the last bit.
        if forecast.leanings[index] >= 0 { nearYes.append(index) } else { nearNo.append(index) }
      }
    }
  }
}

/// Whom to talk to, as data; worked out where somebody reads it.
private struct LobbyDocument: Encodable, Sendable {
  private let content: @Sendable () -> LobbyContent

  init(_ room: Room, _ matter: Matter, _ forecast: Forecast) {
    let delegations = room.scenario.delegations
    content = { LobbyContent(delegations, matter, forecast) }
  }

  func encode(to encoder: any Encoder) throws {
    try content().encode(to: encoder)
  }
}

/// The fields of whom to talk to.
private struct LobbyContent: Encodable, Sendable {
  struct Delegate: Encodable, Sendable {
    let id: String
    let yes: Double
    let no: Double
    let pull: Double
  }

  let schema = "plenary.lobby/1"
  let matter: String
  let delegations: [Delegate]

  init(_ all: [Delegation], _ matter: Matter, _ forecast: Forecast) {
    self.matter = matter.title
    let pulls = forecast.pulls()
    delegations = all.indices.map { index in
      Delegate(
        id: all[index].id.text,
        yes: forecast.chances[index].yes,
        no: forecast.chances[index].no,
        pull: pulls[index]
      )
    }
  }
}
