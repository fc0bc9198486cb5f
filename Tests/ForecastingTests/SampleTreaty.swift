import Treaty

@testable import Forecasting

/// A treaty of three clauses on two issues, small enough to work out by hand.
enum SampleTreaty {
  /// Clause 0 counts 3 of 4 on issue 0; clause 1 counts 1 of 4 on issue 0 and all of issue 1; clause
  /// 2 counts nowhere.
  static let clauses = [
    clause(
      "1",
      weights: [3, 0],
      absent: [10, 0],
      wordings: [("weak", [20, 0]), ("strong", [80, 0])]
    ),
    clause(
      "2",
      weights: [1, 2],
      absent: [0, 100],
      wordings: [("weak", [40, 60]), ("strong", [90, 30])]
    ),
    clause(
      "3",
      weights: [0, 0],
      absent: [0, 0],
      wordings: [("weak", [0, 0]), ("strong", [0, 0])]
    ),
  ]

  static func clause(
    _ id: Clause.ID,
    weights: [Double],
    absent: [Double],
    wordings: [(Wording.ID, [Double])]
  ) -> Clause {
    Clause(
      id: id,
      title: "",
      kind: .safeguard,
      weights: weights,
      absent: absent,
      wordings: wordings.map { Wording(id: $0.0, title: "", text: "", placements: $0.1) }
    )
  }

  /// Every clause in the same wording.
  static func text(_ wording: Wording.ID) -> TreatyText {
    TreatyText(clauses.map { _ in .listed(wording) })
  }

  /// No clause at all.
  static let nothing = TreatyText(clauses.map { _ in .absent })

  static let delegations = [
    delegation("AAA", bloc: 0, positions: [70, 20], saliences: [3, 1], openness: 0.5),
    delegation("BBB", bloc: 0, positions: [30, 90], saliences: [1, 1], openness: 0),
    delegation("CCC", bloc: 1, positions: [90, 10], saliences: [0, 1], openness: 1),
    delegation("DDD", bloc: 1, positions: [0, 100], saliences: [2, 1], openness: 0),
    delegation("EEE", bloc: 1, positions: [60, 50], saliences: [1, 2], openness: 0.2),
  ]

  static func delegation(
    _ id: Delegation.ID,
    bloc: Int,
    positions: [Double],
    saliences: [Double],
    openness: Double,
    basis: Delegation.Basis = .coded
  ) -> Delegation {
    Delegation(
      id: id,
      name: id.text,
      bloc: bloc,
      blocID: blocs[bloc].id,
      groups: id == "EEE" ? ["FRIENDS"] : [],
      influence: 1 + positions[0] / 100,
      absence: 0.1,
      openness: openness,
      positions: positions,
      saliences: saliences,
      basis: basis
    )
  }

  static let blocs = [
    Bloc(id: "NORTH", title: "North", discipline: 0.5),
    Bloc(id: "SOUTH", title: "South"),
  ]

  static let observers = [
    Observer(
      id: "watch",
      name: "Watch",
      kind: .rights,
      reach: 0.8,
      prior: -10,
      criteria: [
        Observer.Criterion(clause: 0, issue: 0, wanted: 75...100, weight: 1, principle: "one"),
        Observer.Criterion(clause: 1, issue: 1, wanted: 0...40, weight: 3, principle: "two"),
      ]
    )
  ]

  static let redLines = [
    RedLine(holder: "BBB", clause: 0, condition: .above(50, issue: 0), price: 0.2, reason: ""),
    RedLine(holder: "SOUTH", clause: 1, condition: .below(50, issue: 1), price: 0.1, reason: ""),
    RedLine(
      holder: "FRIENDS",
      clause: 2,
      condition: .reads(.listed("weak")),
      price: 0.05,
      reason: ""
    ),
  ]

  static func scenario(
    rule: VotingRule = .twoThirds,
    seeksConsensus: Bool = false,
    pressure: Double = 0,
    fallbackChance: Double = 0,
    spread: InputSpread = InputSpread(),
    delegations: [Delegation] = delegations
  ) -> Scenario {
    var model = ModelParameters()
    model.pressure = pressure
    return Scenario(
      id: "sample",
      title: "Sample",
      body: Body(name: "Committee", rule: rule, seeksConsensus: seeksConsensus),
      model: model,
      spread: spread,
      issues: [
        Issue(
          id: "scope",
          title: "Scope",
          low: "",
          high: "",
          noAgreement: NoAgreement(
            standard: 50,
            exceptions: [NoAgreement.Exception(group: "SOUTH", place: 20)]
          )
        ),
        Issue(
          id: "rights",
          title: "Rights",
          low: "",
          high: "",
          noAgreement: NoAgreement(standard: 60)
        ),
      ],
      articles: [Article(number: "1", title: "All", clauses: 0..<3)],
      clauses: clauses,
      drafts: [
        Draft(id: "zero", title: "Zero", text: text("weak"), fallbackChance: fallbackChance),
        Draft(id: "final", title: "Final", text: text("strong"), isPackage: true),
      ],
      fallback: 1,
      delegations: delegations,
      blocs: blocs,
      observers: observers,
      redLines: redLines
    )
  }
}
