import Drafting
import Negotiation
import Treaty

/// `compare`: the text on the table against a named draft.
struct CompareVerb: Verb {
  static let word = "compare"
  static let usage = "compare DRAFT"
  static let summary = "The text on the table against a named draft, clause by clause, redlined."
  static let purpose = Purpose.look
  static let slots: [Slot] = [.draft]

  private let draft: String

  static func examples(in room: Room) -> [String] {
    room.scenario.drafts.reversed().map { "compare \($0.id)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    draft = try arguments.next("a draft")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let draft = room.scenario.drafts[try room.names.draft(draft)]
    let clauses = room.session.text.differences(from: draft.text)
    var page = Page()
    if clauses.isEmpty {
      page.say("The text on the table is the same as “\(draft.title)”.")
    } else {
      let count = Figures.count(clauses.count, "clause")
      page.say(
        "\(count) of \(room.scenario.clauses.count) would change from the text on the table to “\(draft.title)”."
      )
    }
    for clause in clauses {
      let now = room.session.text.provisions[clause]
      let then = draft.text.provisions[clause]
      page.gap()
      page.say(
        "\(room.scenario.clauses[clause].id.text, .strong)  \(now.displayName) → \(then.displayName)"
      )
      room.sayRedline(from: now, to: then, of: clause, on: &page)
    }
    if clauses.isEmpty {
      room.hint("forecast", on: &page)
    } else {
      room.hint("start \(draft.id)", on: &page)
    }
    return Reply(page, document: ComparisonDocument(room, draft, clauses))
  }
}

extension Room {
  /// The words of a clause, with what goes and what comes.
  func sayRedline(from old: Provision, to new: Provision, of clause: Int, on page: inout Page) {
    let redline = Redline(from: words(of: old, at: clause), to: words(of: new, at: clause))
    guard !settings.isSpoken else {
      page.say(redline.marked(.spoken), indent: 2)
      return
    }
    page.show(
      redline.marked(.marks, leaving: .inserted),
      beside: redline.marked(.marks, leaving: .deleted),
      orInline: redline.marked(.marks),
      indent: 2
    )
  }

  /// The words of a clause as it would stand; empty where it would not be in the text.
  func words(of provision: Provision, at clause: Int) -> String {
    scenario.words(of: provision, at: clause)
  }
}

/// A comparison as data.
private struct ComparisonDocument: Encodable, Sendable {
  struct Difference: Encodable, Sendable {
    let clause: String
    let now: String
    let then: String
    let redline: String
  }

  let schema = "plenary.comparison/1"
  let draft: String
  let differences: [Difference]

  init(_ room: Room, _ draft: Draft, _ clauses: [Int]) {
    self.draft = draft.id.text
    differences = clauses.map { clause in
      let now = room.session.text.provisions[clause]
      let then = draft.text.provisions[clause]
      return Difference(
        clause: room.scenario.clauses[clause].id.text,
        now: now.name,
        then: then.name,
        redline: Redline(
          from: room.words(of: now, at: clause),
          to: room.words(of: then, at: clause)
        ).marked
      )
    }
  }
}
