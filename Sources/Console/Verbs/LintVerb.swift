import Drafting
import Negotiation
import Treaty

/// `lint`: what a drafter would look at again.
struct LintVerb: Verb {
  static let word = "lint"
  static let usage = "lint [CLAUSE]"
  static let summary =
    "What a drafter would look at again: vague terms, double duties, dead references."
  static let purpose = Purpose.look
  static let slots: [Slot] = [.clause]

  private let clause: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    clause = arguments.next()
    try arguments.end()
  }

  static func examples(in room: Room) -> [String] {
    room.scenario.clauses.prefix(1).map { "lint \($0.id)" } + ["lint"]
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let only = try clause.map { name throws(Complaint) in try room.names.clause(name) }
    let all = Linter.findings(in: room.session.text, of: room.scenario)
    let findings = all.filter { only == nil || $0.clause == only }
    var page = Page()
    for finding in findings {
      let id = room.scenario.clauses[finding.clause].id.text
      page.say("\(id, .strong)  \(room.words(of: finding))", hang: 2)
      page.say(Phrase(finding.context, .faint), indent: 4)
      page.say("Try: \(room.line(mending: finding))", indent: 4, hang: 5)
    }
    if !findings.isEmpty { page.gap() }
    let count = Set(findings.map(\.clause)).count
    let place = only.map { "clause \(room.scenario.clauses[$0].id)" } ?? "the text"
    page.say(
      findings.isEmpty
        ? "Nothing in \(place) is of the kinds looked for. A lawyer may still find more."
        : "\(Figures.count(findings.count, "finding")) in \(Figures.count(count, "clause")). "
          + "They are questions to the drafter; nothing of them moves a vote."
    )
    if let first = findings.first { room.hint(room.line(mending: first), on: &page) }
    return Reply(page, document: LintDocument(findings: findings.map { room.document(of: $0) }))
  }
}

extension Room {
  /// What is the matter, and why it matters.
  fileprivate func words(of finding: Finding) -> String {
    let phrase = "“\(finding.phrase)”"
    switch finding.matter {
    case .vague: return "\(phrase) is not defined: who is to say how far it reaches?"
    case .secondDuty:
      return
        "\(phrase) begins a second duty in one sentence: a vote by parts could not tell them apart."
    case .dutyWithExit:
      return "\(phrase) stands next to “shall”: the duty ends where a State says so."
    case .noSuchArticle(let number):
      return "\(phrase) refers to article \(number), which this treaty does not have."
    case .struckArticle(let number, _):
      return "\(phrase) refers to article \(number), of which nothing is in the text."
    case .emptySafeguard:
      return
        "\(phrase) is all that this safeguard asks for: where the law protects nobody, neither does it."
    case .otherName(let usual): return "\(phrase) is mostly called “\(usual)” in this text."
    }
  }

  /// A line that would mend it, or else shows it.
  fileprivate func line(mending finding: Finding) -> String {
    let id = scenario.clauses[finding.clause].id
    var lines = finding.edit.map { ["try \(id) \($0.typed)"] } ?? []
    if case .struckArticle(_, let clause) = finding.matter {
      lines += scenario.clauses[clause].wordings.prefix(1).map {
        "try \(scenario.clauses[clause].id) \($0.id)"
      }
    }
    return firstWorking(lines + ["show \(id)"])
  }

  fileprivate func document(of finding: Finding) -> LintDocument.Found {
    LintDocument.Found(
      clause: scenario.clauses[finding.clause].id.text,
      matter: finding.matter.name,
      phrase: finding.phrase,
      reason: words(of: finding),
      tryInstead: line(mending: finding)
    )
  }
}

extension Finding.Matter {
  /// The name that programs read.
  fileprivate var name: String {
    switch self {
    case .vague: "vague"
    case .secondDuty: "second-duty"
    case .dutyWithExit: "duty-with-exit"
    case .noSuchArticle: "no-such-article"
    case .struckArticle: "struck-article"
    case .emptySafeguard: "empty-safeguard"
    case .otherName: "other-name"
    }
  }
}

/// Findings as data.
private struct LintDocument: Encodable, Sendable {
  struct Found: Encodable, Sendable {
    let clause: String
    let matter: String
    let phrase: String
    let reason: String
    let tryInstead: String
  }

  let schema = "plenary.lint/1"
  let findings: [Found]
}
