import Forecasting
import Negotiation
import Treaty

/// `landing`: where the text would land, from positions and influence.
struct LandingVerb: Verb {
  static let word = "landing"
  static let usage = "landing [ISSUE] [salience]"
  static let summary =
    "Where the text would land on an issue, from positions and influence, and the wordings near it."
  static let purpose = Purpose.ask
  static let slots: [Slot] = [.issue, .words(["salience"])]

  private let issue: String?
  private let saliences: Bargainer.Saliences

  static func examples(in room: Room) -> [String] {
    room.scenario.issues.prefix(1).map { "landing \($0.id)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    var words = arguments.rest.map(\.text)
    _ = arguments.remainder()
    if words.last?.folded == "salience" {
      words.removeLast()
      saliences = .own
    } else {
      saliences = .equal
    }
    issue = words.isEmpty ? nil : words.joined(separator: " ")
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let issues =
      if let issue { [try room.names.issue(issue)] } else { Array(room.scenario.issues.indices) }
    let bargain = Bargain(
      from: room.session.text,
      in: room.scenario,
      under: room.session.circumstances
    )
    let answers = issues.map {
      room.landing(on: $0, saliences, after: bargain, isAlone: issue != nil)
    }
    var page = Page()
    if issue == nil {
      room.say(answers, on: &page)
    } else {
      for answer in answers { room.say(answer, on: &page) }
    }
    room.say(bargain, on: &page)
    room.sayLandingLimits(saliences, isAlone: issue != nil, on: &page)
    room.hint(room.nextLine(after: answers, isAlone: issue != nil), on: &page)
    return Reply(
      page,
      document: LandingDocument(answers, bargain, saliences: saliences, in: room.scenario)
    )
  }
}

extension Names {
  /// The issue of that name: its id, its title, or a beginning that only one has.
  fileprivate func issue(_ typed: String) throws(Complaint) -> Int {
    let sought = typed.folded
    let names = scenario.issues.map { [$0.id.text.folded, $0.title.folded] }
    if let place = names.firstIndex(where: { $0.contains(sought) }) { return place }
    let begun = names.indices.filter { names[$0].contains { $0.hasPrefix(sought) } }
    guard begun.count == 1 else { throw .unknownIssue(typed) }
    return begun[0]
  }
}
