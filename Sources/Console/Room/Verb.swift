/// One thing that can be typed: a type of its own, in a file of its own, in the list `Verbs.all`.
protocol Verb: Sendable {
  /// The word that a line begins with: `propose`.
  static var word: String { get }
  /// Other words for the same.
  static var aliases: [String] { get }
  /// How it is written: `propose CLAUSE WORDING`.
  static var usage: String { get }
  /// What it is for, in a sentence.
  static var summary: String { get }
  /// What one wants who types it.
  static var purpose: Purpose { get }
  /// Whether it changes the negotiation, so that it has to wait for an open vote.
  static var isMove: Bool { get }
  /// What can follow the word, in order, for completion.
  static var slots: [Slot] { get }
  /// Lines that show it, the best first; the first that works now is offered.
  static func examples(in room: Room) -> [String]
  /// Reads what follows the word.
  init(_ arguments: inout Arguments) throws(Complaint)
  /// Does it.
  func run(in room: inout Room) throws(Complaint) -> Reply
}

extension Verb {
  static var aliases: [String] { [] }
  static var isMove: Bool { false }
  static var slots: [Slot] { [] }
  static func examples(in room: Room) -> [String] { [word] }
}

/// What somebody wants who types a verb; help is grouped by it.
enum Purpose: String, CaseIterable, Sendable {
  case look = "Look"
  case ask = "Ask what would happen"
  case act = "Act"
  case deal = "Bargain"
  case decide = "Decide"
  case procedure = "Rules"
  case keep = "Keep"
}

/// What can stand at one place of a line.
enum Slot: Sendable, Equatable {
  case clause
  case wording
  case delegation
  case delegations
  case proposal
  case deal
  case question
  case draft
  case observer
  case rule
  case delegationOrRule
  case forecastOption
  case adviceOption
  case issue
  case verb
  case setting
  case value
  case file
  case words([String])
}

/// The list that names all verbs: help, completion, dispatch and the tests of coverage read it.
enum Verbs {
  static let all: [any Verb.Type] = [
    HelpVerb.self, TourVerb.self, StatusVerb.self, TextVerb.self, ShowVerb.self, FindVerb.self,
    CompareVerb.self, TryVerb.self, ForecastVerb.self, WhyVerb.self, WhoVerb.self,
    LobbyVerb.self, ReactVerb.self, AssumptionsVerb.self, TestedVerb.self, PlayVerb.self,
    StartVerb.self, ProposeVerb.self, SponsorVerb.self, ObjectVerb.self, WithdrawVerb.self,
    AgreeVerb.self, VoteVerb.self, NextVerb.self, UndoVerb.self, LogVerb.self, MemoVerb.self,
    SaveVerb.self, SourceVerb.self, ExpectVerb.self, SetVerb.self, CompleteVerb.self,
    MoreVerb.self, TimerVerb.self, LintVerb.self, EditVerb.self, PrinciplesVerb.self,
    SweepVerb.self, BriefVerb.self, CapitalVerb.self, AskVerb.self, OfferVerb.self,
    AcceptVerb.self, RefuseVerb.self, CounterVerb.self, DeclareVerb.self, SignVerb.self,
    SayVerb.self,
    RulesVerb.self, DivideVerb.self, ReconsiderVerb.self, NoActionVerb.self, AppealVerb.self,
    ExplainVerb.self, DebriefVerb.self, PowerVerb.self, LandingVerb.self, AdviseVerb.self,
    QuitVerb.self,
  ]

  /// The verb of that word or alias.
  static func named(_ word: String) -> (any Verb.Type)? {
    let sought = word.folded
    return all.first { $0.word == sought || $0.aliases.contains(sought) }
  }

  /// Every word that a line can begin with.
  static var words: [String] {
    all.flatMap { [$0.word] + $0.aliases }
  }
}
