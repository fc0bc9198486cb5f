/// Everything that is known when the talks begin: the room, the text, the rule, the record.
///
/// A scenario is checked whole before it is built, so that every name in it resolves.
public struct Scenario: Sendable {
  /// The name of a scenario, `hanoi`.
  public typealias ID = Identifier<Scenario>

  /// The name that files and commands use.
  public let id: ID
  /// The name that people read.
  public let title: String
  /// What it is about, in a sentence or two.
  public let summary: String
  /// The conference that decides.
  public let body: Body
  /// The numbers of the model.
  public private(set) var model: ModelParameters
  /// How far the inputs of an estimate may be off.
  public let spread: InputSpread
  /// Rounds of negotiation, 1 or more.
  public let rounds: Int
  /// The issues, in the order of the file.
  public private(set) var issues: [Issue]
  /// The articles, in the order of the treaty.
  public let articles: [Article]
  /// The clauses, in the order of the treaty.
  public private(set) var clauses: [Clause]
  /// The drafts, in the order of history.
  public let drafts: [Draft]
  /// The draft on the table when a session starts, as a place in `drafts`.
  public let opening: Int
  /// The text to which failure may lead, as a place in `drafts`.
  public let fallback: Int?
  /// Who sits in the room, in the order of the file.
  public private(set) var delegations: [Delegation]
  /// The blocs that share shocks, in the order of their first member.
  public let blocs: [Bloc]
  /// The names of the weights that the voting rule uses.
  public let weightNames: [String]
  /// Who watches.
  public let observers: [Observer]
  /// The observers that judge the text, in the order of the file: all but the press.
  public var judges: [Observer] { observers.filter { !$0.criteria.isEmpty } }
  /// The principles by which the text can be judged, in the order of the file.
  public let principles: [Principle]
  /// What delegations will not accept.
  public let redLines: [RedLine]
  /// What was decided in the world, on the matter of the treaty and on others; in the order of the file.
  public let decisions: [Decision]
  /// The decisions that estimates are held against: all but those on other matters.
  public var tests: [Decision] { decisions.filter { !$0.isOnOtherMatter } }
  /// The drafting words by which texts of one's own are placed.
  public let lexicon: Lexicon
  /// Chance that failure leads to the worse text, 0...1, as time runs out: by round, the last for the
  /// package; empty where only the drafts say.
  public let urgency: [Double]
  /// Confidential instructions, in the order of the files' names.
  public let briefs: [Brief]
  /// What may break in between rounds, in the order of the file.
  public let news: [NewsItem]
  /// What follows adoption; nil where the author gave nothing.
  public let aftermath: Aftermath?
  /// The line that a newcomer is told to type first; empty where the author gave none.
  public let firstMove: String
  /// What recorded votes have moved in it; nil where it stands as it was coded.
  public private(set) var leanings: Leanings?
  /// The numbers and delegations as they were coded, where a calibration moved them.
  private var coded: (model: ModelParameters, delegations: [Delegation])?
  /// How much each clause counts on each issue: the authors' weights scaled so that they sum to 1
  /// over the clauses, by clause and then issue.
  public let shares: [[Double]]
  /// Where the world stands for each delegation if there is no treaty, 0...100, by delegation and then issue.
  public private(set) var worlds: [[Double]]

  /// Puts a scenario together from parts whose names have been resolved.
  public init(
    id: ID,
    title: String,
    summary: String = "",
    body: Body,
    model: ModelParameters = ModelParameters(),
    spread: InputSpread = InputSpread(),
    rounds: Int = 3,
    issues: [Issue],
    articles: [Article],
    clauses: [Clause],
    drafts: [Draft],
    opening: Int = 0,
    fallback: Int? = nil,
    delegations: [Delegation],
    blocs: [Bloc],
    weightNames: [String] = [],
    observers: [Observer] = [],
    principles: [Principle] = [],
    redLines: [RedLine] = [],
    decisions: [Decision] = [],
    lexicon: Lexicon = .empty,
    urgency: [Double] = [],
    briefs: [Brief] = [],
    news: [NewsItem] = [],
    aftermath: Aftermath? = nil,
    firstMove: String = ""
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.body = body
    self.model = model
    self.spread = spread
    self.rounds = rounds
    self.issues = issues
    self.articles = articles
    self.clauses = clauses
    self.drafts = drafts
    self.opening = opening
    self.fallback = fallback
    self.delegations = delegations
    self.blocs = blocs
    self.weightNames = weightNames
    self.observers = observers
    self.principles = principles
    self.redLines = redLines
    self.decisions = decisions
    self.lexicon = lexicon
    self.urgency = urgency
    self.briefs = briefs
    self.news = news
    self.aftermath = aftermath
    self.firstMove = firstMove
    let totals = issues.indices.map { issue in
      clauses.reduce(0) { $0 + $1.weights[issue] }
    }
    shares = clauses.map { clause in
      issues.indices.map { totals[$0] > 0 ? clause.weights[$0] / totals[$0] : 0 }
    }
    worlds = Scenario.worlds(of: delegations, on: issues)
  }

  /// The same scenario with other clauses of the same weights, and other delegations.
  public func with(clauses: [Clause], delegations: [Delegation]) -> Scenario {
    precondition(clauses.map(\.weights) == self.clauses.map(\.weights))
    precondition(delegations.map(\.id) == self.delegations.map(\.id))
    var copy = self
    copy.clauses = clauses
    copy.delegations = delegations
    return copy
  }

  /// The same scenario with its delegations changed by news.
  public func with(delegations: [Delegation]) -> Scenario {
    with(clauses: clauses, delegations: delegations)
  }

  /// The scenario with a calibration in place of what was coded.
  public func calibrated(by leanings: Leanings) -> Scenario {
    var copy = uncalibrated
    copy.coded = (copy.model, copy.delegations)
    copy.leanings = leanings
    copy.model = leanings.model
    copy.delegations = copy.delegations.enumerated().map { place, delegation in
      delegation.moved(
        by: leanings.shifts[place],
        along: leanings.axis,
        absence: leanings.absences[place]
      )
    }
    return copy
  }

  /// The scenario as it was coded, before recorded votes moved it.
  public var uncalibrated: Scenario {
    guard let coded else { return self }
    var copy = self
    copy.coded = nil
    copy.leanings = nil
    copy.model = coded.model
    // What news has changed of saliences and openness stays.
    copy.delegations = zip(delegations, coded.delegations).map {
      $0.with(positions: $1.positions).with(absence: $1.absence)
    }
    return copy
  }

  /// Whether numbers or positions were fitted on a decision, so that it tests nothing.
  public func isFitted(on decision: Decision) -> Bool {
    decision.isFitted || leanings?.decisions.contains { decisions[$0].id == decision.id } == true
  }

  /// The instructions of a delegation, if the scenario has some.
  public func brief(of delegation: Delegation.ID) -> Brief? {
    briefs.first { $0.holder == .delegation(delegation) }
  }

  /// How a clause could be made to read by those who negotiate: as listed, or not at all where some draft did without
  /// it.
  public func alternatives(at clause: Int) -> [Provision] {
    let isDispensable = drafts.contains { $0.text.provisions[clause] == .absent }
    return clauses[clause].provisions.filter { $0 != .absent || isDispensable }
  }

  /// The same scenario with other numbers of the model.
  public func with(model: ModelParameters) -> Scenario {
    var copy = self
    copy.model = model
    return copy
  }

  /// The same scenario with the same issues described otherwise.
  public func with(issues: [Issue]) -> Scenario {
    precondition(issues.map(\.id) == self.issues.map(\.id))
    var copy = self
    copy.issues = issues
    copy.worlds = Scenario.worlds(of: delegations, on: issues)
    return copy
  }

  private static func worlds(of delegations: [Delegation], on issues: [Issue]) -> [[Double]] {
    delegations.map { delegation in issues.map { $0.noAgreement.place(for: delegation) } }
  }

  /// Where a clause stands as this provision, 0...100, by issue.
  public func placements(of provision: Provision, at clause: Int) -> [Double] {
    switch provision {
    case .absent: clauses[clause].absent
    case .listed(let id): clauses[clause].wording(id)?.placements ?? clauses[clause].absent
    case .worded(let reading): reading.placements
    }
  }

  /// The words of a clause as this provision; empty where it would not be in the text.
  public func words(of provision: Provision, at clause: Int) -> String {
    switch provision {
    case .absent: ""
    case .listed(let id): clauses[clause].wording(id)?.text ?? ""
    case .worded(let reading): reading.text
    }
  }

  /// Where each clause of a text stands, 0...100, by clause and then issue.
  public func placements(of text: TreatyText) -> [[Double]] {
    clauses.indices.map { placements(of: text.provisions[$0], at: $0) }
  }

  /// The place of a clause in `clauses`.
  public func index(of clause: Clause.ID) -> Int? {
    clauses.firstIndex { $0.id == clause }
  }

  /// The place of a delegation in `delegations`.
  public func index(of delegation: Delegation.ID) -> Int? {
    delegations.firstIndex { $0.id == delegation }
  }

  /// The place of a draft in `drafts`.
  public func index(of draft: Draft.ID) -> Int? {
    drafts.firstIndex { $0.id == draft }
  }
}
