import Drafting
import Forecasting
import Negotiation
import Treaty

/// `sweep`: every listed wording and every change of one cue, side by side.
struct SweepVerb: Verb {
  static let word = "sweep"
  static let usage = "sweep CLAUSE"
  static let summary =
    "Every wording of a clause and every change of one drafting cue, estimated side by side."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.clause]

  private let clause: String

  static func examples(in room: Room) -> [String] {
    room.scenario.clauses.prefix(1).map { "sweep \($0.id)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    clause = try arguments.next("a clause")
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let index = try room.names.clause(clause)
    let clause = room.scenario.clauses[index]
    let changes = room.sweep(of: index)
    var page = Page()
    page.say(
      "\(clause.id.text, .strong) now  \(room.title(of: room.session.text.provisions[index], at: index))"
    )
    let before = room.estimates.whole(room.session.text, in: room.session)
    page.say("The treaty now: \(room.outlook(of: before)).", indent: 2)
    page.gap()
    var table = Table(
      [.leading, .leading, .leading, .leading],
      headings: ["change", "moves", "alone: yes–no", "the treaty then"],
      indent: 0
    )
    var rows: [SweepDocument.Row] = []
    for change in changes {
      let matter = room.matter(of: change)
      let alone = room.estimates.of(matter, in: room.session)
      let after = room.estimates.whole(matter.carried, in: room.session)
      let outlook = room.outlook(of: after)
      table.add(
        Phrase(change.provision.commandName, .strong),
        Phrase(room.steps(of: change)),
        Phrase(alone.isNoticeable ? room.aloneWords(alone) : "too little to tell"),
        Phrase(outlook == room.outlook(of: before) ? "as now" : outlook)
      )
      rows.append(SweepDocument.Row(change, of: room, alone: alone, after: after))
    }
    page.show(table)
    page.gap()
    page.say(
      "Yes and no are what is expected of a separate vote on the change; all of it is estimated."
    )
    if let first = changes.first {
      room.hint("try \(clause.id) \(first.provision.commandName)", on: &page)
    }
    return Reply(page, document: SweepDocument(clause: clause.id.text, changes: rows))
  }
}

extension Room {
  /// Every other listed wording, no text, and every change of one cue that moves the clause.
  fileprivate func sweep(of index: Int) -> [Change] {
    let clause = scenario.clauses[index]
    let now = session.text.provisions[index]
    let text = words(of: now, at: index)
    let listed = clause.provisions
    let old = scenario.placements(of: now, at: index)
    var seen: Set<String> = []
    let worded = OneCueEdits.edits(of: text, in: clause.kind, by: scenario.lexicon).compactMap {
      edit -> Provision? in
      let changed: String
      do throws(TextEdit.Problem) {
        changed = try edit.applied(to: text)
      } catch {
        return nil
      }
      guard seen.insert(changed).inserted else { return nil }
      let reading = Reading(of: changed, typed: edit.typed, in: clause, of: scenario)
      let isListed = clause.wordings.contains { Words(of: $0.text.plain) == Words(of: changed) }
      let moves = clause.issues.contains { reading.placements[$0] != old[$0] }
      return moves && !isListed ? .worded(reading) : nil
    }
    return (listed.filter { $0 != now } + worded).map { Change(clause: index, provision: $0) }
  }

  /// How far a change moves its clause, in a few words.
  fileprivate func steps(of change: Change) -> String {
    let old = scenario.placements(of: session.text.provisions[change.clause], at: change.clause)
    let new = scenario.placements(of: change.provision, at: change.clause)
    let moved = scenario.clauses[change.clause].issues.filter { old[$0] != new[$0] }
    return moved.isEmpty
      ? "nothing"
      : moved.map {
        "\(scenario.issues[$0].id) \(Figures.place(old[$0]))→\(Figures.place(new[$0]))"
      }.joined(separator: ", ")
  }

  /// What would become of a whole text, in a few words.
  fileprivate func outlook(of forecast: Forecast) -> String {
    let vote = "vote \(Figures.chance(forecast.adoption))"
    return scenario.body.seeksConsensus
      ? "consensus \(Figures.chance(forecast.consensus)), \(vote)" : vote
  }

  fileprivate func aloneWords(_ forecast: Forecast) -> String {
    let yes = Figures.rounded(forecast.tally.yes.mean)
    let no = Figures.rounded(forecast.tally.no.mean)
    return "\(yes)–\(no), \(Figures.verdict(forecast.adoption))"
  }
}

/// A sweep as data.
private struct SweepDocument: Encodable, Sendable {
  struct Row: Encodable, Sendable {
    let change: String
    let placements: [String: Double]
    let isNoticeable: Bool
    let yes: Double?
    let no: Double?
    let carried: Double?
    let adoption: Double
    let consensus: Double

    init(_ change: Change, of room: Room, alone: Forecast, after: Forecast) {
      self.change = change.provision.commandName
      let places = room.scenario.placements(of: change.provision, at: change.clause)
      placements = Dictionary(
        uniqueKeysWithValues: room.scenario.clauses[change.clause].issues.map {
          (room.scenario.issues[$0].id.text, places[$0])
        }
      )
      isNoticeable = alone.isNoticeable
      yes = alone.isNoticeable ? alone.tally.yes.mean : nil
      no = alone.isNoticeable ? alone.tally.no.mean : nil
      carried = alone.isNoticeable ? alone.adoption : nil
      adoption = after.adoption
      consensus = after.consensus
    }
  }

  let schema = "plenary.sweep/1"
  let clause: String
  let changes: [Row]
}
