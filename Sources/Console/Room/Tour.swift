import Negotiation
import Treaty

/// A first negotiation in ten steps: each says what to type, and goes on once that has been done.
struct Tour: Sendable {
  /// What has to have happened for a step to be done.
  enum Goal: Sendable, Equatable {
    /// This verb was typed.
    case verb(String)
    /// Somebody is spoken for.
    case playing
    /// The change was tried.
    case tried
    /// The change is on the table.
    case proposed
    /// The proposal has a sponsor.
    case sponsored
    /// The proposal has been voted on.
    case voted
  }

  /// One step.
  struct Step: Sendable {
    /// What it is about.
    let text: String
    /// A line that does it.
    let line: String
    let goal: Goal
  }

  let steps: [Step]
  let change: Change
  /// The step at hand, from 0.
  private(set) var place = 0

  /// Plans the tour round the scenario's first move; nil where that names no wording that two delegations hold, against
  /// one that another holds.
  init?(of room: Room) {
    let scenario = room.scenario
    let parts = scenario.firstMove.split(separator: " ")
    guard parts.count == 3, parts[0] == "try",
      let clause = scenario.clauses.firstIndex(where: { $0.id.text == parts[1] }),
      let wording = scenario.clauses[clause].wordings.first(where: { $0.id.text == parts[2] }),
      case .listed(let standing) = scenario.drafts[scenario.opening].text.provisions[clause],
      let other = scenario.clauses[clause].wording(standing).flatMap({ room.holders(of: $0).first })
    else { return nil }
    let friends = room.holders(of: wording)
    guard friends.count > 1 else { return nil }
    let (hero, friend) = (friends[0], friends[1])
    let id = scenario.clauses[clause].id
    change = Change(clause: clause, provision: .listed(wording.id))
    steps = [
      Step(
        text: "A treaty is a text. Look at the one on the table, clause by clause.",
        line: "text",
        goal: .verb("text")
      ),
      Step(
        text: "Clause \(id) is in dispute. Read its words, and what else it could say.",
        line: "show \(id)",
        goal: .verb("show")
      ),
      Step(
        text:
          "You are the chair until you speak for a state. Speak for \(hero), which wants other words there.",
        line: "play \(hero)",
        goal: .playing
      ),
      Step(
        text:
          "Try those words. Nothing changes yet: you see who would gain, who would lose, and what others would say.",
        line: "try \(id) \(wording.id)",
        goal: .tried
      ),
      Step(
        text: "\(other) is against it. Ask why, and look at the largest figure first.",
        line: "why \(other)",
        goal: .verb("why")
      ),
      Step(
        text: "Now table it. From here on it is a proposal, P1, and stands in brackets.",
        line: "propose \(id) \(wording.id)",
        goal: .proposed
      ),
      Step(
        text:
          "Who would join, and whose vote counts most? That is whom to talk to in the corridor.",
        line: "lobby P1",
        goal: .verb("lobby")
      ),
      Step(
        text:
          "\(friend) wants it too. In front of a line a name speaks for that state, for this line only.",
        line: "\(friend): sponsor P1",
        goal: .sponsored
      ),
      Step(
        text:
          "Put it to the vote. You are asked for \(hero)'s vote; the others' are drawn from the estimate.",
        line: "vote P1",
        goal: .voted
      ),
      Step(
        text: "One clause is not a treaty. See what would become of the whole text now.",
        line: "forecast",
        goal: .verb("forecast")
      ),
    ]
  }

  /// The step at hand; nil at the end.
  var step: Step? { place < steps.count ? steps[place] : nil }

  /// Goes on to the next step.
  mutating func advance() {
    place += 1
  }

  /// Whether the step at hand has been done by what was just typed.
  func isDone(by word: String, in room: Room) -> Bool {
    guard let step else { return false }
    let proposal = room.session.proposals.first {
      $0.clause == room.scenario.clauses[change.clause].id && $0.provision == change.provision
    }
    switch step.goal {
    case .verb(let verb): return word == verb
    case .playing: return !room.session.played.isEmpty
    case .tried: return room.focus == .tried(change)
    case .proposed: return proposal != nil
    case .sponsored: return proposal?.sponsors.isEmpty == false || proposal?.state != .open
    case .voted: return proposal.map { $0.state != .open } ?? false
    }
  }

  /// The step at hand, on a page.
  func say(on page: inout Page, isReminder: Bool = false) {
    guard let step else { return }
    let title = "Tour, step \(place + 1) of \(steps.count)\(isReminder ? ", still" : "")"
    if isReminder {
      page.say("\(title, .faint): type \(Phrase(step.line, .strong))", hang: 2)
    } else {
      page.gap()
      page.say(Phrase(title, .strong))
      page.say("\(step.text) Type \(Phrase(step.line, .strong))", indent: 2)
    }
  }

  /// What is said at the end.
  static func sayEnd(on page: inout Page) {
    page.gap()
    page.say(Phrase("That was the tour", .strong))
    page.say(
      "You have read, tried, asked why, tabled, lobbied and voted. `undo` takes moves back, `next` goes on to the next round, `help` shows the rest, and `save` keeps it all.",
      indent: 2
    )
  }
}

extension Room {
  /// The names of the delegations that are said to hold a wording; groups are left out.
  fileprivate func holders(of wording: Wording) -> [String] {
    wording.heldBy.compactMap { id in scenario.delegations.first { $0.id.text == id }?.name }
  }

  /// Adds to a reply what the tour has to say to it.
  mutating func accompany(_ reply: Reply, to word: String) -> Reply {
    guard var tour, word != TourVerb.word else { return reply }
    var page = Page()
    if openVote != nil, !tour.isDone(by: word, in: self) {
      return reply
    } else if tour.isDone(by: word, in: self) {
      tour.advance()
      self.tour = tour.step == nil ? nil : tour
      if tour.step == nil { Tour.sayEnd(on: &page) } else { tour.say(on: &page) }
    } else {
      page.gap()
      tour.say(on: &page, isReminder: true)
    }
    return reply.followed(by: page)
  }
}
