/// `help`: what can be typed.
struct HelpVerb: Verb {
  static let word = "help"
  static let aliases = ["?"]
  static let usage = "help [VERB]"
  static let summary = "What can be typed; with a verb, how it is written, and a line that works."
  static let purpose = Purpose.look
  static let slots: [Slot] = [.verb]

  private let verb: (any Verb.Type)?

  static func examples(in room: Room) -> [String] { ["help try", "help"] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    if let word = arguments.next() {
      guard let verb = Verbs.named(word) else { throw .noHelp(word) }
      self.verb = verb
    } else {
      verb = nil
    }
    try arguments.end()
  }

  func run(in room: inout Room) -> Reply {
    verb.map { HelpVerb.page(on: $0, in: room) } ?? HelpVerb.overview(in: room)
  }

  /// The verbs of a first quarter of an hour.
  private static let firstVerbs: [any Verb.Type] = [
    TextVerb.self, ShowVerb.self, TryVerb.self, WhyVerb.self, ProposeVerb.self, VoteVerb.self,
    ForecastVerb.self,
  ]

  private static func overview(in room: Room) -> Reply {
    var page = Page()
    var groups = Table([.leading, .leading], indent: 0)
    for purpose in Purpose.allCases {
      let verbs = Verbs.all.filter { $0.purpose == purpose }.map { $0.word }
      groups.add(Phrase(purpose.rawValue, .faint), Phrase(verbs.joined(separator: ", "), .strong))
    }
    page.show(groups)
    page.heading("To begin with")
    var lines = Table([.leading, .leading])
    for verb in firstVerbs {
      lines.add(
        Phrase(room.firstWorking(verb.examples(in: room)), .strong),
        Phrase(verb.brief)
      )
    }
    page.show(lines)
    page.gap()
    page.say(
      "`help VERB` shows how one is written; `STATE: LINE` speaks for a state."
    )
    return Reply(page, document: VerbList(verbs: Verbs.all.map(VerbDocument.init)))
  }

  private static func page(on verb: any Verb.Type, in room: Room) -> Reply {
    var page = Page()
    page.say(Phrase(verb.usage, .strong))
    page.say(Phrase(verb.summary), indent: 2)
    if !verb.aliases.isEmpty {
      page.say("The same: \(verb.aliases.joined(separator: ", "))", indent: 2)
    }
    page.say("Example: \(room.firstWorking(verb.examples(in: room)))", indent: 2)
    return Reply(page, document: VerbDocument(verb))
  }
}

extension Verb {
  /// The first clause of the summary, short enough for the overview.
  fileprivate static var brief: String {
    let stop = summary.firstIndex { $0 == ";" || $0 == "." } ?? summary.endIndex
    return String(summary[..<stop])
  }
}

/// All verbs as data.
private struct VerbList: Encodable, Sendable {
  let schema = "plenary.verbs/1"
  let verbs: [VerbDocument]
}

/// A verb as data.
private struct VerbDocument: Encodable, Sendable {
  let schema = "plenary.verb/1"
  let word: String
  let aliases: [String]
  let usage: String
  let summary: String

  init(_ verb: any Verb.Type) {
    word = verb.word
    aliases = verb.aliases
    usage = verb.usage
    summary = verb.summary
  }
}
