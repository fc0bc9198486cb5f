import Forecasting
import Negotiation
import Treaty

/// `assumptions`: what the answer rests on, and what becomes of it if that is off.
struct AssumptionsVerb: Verb {
  static let word = "assumptions"
  static let usage = "assumptions [P1]"
  static let summary = "What the answer rests on, and what it would be if that is off."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.proposal]

  private let proposal: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    proposal = arguments.next()
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let number: Int? = if let proposal { try room.names.proposal(proposal) } else { nil }
    let matter = try room.matter(number)
    let examination = room.examination(of: matter)
    var page = Page()
    page.say(
      Phrase("What the answer on \(matter.title) rests on (what the model assumes)", .strong)
    )
    room.say(examination, on: &page)
    room.sayReruns(of: matter, on: &page)
    if !room.scenario.tests.isEmpty {
      page.say("`tested` shows what the estimates were held against in the world.")
    }
    room.hint(matter.lost == nil ? "who unsure" : "who changed", on: &page)
    return Reply(page, document: AssumptionsDocument(matter, examination))
  }
}

/// An answer, and what it would be under other assumptions.
struct Examination: Sendable {
  /// What comes of a matter.
  struct Answer: Sendable, Encodable, Equatable {
    /// Expected votes for and against it alone, and its chance; nil where the whole text is the matter.
    let alone: Alone?
    /// Chance that nobody blocks the treaty with it.
    let consensus: Double
    /// Chance that the treaty with it passes by vote.
    let adoption: Double

    struct Alone: Sendable, Encodable, Equatable {
      let yes: Double
      let no: Double
      let adoption: Double
    }
  }

  /// The answer as it stands.
  let answer: Answer
  /// Each assumption with the answers that its variants give.
  let findings: [(assumption: Assumption, answers: [Answer])]
}

extension Room {
  /// Asks a matter again under every assumption's variants, each time exactly.
  mutating func examination(of matter: Matter) -> Examination {
    let now = Assumption.Variant(
      words: "",
      scenario: scenario,
      circumstances: session.circumstances,
      matter: matter
    )
    return Examination(
      answer: now.answer,
      findings: Assumption.all(of: matter, in: session).map { ($0, $0.variants.map(\.answer)) }
    )
  }

  /// The assumptions as a numbered list with the answers beside.
  func say(_ examination: Examination, on page: inout Page) {
    let hasChange = examination.answer.alone != nil
    let whole = hasChange ? "the treaty with it" : "the treaty"
    page.say(
      Phrase(
        "As it stands: \(hasChange ? "alone \(shown(examination.answer).alone); " : "")\(whole) "
          + "\(shown(examination.answer).whole)."
      ),
      indent: 2,
      hang: 2
    )
    for (number, finding) in examination.findings.enumerated() {
      page.say(
        "\(number + 1)  \(finding.assumption.words): \(finding.assumption.standing).",
        hang: 3
      )
      var table = Table([.leading, .leading, .leading], indent: 5)
      for (variant, answer) in zip(finding.assumption.variants, finding.answers) {
        let same = shown(answer) == shown(examination.answer)
        table.add([Phrase("if \(variant.words)")] + (same ? ["no difference"] : cells(of: answer)))
      }
      page.show(table)
    }
  }

  /// What the answer is in reruns with other inputs.
  mutating func sayReruns(of matter: Matter, on page: inout Page) {
    let everybody = grouping.bases(Array(scenario.delegations.indices))
    guard !scenario.spread.isNone else {
      page.say("Positions are invented with the room and taken as exact.", hang: 3)
      return
    }
    let answers = estimates.drawn(for: session).map { rerun in
      Assumption.Variant(
        words: "",
        scenario: rerun.scenario,
        circumstances: session.circumstances,
        matter: matter.drawn(in: rerun)
      ).answer
    }
    page.say("Positions: \(everybody). Re-run \(Rerun.count) times with \(spreadWords):")
    var table = Table([.leading, .leading], indent: 5)
    if matter.lost != nil {
      let yes = answers.map { $0.alone?.yes ?? 0 }
      let no = answers.map { $0.alone?.no ?? 0 }
      table.add("alone, 9 of 10", Phrase("yes \(Room.middle(yes)), no \(Room.middle(no))"))
    }
    if scenario.body.seeksConsensus {
      table.add(
        "consensus, 9 of 10",
        Phrase("\(Room.middle(answers.map { 100 * $0.consensus })) in 100")
      )
    }
    table.add(
      "by vote, 9 of 10",
      Phrase("\(Room.middle(answers.map { 100 * $0.adoption })) in 100")
    )
    page.show(table)
  }

  /// The range that nine of ten numbers lie in: `20–35`.
  private static func middle(_ numbers: [Double]) -> String {
    let sorted = numbers.sorted()
    let cut = sorted.count / 20
    guard let low = sorted.dropFirst(cut).first, let high = sorted.dropLast(cut).last else {
      return ""
    }
    let least = Figures.rounded(low)
    let most = Figures.rounded(high)
    return least == most ? "\(least)" : "\(least)–\(most)"
  }

  /// An answer in two cells: alone, and the treaty with it.
  private func cells(of answer: Examination.Answer) -> [Phrase] {
    let words = shown(answer)
    return [Phrase(words.alone), Phrase(words.whole)].filter { !$0.text.isEmpty }
  }

  /// An answer as it is read.
  func shown(_ answer: Examination.Answer) -> (alone: String, whole: String) {
    let alone =
      answer.alone.map {
        "yes \(Figures.rounded($0.yes)), no \(Figures.rounded($0.no)): \(Figures.verdict($0.adoption))"
      } ?? ""
    let vote = "by vote \(Figures.chance(answer.adoption))"
    guard scenario.body.seeksConsensus else { return (alone, vote) }
    let consensus = "consensus \(Figures.chance(answer.consensus))"
    return (alone, alone.isEmpty ? "\(consensus), \(vote)" : consensus)
  }

  /// What differs enough between two answers to change what one says in a meeting: the verdict on the
  /// change alone, a fifth of its votes, or what becomes of the treaty.
  func difference(of answer: Examination.Answer, from now: Examination.Answer) -> String {
    let words = shown(answer)
    let then = shown(now)
    var parts: [String] = []
    if let alone = answer.alone, let before = now.alone {
      let moved = (alone.no - before.no).magnitude + (alone.yes - before.yes).magnitude
      let isOther = Figures.verdict(alone.adoption) != Figures.verdict(before.adoption)
      if isOther || moved > 0.2 * (before.yes + before.no) { parts.append("alone \(words.alone)") }
    }
    if words.whole != then.whole { parts.append(words.whole) }
    return parts.joined(separator: "; ")
  }
}

extension Assumption.Variant {
  /// What comes of the matter here.
  fileprivate var answer: Examination.Answer {
    let whole = Forecast(of: matter.carried, in: scenario, under: circumstances)
    let alone = matter.lost.map {
      Forecast(of: matter.carried, against: $0, in: scenario, under: circumstances)
    }
    return Examination.Answer(
      alone: alone.map {
        Examination.Answer.Alone(
          yes: $0.tally.yes.mean,
          no: $0.tally.no.mean,
          adoption: $0.adoption
        )
      },
      consensus: whole.consensus,
      adoption: whole.adoption
    )
  }
}

/// What an answer rests on, as data.
private struct AssumptionsDocument: Encodable, Sendable {
  struct Finding: Encodable, Sendable {
    let assumption: String
    let standing: String
    let variants: [Variant]
  }

  struct Variant: Encodable, Sendable {
    let `if`: String
    let answer: Examination.Answer
  }

  let schema = "plenary.assumptions/1"
  let matter: String
  let answer: Examination.Answer
  let assumptions: [Finding]

  init(_ matter: Matter, _ examination: Examination) {
    self.matter = matter.title
    answer = examination.answer
    assumptions = examination.findings.map { finding in
      Finding(
        assumption: finding.assumption.words,
        standing: finding.assumption.standing,
        variants: zip(finding.assumption.variants, finding.answers).map {
          Variant(if: $0.words, answer: $1)
        }
      )
    }
  }
}
