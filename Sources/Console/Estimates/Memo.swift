import Drafting
import Forecasting
import Negotiation
import Treaty

/// One page to take into a meeting, in Markdown: a change, who objects and how we know, what would
/// change the answer, what the model does not know, and the line that gives the same figures again.
struct Memo {
  private var lines: [String] = []

  /// Writes the page on a matter.
  init(on matter: Matter, in room: inout Room) {
    let draft = room.scenario.drafts[room.session.base]
    lines = ["# \(Memo.title(of: matter, in: room))", ""]
    lines.append(
      "\(room.scenario.title), “\(draft.title)”. What follows is what a model assumes, worked out with "
        + "plenary \(room.world.version); it is not what any government has said it would do."
    )
    addChange(matter, in: room)
    addAnswer(matter, in: &room)
    addSides(matter, in: &room)
    addAssumptions(matter, in: &room)
    addTests(in: room)
    add("What the model does not know")
    lines += [
      "- instructions, promises and linkages that are not in the text; who is tired and who is friends",
      "- what words do together: clauses add up, and powers without safeguards are worse than the sum",
      "- trades across issues, except as far as states care more for one than for another",
    ]
    add("The same figures again")
    lines += ["    \(Memo.command(for: matter, in: room))", ""]
  }

  /// The page.
  var text: String { lines.joined(separator: "\n") }

  private mutating func add(_ heading: String) {
    lines += ["", "## \(heading)", ""]
  }

  private static func title(of matter: Matter, in room: Room) -> String {
    guard let clause = matter.clause else { return "The treaty as it stands" }
    let provision = matter.carried.provisions[clause]
    return "\(room.scenario.clauses[clause].id): \(room.title(of: provision, at: clause))"
  }

  private mutating func addChange(_ matter: Matter, in room: Room) {
    guard let clause = matter.clause, let lost = matter.lost else { return }
    add("The change")
    let redline = Redline(
      from: room.words(of: lost.provisions[clause], at: clause),
      to: room.words(of: matter.carried.provisions[clause], at: clause)
    )
    lines.append("> " + redline.marked(.markdown).text)
    let old = room.scenario.placements(of: lost.provisions[clause], at: clause)
    let new = room.scenario.placements(of: matter.carried.provisions[clause], at: clause)
    let moves = room.scenario.clauses[clause].issues.map { issue in
      let name = room.scenario.issues[issue].id
      return old[issue] == new[issue]
        ? "\(name) stays at \(Figures.place(old[issue]))"
        : "\(name) from \(Figures.place(old[issue])) to \(Figures.place(new[issue]))"
    }
    lines += ["", "It moves the clause, on scales of 0 to 100: \(moves.joined(separator: "; "))."]
    lines += ["Judged by the scenario's written scales, not measured."]
  }

  private mutating func addAnswer(_ matter: Matter, in room: inout Room) {
    add("In short")
    let forecast = room.estimates.of(matter, in: room.session)
    if matter.lost != nil {
      if forecast.isNoticeable {
        lines += [
          "- Put to the vote alone it \(Figures.verdict(forecast.adoption)): "
            + "\(Figures.chance(forecast.adoption)). \(room.need)",
          "- \(Figures.counts(forecast.tally)).",
        ]
      } else {
        lines.append("- Nobody gains or loses enough to tell from noise, so no vote is shown.")
      }
      let before = room.estimates.whole(room.session.text, in: room.session)
      let after = room.estimates.whole(matter.carried, in: room.session)
      let moved = room.movements(from: before, to: after)
      let sides =
        moved.isEmpty
        ? "nobody changes sides"
        : moved.map { "\($0.0): \(room.grouping.names($0.1))" }.joined(separator: "; ")
      lines.append("- On the treaty as a whole, \(sides).")
      lines.append(
        "- With the change: \(Memo.chances(after, in: room)). Without: \(Memo.chances(before, in: room))."
      )
    } else {
      lines.append("- Adopted: \(Memo.chances(forecast, in: room)).")
      lines.append("- \(Figures.counts(forecast.tally)).")
    }
  }

  private static func chances(_ forecast: Forecast, in room: Room) -> String {
    let vote = "by vote \(Figures.chance(forecast.adoption))"
    return room.scenario.body.seeksConsensus
      ? "consensus \(Figures.chance(forecast.consensus)), \(vote)" : vote
  }

  /// Who is on which side: named with basis and source, those of one source together.
  private mutating func addSides(_ matter: Matter, in room: inout Room) {
    guard room.estimates.of(matter, in: room.session).isNoticeable else { return }
    let standing = room.estimates.standing(on: matter, in: room.session)
    let scenario = room.scenario
    for (side, _, _) in Room.sides.reversed() {
      let sure = standing.surely(side)
      let leaning = standing.leaning(side)
      let word = side == .against ? "Who objects" : "Who is in favour"
      add("\(word), and how we know")
      if sure.isEmpty { lines.append("Nobody of whom that is sure.") }
      for (basis, label) in Grouping.bases {
        var sources: [(source: String, ids: [String])] = []
        for index in sure where scenario.delegations[index].basis == basis {
          let delegation = scenario.delegations[index]
          if let place = sources.firstIndex(where: { $0.source == delegation.source }) {
            sources[place].ids.append(delegation.id.text)
          } else {
            sources.append((delegation.source, [delegation.id.text]))
          }
        }
        for (source, ids) in sources {
          let origin = source.isEmpty ? "no source given" : source
          lines.append("- \(ids.joined(separator: " ")) (\(label)): \(origin)")
        }
      }
      if !leaning.isEmpty {
        lines.append(
          "- \(leaning.count) more lean that way, not sure (\(room.grouping.bases(leaning)))"
        )
      }
    }
    let unsaid = standing.on(.unsure)
    lines += ["", "Of \(unsaid.count) nothing can be said (\(room.grouping.bases(unsaid)))."]
    if scenario.leanings != nil {
      lines.append(
        "Recorded votes have since moved what was coded; `plenary calibrate \(scenario.id)` says by how much and why."
      )
    }
    if !scenario.spread.isNone {
      lines.append("Sure means: the same side in 9 of 10 re-runs with \(room.spreadWords).")
    }
  }

  private mutating func addAssumptions(_ matter: Matter, in room: inout Room) {
    add("What would change the answer")
    let examination = room.examination(of: matter)
    let now = room.shown(examination.answer)
    lines.append("Now: \(Memo.joined(now)).")
    var unmoved: [String] = []
    for finding in examination.findings {
      let changed = zip(finding.assumption.variants, finding.answers).compactMap {
        variant,
        answer in
        let words = room.difference(of: answer, from: examination.answer)
        return words.isEmpty ? nil : "if \(variant.words): \(words)"
      }
      if changed.isEmpty {
        unmoved.append(finding.assumption.words)
      } else {
        lines.append(
          "- \(finding.assumption.words) (\(finding.assumption.standing)); \(changed.joined(separator: "; "))"
        )
      }
    }
    if !unmoved.isEmpty {
      lines.append("- no difference that matters: \(unmoved.joined(separator: "; "))")
    }
  }

  private static func joined(_ words: (alone: String, whole: String)) -> String {
    [words.alone, words.whole].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private mutating func addTests(in room: Room) {
    add("What the estimates were tested on")
    let records = room.trackRecords
    if records.isEmpty { lines.append("Nothing: the scenario has no recorded decisions.") }
    for record in records { lines.append("- \(room.words(of: record))") }
  }

  /// The shell line that prints the same figures.
  static func command(for matter: Matter, in room: Room) -> String {
    let scenario = room.scenario
    let draft = scenario.drafts[room.session.base]
    let standing = matter.lost ?? matter.carried
    let changes = standing.differences(from: draft.text).map { clause in
      let name = scenario.clauses[clause].id.text
      return " --set " + shell("\(name)=\(standing.provisions[clause].commandName)")
    }.joined()
    guard let clause = matter.clause, matter.lost != nil else {
      return "plenary forecast \(scenario.id) --draft \(draft.id)\(changes)"
    }
    let provision = shell(matter.carried.provisions[clause].commandName)
    return
      "plenary try \(scenario.id) --draft \(draft.id)\(changes) \(scenario.clauses[clause].id) \(provision)"
  }

  /// A word as a shell takes it: in single quotes where it has more than letters in it.
  private static func shell(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "=.-_".utf8.contains(byte)
    }
    guard !isPlain else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
