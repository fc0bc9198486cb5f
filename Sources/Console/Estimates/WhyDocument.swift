import Forecasting
import Negotiation
import Treaty

/// A delegation's reasons as data.
struct WhyDocument: Encodable, Sendable {
  struct Term: Encodable, Sendable {
    let clause: String?
    let issue: String?
    let ground: String
    let value: Double
  }

  let schema = "plenary.why/1"
  let delegation: String
  let matter: String
  let basis: String
  let source: String
  let gain: Double
  let yes: Double
  let no: Double
  let abstain: Double
  let absent: Double
  let terms: [Term]

  init(
    _ room: Room,
    _ index: Int,
    _ matter: Matter,
    _ appraisal: Appraisal,
    _ chances: BallotChances
  ) {
    let scenario = room.scenario
    delegation = scenario.delegations[index].id.text
    self.matter = matter.title
    basis = scenario.delegations[index].basis.rawValue
    source = scenario.delegations[index].source
    gain = appraisal.gain
    yes = chances.yes
    no = chances.no
    abstain = chances.abstain
    absent = chances.absent
    terms = appraisal.terms.map { term in
      switch term.ground {
      case .clause(let clause, let issue):
        Term(
          clause: scenario.clauses[clause].id.text,
          issue: scenario.issues[issue].id.text,
          ground: "clause",
          value: term.value
        )
      case .redLine(let line):
        Term(
          clause: scenario.clauses[scenario.redLines[line].clause].id.text,
          issue: nil,
          ground: "red line",
          value: term.value
        )
      case .deal: Term(clause: nil, issue: nil, ground: "deal", value: term.value)
      case .audience: Term(clause: nil, issue: nil, ground: "audience", value: term.value)
      }
    }
  }
}
