import Forecasting
import Negotiation
import Treaty

/// Advice in words.
extension Room {
  /// What can come next: the first change of what is advised.
  func nextLine(after advice: Advice) -> String {
    guard let package = advice.first, let clause = package.clauses.first else { return "lobby" }
    return
      "try \(scenario.clauses[clause].id) \(package.text.provisions[clause].commandName)"
  }

  func say(_ answer: AdviceAnswer, on page: inout Page) {
    let advice = answer.advice
    let what = scenario.body.seeksConsensus ? "Agreement" : "Adoption"
    page.say(
      "\(what) on the text as it stands: \(Room.parts(advice.chance)) (estimated)."
    )
    sayLimits(answer.limits, on: &page)
    if advice.chance >= advice.goal {
      page.say("The goal, \(Room.parts(advice.goal)), is met already: nothing has to change.")
    } else {
      sayFewest(advice, on: &page)
    }
    sayBest(advice, on: &page)
    if let state = answer.state { sayFront(of: advice, for: state, on: &page) }
    sayTurning(answer.turning, on: &page)
    sayHowSure(answer, on: &page)
  }

  private func sayLimits(_ limits: Advice.Limits, on page: inout Page) {
    if !limits.kept.isEmpty {
      let list = limits.kept.sorted().map { scenario.clauses[$0].id.text }
      page.say("Kept as it is: \(list.joined(separator: ", ")).", indent: 2, hang: 2)
    }
    let names =
      limits.observers.map { scenario.observers[$0].name }
      + limits.delegations.map { scenario.delegations[$0].name }
    if !names.isEmpty {
      page.say(
        "No red line of these is crossed that the text does not cross now: \(names.joined(separator: ", ")).",
        indent: 2,
        hang: 2
      )
    }
  }

  /// The fewest changes that reach the goal, with what is known of fewer.
  private func sayFewest(_ advice: Advice, on page: inout Page) {
    let goal = Room.parts(advice.goal)
    page.heading("The fewest changes that reach \(goal)")
    guard let package = advice.smallest else {
      let most = Figures.count(advice.best.last?.most ?? 0, "change")
      if advice.least == nil {
        page.say("No package of changes reaches it: that is proven.", indent: 2, hang: 2)
      } else if let found = advice.best.last {
        page.say(
          "None was found. The best that was, with \(most), has \(Room.parts(found.package.chance)). "
            + leastWords(advice),
          indent: 2,
          hang: 2
        )
      } else {
        page.say("None was found: no change helps. \(leastWords(advice))", indent: 2, hang: 2)
      }
      return
    }
    let count = Figures.count(package.clauses.count, "change")
    page.say(
      "\(count.capitalisedFirst): \(names(of: package), .strong). Then \(Room.parts(package.chance)).",
      indent: 2,
      hang: 2
    )
    guard package.clauses.count > 1 else { return }
    page.say(
      Phrase(
        advice.least == package.clauses.count
          ? "Fewer do not reach it: that is proven." : leastWords(advice)
      ),
      indent: 2,
      hang: 2
    )
  }

  private func leastWords(_ advice: Advice) -> String {
    guard let least = advice.least else { return "" }
    return least > 1
      ? "Proven is only that fewer than \(least) do not reach it."
      : "Whether one change can is not known."
  }

  /// What so many changes can do at best.
  private func sayBest(_ advice: Advice, on page: inout Page) {
    page.heading("The best of so many changes")
    guard !advice.best.isEmpty else {
      page.say("No package that was found makes a difference.", indent: 2)
      return
    }
    var table = Table(
      [.trailing, .leading, .leading, .leading],
      headings: ["up to", "chance", "better ones", "changes"]
    )
    var shown = Room.parts(advice.chance)
    for best in advice.best {
      let chance = Room.parts(best.package.chance)
      // What does not show is no difference.
      if chance == shown { continue }
      let bound = Room.parts(best.bound)
      table.add(
        Phrase(String(best.most)),
        Phrase(chance),
        Phrase(best.isProven || bound == chance ? "none, proven" : "at most \(bound)"),
        Phrase(names(of: best.package))
      )
      shown = chance
    }
    if table.rows.isEmpty {
      page.say(
        "The model sees no difference between any of them and the text as it stands.",
        indent: 2
      )
    }
    page.show(table)
  }

  /// A chance beside a goal: in hundredths, since tenths would hide on which side of it it lies.
  private static func parts(_ chance: Double) -> String {
    "\(Figures.hundredths(chance)) in 100"
  }

  /// What is not worse than another in all of three.
  private func sayFront(of advice: Advice, for state: Int, on page: inout Page) {
    let name = scenario.delegations[state].name
    page.heading("Between the chance, what \(name) gains, and rights groups")
    let points = Room.spread(advice.front)
    var table = Table(
      [.leading, .leading, .trailing, .trailing, .leading],
      headings: ["", "chance", "gain", "rights", "changes"]
    )
    for (mark, point) in zip(Room.marks, points) {
      table.add(
        Phrase(String(mark)),
        Phrase(Room.parts(point.package.chance)),
        Phrase(Figures.gain(point.gain)),
        Phrase(point.rights.map { Figures.signed($0, decimals: 0) } ?? "–"),
        Phrase(point.package.clauses.isEmpty ? "as it stands" : names(of: point.package))
      )
    }
    page.show(table)
    let left = advice.front.count - points.count
    page.say(
      Phrase(
        "Of \(advice.isExhaustive ? "all \(advice.texts)" : "the \(advice.texts)") texts that were counted"
          + "\(advice.isExhaustive ? "" : " (not all there are)"), none is better than one of these in all three"
          + "\(left > 0 ? "; \(left) more lie between them" : ""). Rights: mean score of rights groups, −100 to 100."
      ),
      indent: 2,
      hang: 2
    )
    if !settings.isSpoken { page.show(rows: plot(points)) }
  }

  /// Points along the front, where there are more than can be told apart.
  private static func spread(_ front: [Advice.Point]) -> [Advice.Point] {
    guard front.count > marks.count else { return front }
    return marks.indices.map { front[$0 * (front.count - 1) / (marks.count - 1)] }
  }

  private static let marks: [Character] = Array("abcdefgh")

  /// The front as a picture: the chance upwards, what the state gains to the right.
  private func plot(_ points: [Advice.Point]) -> [Phrase] {
    let (width, height) = (30, 7)
    let gains = points.map(\.gain)
    guard let low = gains.min(), let high = gains.max(), high > low else { return [] }
    var cells = Array(repeating: Array(repeating: Character(" "), count: width), count: height)
    for (mark, point) in zip(Room.marks, points) {
      let column = Figures.rounded((point.gain - low) / (high - low) * Double(width - 1))
      let row = height - 1 - Figures.rounded(point.package.chance * Double(height - 1))
      if cells[row][column] == " " { cells[row][column] = mark } else { cells[row][column] = "*" }
    }
    var rows = cells.enumerated().map { row, cells -> String in
      let label = row == 0 ? "  1" : row == height - 1 ? "  0" : "   "
      return "\(label) |\(String(cells))"
    }
    rows.append("    +" + String(repeating: "-", count: width))
    let (left, right) = (Figures.gain(low), Figures.gain(high))
    let gap = max(1, width - left.count - right.count)
    rows.append("     " + left + String(repeating: " ", count: gap) + right)
    let words = "  up: chance; right: gain; *: two"
    return [Phrase("")] + (rows + [words]).map { Phrase($0).trimmingEnd }
  }

  /// Who would have to turn.
  private func sayTurning(_ turning: Turning, on page: inout Page) {
    page.heading("If all vote as is likeliest for each")
    let fewest = turning.isLeast ? "Fewest" : "A few, not proven the fewest,"
    let result = turning.isCarried ? "carried" : "not carried"
    let act = turning.isCarried ? "that would have to turn to no" : "further yes that carry it"
    if let members = turning.members {
      page.say(
        "The text as it stands is \(result). \(fewest) \(act): \(members.count), nearest first "
          + "\(grouping.isSmall ? grouping.names(members) : codes(of: members)).",
        indent: 2,
        hang: 2
      )
    } else {
      page.say("The text as it stands is \(result), whoever turns.", indent: 2, hang: 2)
    }
    if scenario.body.seeksConsensus {
      page.say("Consensus is stopped by any one that blocks.", indent: 2, hang: 2)
    }
    let state = turning.members?.first.map { " \(scenario.delegations[$0].id)" } ?? ""
    page.say("What would move a state: `lobby\(state)`.", indent: 2, hang: 2)
  }

  /// Codes in the order given, so many as can be read.
  private func codes(of members: [Int]) -> String {
    let shown = members.prefix(Room.mostCodes).map { scenario.delegations[$0].id.text }
    let left = members.count - shown.count
    return shown.joined(separator: ", ") + (left > 0 ? ", \(left) more" : "")
  }

  private static let mostCodes = 12

  private func sayHowSure(_ answer: AdviceAnswer, on page: inout Page) {
    page.heading("How sure")
    let advice = answer.advice
    page.say(
      Phrase(
        advice.isExhaustive
          ? "All \(advice.texts) texts of listed wordings that may be made were counted."
          : "\(advice.texts) packages were counted. All single changes were; pairs are ruled out together where "
            + "even the best for everybody of both would not do; beyond two the best few are carried on from."
      ),
      indent: 2,
      hang: 2
    )
    guard let doubt = answer.doubt else { return }
    let runs = "\(doubt.better) of \(doubt.reruns) re-runs with other inputs"
    page.say(
      Phrase(
        doubt.isSure
          ? "The changes advised do better than the text as it stands in \(runs), and reach the goal in "
            + "\(doubt.reaching)."
          : "Cannot say whether the changes advised do better than the text as it stands: they do in \(runs)."
      ),
      indent: 2,
      hang: 2
    )
  }

  /// The changes of a package as they are typed.
  private func names(of package: Advice.Package) -> String {
    package.clauses.map {
      "\(scenario.clauses[$0].id) \(package.text.provisions[$0].commandName)"
    }.joined(separator: ", ")
  }
}
