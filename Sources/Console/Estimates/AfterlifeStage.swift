import Forecasting
import Treaty

/// A stage after adoption that can be looked to.
public enum AfterlifeStage: String, Sendable, CaseIterable {
  /// Who signs at the ceremony.
  case signature
  /// Who has ratified five years later.
  case ratification

  /// Years after the ceremony that ratification is looked at.
  static let years = 5
}

extension Afterlife {
  /// The chance of each delegation at a stage, 0...1.
  func chances(at stage: AfterlifeStage) -> [Double] {
    switch stage {
    case .signature: signing
    case .ratification: signing.indices.map { ratified($0, within: AfterlifeStage.years) }
    }
  }
}

extension Room {
  /// Who would sign or ratify, in words first.
  func say(
    _ life: Afterlife,
    at stage: AfterlifeStage,
    chances: [Double],
    after aftermath: Aftermath,
    on page: inout Page
  ) {
    let count =
      stage == .signature
      ? life.signatories : life.ratifications(within: AfterlifeStage.years)
    let what =
      stage == .signature
      ? "would sign at the ceremony"
      : "would have ratified by \(aftermath.year + AfterlifeStage.years)"
    page.say(
      "\(Figures.expected(count)) of \(scenario.delegations.count) states \(what) (estimated)."
    )
    var table = Table([.leading, .trailing, .leading])
    let groups: [(String, (Double) -> Bool)] = [
      ("likely", { $0 > 0.65 }), ("cannot say", { $0 >= 0.35 && $0 <= 0.65 }),
      ("unlikely", { $0 < 0.35 }),
    ]
    for (label, belongs) in groups {
      let members = chances.indices.filter { belongs(chances[$0]) }
      table.add(Phrase(label), Phrase("\(members.count)"), Phrase(grouping.names(members)))
    }
    page.show(table)
    let entry = life.entry
    let half = entry.firstIndex { $0 >= 0.5 }.map { "\(aftermath.year + $0 + 1)" }
    page.say(
      "It asks for \(life.needed) ratifications; as likely as not it has them by "
        + "\(half ?? "no year until \(aftermath.year + Afterlife.horizon)")."
    )
    let source =
      stage == .signature ? aftermath.signature.source : aftermath.ratification.source
    if !source.isEmpty { page.say(Phrase("How we know: \(source)"), hang: 2) }
    page.say(
      "No list of states was used, so that a name here says what the text is worth to a state and no more.",
      hang: 2
    )
  }
}

/// Who would sign or ratify, as data, in the schema `plenary.forecast/1`.
struct AfterlifeDocument: Encodable, Sendable {
  struct Delegate: Encodable, Sendable {
    let id: String
    let sign: Double?
    let ratify: Double?
  }

  let schema = "plenary.forecast/1"
  let scenario: String
  let draft: String
  let stage: String
  let expected: Double
  let needed: Int
  let entry: [Double]
  let delegations: [Delegate]

  init(
    _ life: Afterlife,
    at stage: AfterlifeStage,
    chances: [Double],
    draft: String,
    in scenario: Scenario
  ) {
    self.scenario = scenario.id.text
    self.draft = draft
    self.stage = stage.rawValue
    expected = chances.reduce(0, +)
    needed = life.needed
    entry = life.entry
    delegations = zip(scenario.delegations, chances).map { delegation, chance in
      Delegate(
        id: delegation.id.text,
        sign: stage == .signature ? chance : nil,
        ratify: stage == .ratification ? chance : nil
      )
    }
  }
}
