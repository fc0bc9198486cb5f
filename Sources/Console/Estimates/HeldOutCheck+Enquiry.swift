public import Calibration

extension HeldOutCheck {
  /// How many unseen answers were told right, as a reply.
  public var enquiry: Enquiry {
    var page = Page()
    let asked = fit.asked.reduce(0, +)
    page.say(
      "\(asked) answers dealt into \(Self.folds) parts, each told from a fit to the others: told right, in 100."
    )
    var table = Table(
      [.leading, .trailing, .trailing, .trailing, .trailing],
      headings: ["", "all", "yes", "abstain", "no"]
    )
    for (label, score) in rules {
      table.add(
        [Phrase(label), Phrase(Figures.decimal(100 * score.share, decimals: 1))]
          + Self.order.map { Phrase(Figures.decimal(100 * score.share(of: $0), decimals: 1)) }
      )
    }
    table.add(
      [Phrase("answers"), Phrase("\(asked)")]
        + Self.order.map { Phrase("\(fit.asked[$0.rawValue])") }
    )
    page.show(table)
    return Enquiry(page, document: HeldOutDocument(self))
  }

  private static let order: [Answer] = [.yes, .abstain, .no]

  private var rules: [(label: String, score: Score)] {
    [("the fit", fit), ("each vote's commonest answer", majority)]
      + (group.map { [("that of the state's bloc", $0)] } ?? [])
  }
}

/// The check as data.
private struct HeldOutDocument: Encodable, Sendable {
  struct Entry: Encodable, Sendable {
    let right: Double
    let yes: Double
    let abstain: Double
    let no: Double

    init(_ score: HeldOutCheck.Score) {
      right = score.share
      yes = score.share(of: .yes)
      abstain = score.share(of: .abstain)
      no = score.share(of: .no)
    }
  }

  struct Counts: Encodable, Sendable {
    let yes: Int
    let abstain: Int
    let no: Int
  }

  let schema = "plenary.fit-check/1"
  let folds = HeldOutCheck.folds
  let answers: Counts
  let fit: Entry
  let majority: Entry
  let bloc: Entry?

  init(_ check: HeldOutCheck) {
    answers = Counts(
      yes: check.fit.asked[Answer.yes.rawValue],
      abstain: check.fit.asked[Answer.abstain.rawValue],
      no: check.fit.asked[Answer.no.rawValue]
    )
    fit = Entry(check.fit)
    majority = Entry(check.majority)
    bloc = check.group.map(Entry.init)
  }
}
