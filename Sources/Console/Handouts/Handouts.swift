import Negotiation
import Treaty

/// What a teacher prints before a class: instructions, rules, slips for proposals, a sheet for votes.
public struct Handouts: Sendable {
  private let document: Document
  /// How many briefs there are.
  public let briefs: Int
  /// How many slips for proposals.
  public let slips = 6

  /// Prepares the handouts of a room that has just opened.
  public init(of room: Room) {
    let scenario = room.scenario
    let sheets = scenario.briefs.map { Handouts.sheet(for: $0, in: room) }
    briefs = sheets.count
    document = Document(
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
    let rows = brief.instructions.map { instruction in
      [
        instruction.force.label, instruction.matter,
        instruction.clauses.map { room.scenario.clauses[$0].id.text }.joined(separator: " + "), "☐",
      ]
    }
    let letter = brief.letter.split(separator: "\n\n").map {
      Sheet.Part.paragraph(String($0).replacing("\n", with: " "))
    }
    return Sheet(
      title: name,
      note: "Secret: for the delegation of \(name) only. Written for play.",
      parts: letter + [
        .rows(rows, heading: ["", "What", "Clause", ""]),
        .paragraph(
          "MUST: you lose face without it. MAY TRADE: give it up for something better. ASK FIRST: accept it only "
            + "with leave (`capital CLAUSE WORDING`). NEVER: do not support it, whatever is offered."
        ),
      ]
    )
  }

  private static func rules(of room: Room) -> Sheet {
    let scenario = room.scenario
    let clauses = scenario.clauses.map { clause in
      [
        clause.id.text, clause.title,
        clause.wordings.map { "\($0.id): \($0.title)" }.joined(separator: "; "),
      ]
    }
    return Sheet(
      title: "\(scenario.title): rules and clauses",
      note: "",
      parts: [
        .paragraph(scenario.summary),
        .paragraph("\(scenario.body.name). \(room.need)"),
        .rows(
          room.procedureRows.map { [$0.name, $0.words.replacing("`", with: "")] },
          heading: ["Rule", ""]
        ),
        .heading("What the clauses can say"),
        .rows(clauses, heading: ["Clause", "About", "Wordings"]),
      ]
    )
  }

  private static func slips(count: Int) -> Sheet {
    let slip: [Sheet.Part] = [
      .heading("Proposal"),
      .rows(
        [["From", ""], ["Clause", ""], ["Wording, or your own words", ""], ["Sponsors", ""]],
        heading: []
      ),
      .lines(2),
    ]
    return Sheet(
      title: "Slips for proposals",
      note: "Cut them apart; hand one to the operator for each proposal.",
      parts: Array(repeating: slip, count: count).flatMap { $0 }
    )
  }

  private static func votes(in room: Room) -> Sheet {
    let names =
      room.grouping.isSmall
      ? room.scenario.delegations.map(\.name) : room.players.map { room.name(of: $0) }
    return Sheet(
      title: "Votes",
      note: "",
      parts: [
        .rows(
          names.map { [$0, "", "", "", ""] },
          heading: ["", "Vote 1", "Vote 2", "Vote 3", "The whole"]
        )
      ]
    )
  }
}

/// A page for each player, when all is over.
struct Cards: Sendable {
  private let document: Document
  let count: Int

  init(of room: Room) {
    let sheets = room.players.map { id -> Sheet in
      let score = Score(of: id, in: room.session)
      let rows = score.instructions.map {
        [
          $0.instruction.force.label, $0.instruction.matter,
          room.words(for: $0.fulfilment, of: $0.instruction.force),
        ]
      }
      func clauses(_ places: [Int]) -> String {
        places.isEmpty
          ? "nothing"
          : places.map {
            let provision = room.session.text.provisions[$0]
            return "\(room.scenario.clauses[$0].id) (\(provision.displayName))"
          }.joined(separator: ", ")
      }
      return Sheet(
        title: room.name(of: id),
        note: room.session.outcome?.line ?? "",
        parts: (rows.isEmpty ? [] : [.rows(rows, heading: ["", "Instruction", "In the end"])]) + [
          .rows(
            [
              ["Wants", score.wants?.rawValue ?? "no instructions", ""],
              [
                "Text", score.text.rawValue,
                "Nearer on \(clauses(score.nearer)); further on \(clauses(score.further))",
              ],
              ["Word", score.word?.rawValue ?? "–", "\(score.promises.count) given"],
            ],
            heading: ["", "Mark", "Evidence"]
          ),
          .heading("My word in the text"),
          .lines(2),
        ]
      )
    }
    count = sheets.count
    document = Document(title: "\(room.scenario.title): what each brought home", sheets: sheets)
  }

  var html: String { document.html }
  var markdown: String { document.markdown }
}
