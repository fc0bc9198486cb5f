import Drafting
import Forecasting
import Negotiation
import Treaty

/// `react`: what rights groups and others say of the text.
struct ReactVerb: Verb {
  static let word = "react"
  static let usage = "react [OBSERVER]"
  static let summary =
    "What rights groups, industry and offices say of the text, and on what grounds."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.observer]

  private let observer: String?

  static func examples(in room: Room) -> [String] {
    room.scenario.judges.prefix(1).map { "react \($0.id)" } + ["react"]
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    observer = arguments.remainder()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let scenario = room.scenario
    if let observer {
      let observer = scenario.observers[try room.names.observer(observer)]
      guard !observer.criteria.isEmpty else { return room.page(ofNeutral: observer) }
      return room.page(of: observer)
    }
    let matter = try room.matter()
    var page = Page()
    if scenario.judges.isEmpty {
      page.say("Nobody watches this room.")
      room.hint("forecast", on: &page)
      return Reply(page, document: ReactionList(reactions: []))
    }
    page.say(Phrase(room.readings(of: matter), .faint))
    var table = Table([.leading, .leading, .leading])
    for observer in scenario.judges {
      let reaction = Reaction(of: observer, to: matter.carried, in: scenario)
      let lines = reaction.crossed.map { observer.criteria[$0].principle }
      table.add(
        Phrase(observer.id.text, .strong),
        Phrase(reaction.level.words, reaction.level.style),
        Phrase(
          observer.name
            + (lines.isEmpty ? "" : "; red lines crossed: \(lines.joined(separator: ", "))")
        )
      )
    }
    page.show(table)
    if let first = scenario.judges.first { room.hint("react \(first.id)", on: &page) }
    let documents = scenario.judges.map {
      ReactionDocument($0, to: matter.carried, in: scenario)
    }
    return Reply(page, document: ReactionList(reactions: documents))
  }
}

extension Room {
  /// What is said of somebody who takes no side.
  fileprivate func page(ofNeutral observer: Observer) -> Reply {
    var page = Page()
    page.say("\(observer.name) asks and reports; it takes no side, so it has no reaction.")
    hint("react", on: &page)
    return Reply(page, document: ReactionList(reactions: []))
  }

  /// Which text is judged, in words.
  func readings(of matter: Matter) -> String {
    matter.lost == nil
      ? "On the text on the table:" : "On the text on the table with \(matter.title):"
  }

  /// One observer's reaction with its grounds: what changed first, then the level.
  func page(of observer: Observer) -> Reply {
    let matter: Matter
    do throws(Complaint) {
      matter = try self.matter()
    } catch {
      preconditionFailure("the matter in focus always exists")
    }
    let reaction = Reaction(of: observer, to: matter.carried, in: scenario)
    let base = Reaction(
      of: observer,
      to: matter.lost ?? scenario.drafts[session.base].text,
      in: scenario
    )
    var page = Page()
    page.say(Phrase(readings(of: matter), .faint))
    let step = reaction.score - base.score
    let since =
      matter.lost == nil ? "“\(scenario.drafts[session.base].title)”" : "the text on the table"
    if step.magnitude >= 1 {
      page.say(
        "\(step > 0 ? "Better" : "Worse") than \(since) by \(Figures.count(Figures.rounded(step.magnitude), "point")) of 100."
      )
    }
    page.say("\(observer.name, .strong): \(reaction.level.words, reaction.level.style).")
    for line in reaction.crossed {
      let criterion = observer.criteria[line]
      page.say(
        "Red line crossed at \(scenario.clauses[criterion.clause].id): \(criterion.principle).",
        indent: 2,
        hang: 2
      )
    }
    page.heading("On what grounds")
    var table = Table([.trailing, .leading, .leading])
    for ground in reaction.grounds where ground.effect.magnitude >= 0.5 {
      let criterion = observer.criteria[ground.criterion]
      let style: Style = ground.effect < 0 ? .adverse : .favourable
      table.add(
        Phrase(Figures.signed(ground.effect, decimals: 0), style),
        Phrase(scenario.clauses[ground.clause].id.text, .strong),
        Phrase(
          "\(criterion.principle): \(matter.carried.provisions[ground.clause].displayName) "
            + met(ground.satisfaction)
            + quotation(for: ground, of: criterion, in: matter.carried)
        )
      )
    }
    if observer.prior.magnitude >= 0.5 {
      table.add(
        Phrase(Figures.signed(observer.prior, decimals: 0)),
        "",
        "on the enterprise as a whole"
      )
    }
    page.show(table)
    sayStatement(of: observer, reaction, on: &page)
    if let best = bestChange(for: observer, from: matter.carried, at: reaction) {
      page.gap()
      let id = scenario.clauses[best.change.clause].id
      let line = "try \(id) \(best.change.provision.commandName)"
      page.say(
        "What would move it most: clause \(id) as \(best.change.provision.displayName), "
          + "by \(Figures.count(Figures.rounded(best.reaction.score - reaction.score), "point")); "
          + (best.reaction.level == reaction.level
            ? "it would still be “\(reaction.level.words)”."
            : "then “\(best.reaction.level.words)”."),
        indent: 2
      )
      hint(line, on: &page)
    } else if let worst = reaction.grounds.first(where: { $0.effect < 0 }) {
      hint("show \(scenario.clauses[worst.clause].id)", on: &page)
    }
    return Reply(page, document: ReactionDocument(observer, to: matter.carried, in: scenario))
  }

  /// The one change to a listed wording that raises an observer's score most; nil where none does.
  private func bestChange(
    for observer: Observer,
    from text: TreatyText,
    at reaction: Reaction
  ) -> (change: Change, reaction: Reaction)? {
    var best: (change: Change, reaction: Reaction)?
    let places = Set(observer.criteria.map(\.clause)).sorted()
    for clause in places {
      for provision in scenario.clauses[clause].provisions
      where provision != text.provisions[clause] {
        let next = Reaction(of: observer, to: text.with(provision, at: clause), in: scenario)
        guard next.score >= (best?.reaction.score ?? reaction.score) + 0.5 else { continue }
        best = (Change(clause: clause, provision: provision), next)
      }
    }
    return best
  }

  /// The words of the clause that speak for what an observer finds, quoted: those that a criterion forbids, else those that
  /// the lexicon reads on its issue.
  private func quotation(
    for ground: Reaction.Ground,
    of criterion: Observer.Criterion,
    in text: TreatyText
  ) -> String {
    let words = words(of: text.provisions[ground.clause], at: ground.clause)
    if let phrase = criterion.forbidden.first(where: { words.says($0) }) { return ": “\(phrase)”" }
    let wantsMore = criterion.wanted.upperBound == 100
    let name = scenario.issues[criterion.issue].cueName
    let known = Phrasebook.known(
      in: words,
      of: scenario.clauses[ground.clause].kind,
      by: scenario.lexicon
    )
    let pole: Double = wantsMore == (ground.effect > 0) ? 100 : 0
    let telling = known.filter { known in
      guard case .pull(let pulls) = known.cue.action else { return false }
      return pulls.contains {
        $0.issue == name && $0.pole == pole
          && $0.roles.contains(scenario.clauses[ground.clause].kind)
      }
    }
    guard !telling.isEmpty else { return "" }
    return ": " + telling.prefix(2).map { "“\($0.phrase)”" }.joined(separator: ", ")
  }

  private func met(_ satisfaction: Double) -> String {
    switch satisfaction {
    case 1...: "meets it"
    case 0..<1: "meets it in part"
    default: "does not meet it"
    }
  }

  /// A short statement in the observer's own concerns, built from its heaviest grounds.
  private func sayStatement(of observer: Observer, _ reaction: Reaction, on page: inout Page) {
    let concerns = reaction.grounds.filter { $0.effect < 0 }.compactMap { ground in
      let concern = observer.criteria[ground.criterion].concern
      return concern.isEmpty ? nil : concern
    }
    guard !concerns.isEmpty else { return }
    page.gap()
    page.say(
      "What it might argue, in our words: \(concerns.prefix(2).joined(separator: " "))",
      indent: 2
    )
  }
}

extension Reaction.Level {
  /// How the level is shown besides its words.
  var style: Style {
    switch self {
    case .stronglyOpposes, .opposes: .adverse
    case .mixed: .plain
    case .supports, .stronglySupports: .favourable
    }
  }
}

/// What everybody says, as data.
private struct ReactionList: Encodable, Sendable {
  let schema = "plenary.reactions/1"
  let reactions: [ReactionDocument]
}
