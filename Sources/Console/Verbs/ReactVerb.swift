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
    room.scenario.observers.prefix(1).map { "react \($0.id)" } + ["react"]
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    observer = arguments.remainder()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let scenario = room.scenario
    if let observer {
      return room.page(of: scenario.observers[try room.names.observer(observer)])
    }
    let matter = try room.matter()
    var page = Page()
    if scenario.observers.isEmpty {
      page.say("Nobody watches this room.")
      room.hint("forecast", on: &page)
      return Reply(page, document: ReactionList(reactions: []))
    }
    page.say(Phrase(room.readings(of: matter), .faint))
    var table = Table([.leading, .leading, .leading])
    for observer in scenario.observers {
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
    if let first = scenario.observers.first { room.hint("react \(first.id)", on: &page) }
    let documents = scenario.observers.map {
      ReactionDocument($0, to: matter.carried, in: scenario)
    }
    return Reply(page, document: ReactionList(reactions: documents))
  }
}

extension Room {
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
    page.say("\(observer.name, .strong): \(reaction.level.words, reaction.level.style).")
    let step = reaction.score - base.score
    let since =
      matter.lost == nil ? "“\(scenario.drafts[session.base].title)”" : "the text on the table"
    if step.magnitude >= 1 {
      page.say(
        "\(step > 0 ? "Better" : "Worse") than \(since) by \(Figures.count(Figures.rounded(step.magnitude), "point")) of 100.",
        indent: 2
      )
    }
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
            + "\(met(ground.satisfaction))"
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
    if let worst = reaction.grounds.first(where: { $0.effect < 0 }) {
      hint("show \(scenario.clauses[worst.clause].id)", on: &page)
    }
    return Reply(page, document: ReactionDocument(observer, to: matter.carried, in: scenario))
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
