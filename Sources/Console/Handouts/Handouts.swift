import Negotiation
import Treaty

/// What a teacher prints before a class: instructions, rules, slips for proposals, a sheet for votes.
public struct Handouts: Sendable {
  private let document: PrintedDocument
  /// How many briefs there are.
  public let briefs: Int
  /// How many slips for proposals.
  public let slips = 6

  /// Prepares the handouts of a room that has just opened.
  public init(of room: Room) {
    let scenario = room.scenario
    let sheets = scenario.briefs.map { Handouts.sheet(for: $0, in: room) }
    briefs = sheets.count
    document = PrintedDocument(
      title: "\(scenario.title): handouts",
      sheets: sheets + [
        Handouts.rules(of: room), Handouts.slips(count: slips), Handouts.votes(in: room),
      ]
    )
  }

  /// One page of HTML.
  public var html: String { document.html }

  /// The same in Markdown.
  public var markdown: String { document.markdown }

  private static func sheet(for brief: Brief, in room: Room) -> Sheet {
    let name: String
    switch brief.holder {
    case .delegation(let id): name = room.name(of: id)
    case .observer(let id): name = room.name(of: .observer(id))
    }
    var page = Page()
    room.say(letterOf: brief, on: &page)
    var table = Table(
      [.leading, .leading, .leading, .leading],
      headings: ["", "What", "Clause", ""]
    )
    for instruction in brief.instructions {
      table.add(
        Phrase(instruction.force.label, .strong),
        Phrase(instruction.matter),
        Phrase(room.clauses(of: instruction)),
        "☐"
      )
    }
    page.show(table)
    page.say(
      "MUST: you lose face without it. MAY TRADE: give it up for something better. ASK FIRST: accept it only "
        + "with leave (`capital CLAUSE WORDING`). NEVER: do not support it, whatever is offered."
    )
    return Sheet(
      title: name,
      note: "Secret: for the delegation of \(name) only. Written for play.",
      blocks: page.blocks
    )
  }

  private static func rules(of room: Room) -> Sheet {
    let scenario = room.scenario
    var page = Page()
    page.say(Phrase(scenario.summary))
    room.sayProcedure(on: &page)
    page.heading("What the clauses can say")
    var table = Table([.leading, .leading, .leading], headings: ["Clause", "About", "Wordings"])
    for clause in scenario.clauses {
      table.add(
        Phrase(clause.id.text, .strong),
        Phrase(clause.title),
        Phrase(clause.wordings.map { "\($0.id): \($0.title)" }.joined(separator: "; "))
      )
    }
    page.show(table)
    return Sheet(title: "\(scenario.title): rules and clauses", note: "", blocks: page.blocks)
  }

  private static func slips(count: Int) -> Sheet {
    var page = Page()
    for _ in 0..<count {
      page.heading("Proposal")
      var table = Table([.leading, .leading])
      for line in ["From", "Clause", "Wording, or your own words", "Sponsors"] {
        table.add(Phrase(line), blank)
      }
      page.show(table)
    }
    return Sheet(
      title: "Slips for proposals",
      note: "Cut them apart; hand one to the operator for each proposal.",
      blocks: page.blocks
    )
  }

  private static func votes(in room: Room) -> Sheet {
    let names =
      room.grouping.isSmall
      ? room.scenario.delegations.map(\.name) : room.players.map { room.name(of: $0) }
    let votes = ["Vote 1", "Vote 2", "Vote 3", "The whole"]
    var table = Table(
      Array(repeating: .leading, count: votes.count + 1),
      headings: [""] + votes
    )
    for name in names { table.add([Phrase(name)] + votes.map { _ in "" }) }
    var page = Page()
    page.show(table)
    return Sheet(title: "Votes", note: "", blocks: page.blocks)
  }

  /// Room to write in.
  static let blank = Phrase(String(repeating: "_", count: 30))
}

/// A page for each player, when all is over.
struct Cards: Sendable {
  private let document: PrintedDocument
  let count: Int

  init(of room: Room) {
    let sheets = room.players.map { id -> Sheet in
      let score = Score(of: id, in: room.session)
      var page = Page()
      room.say(score, on: &page)
      for deal in score.deals { page.say(Phrase(room.wordsOnKeeping(deal)), indent: 2, hang: 2) }
      page.heading("My word in the text")
      page.say(Handouts.blank)
      return Sheet(
        title: room.name(of: id),
        note: room.session.outcome?.line ?? "",
        blocks: page.blocks
      )
    }
    count = sheets.count
    document = PrintedDocument(
      title: "\(room.scenario.title): what each brought home",
      sheets: sheets
    )
  }

  var html: String { document.html }
  var markdown: String { document.markdown }
}
