import Forecasting
import Negotiation
import Treaty

/// `propose`: another wording, put to the room.
struct ProposeVerb: Verb {
  static let word = "propose"
  static let aliases = ["amend"]
  static let usage = "propose CLAUSE WORDING | propose CLAUSE \"TEXT\" | amend CLAUSE CHANGE"
  static let summary = "Table another wording for a clause; listed or in your own words."
  static let purpose = Purpose.act
  static let isMove = true
  static let slots: [Slot] = [.clause, .wording]

  private var arguments: Arguments

  static func examples(in room: Room) -> [String] {
    let first = room.scenario.firstMove
    return [first.hasPrefix("try ") ? "propose " + first.dropFirst(4) : ""]
      + room.possibleChanges.map { "propose \($0)" }
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    self.arguments = arguments
    arguments = try Arguments("", usage: Self.usage)
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    var arguments = arguments
    let change = try room.change(from: &arguments)
    let id = room.scenario.clauses[change.clause].id
    _ = try room.make(.propose(id, change.provision))
    guard let proposal = room.session.proposals.last else {
      preconditionFailure("a proposal was just tabled")
    }
    room.focus = .proposal(proposal.number)
    var page = Page()
    page.say(
      "\("P\(proposal.number)", .strong), by \(room.name(of: proposal.proposer)): clause \(id), \(change.provision.displayName)."
    )
    page.say(Phrase(room.standing(of: change.clause)), indent: 2)
    room.sayOutlook(of: try room.matter(proposal.number), on: &page)
    room.hint("lobby P\(proposal.number)", on: &page)
    return Reply(page, document: StatusDocument.Proposed(proposal))
  }
}

extension Room {
  /// What would come of a proposal put to the vote now, in a line or two.
  mutating func sayOutlook(of matter: Matter, on page: inout Page) {
    let forecast = estimates.of(matter, in: session)
    guard forecast.isNoticeable else {
      page.say("Nobody gains or loses enough by it to tell from noise.")
      return
    }
    let standing = Standing(of: forecast)
    let verdict = Figures.verdict(forecast.adoption)
    if grouping.isSmall {
      var table = Table([.leading, .leading])
      for (side, label, style) in Room.sides {
        table.add(Phrase(label, style), Phrase(grouping.names(standing.on(side))))
      }
      table.add("cannot say", Phrase(grouping.names(standing.on(.unsure))))
      page.show(table)
      page.say(
        "If voted alone now it \(verdict, .strong) (estimated): \(Figures.chance(forecast.adoption))."
      )
    } else {
      page.say(
        "If voted alone now (estimated): \(standing.on(.favour).count) leaning for, "
          + "\(standing.on(.against).count) leaning against, \(standing.on(.unsure).count) cannot say. It \(verdict): "
          + "\(Figures.chance(forecast.adoption)).",
        hang: 2
      )
    }
  }
}
