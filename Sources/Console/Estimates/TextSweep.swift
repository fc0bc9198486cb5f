import Forecasting
import Negotiation
import Treaty

/// A draft with every change of one clause, and every two changes of two, each estimated for itself.
public struct TextSweep: Sendable {
  /// What the person who asked is told in place of a sweep.
  public struct Refused: Error {
    /// The refusal, as an answer.
    public let enquiry: Enquiry
  }

  private let scenario: Scenario
  private let draft: Draft
  private let circumstances: Circumstances
  private let rule: VotingRule
  private let sweep: ChangeSweep

  /// Reads what is asked: a draft, some clauses (all where none is named), a rule other than the body's.
  public init(
    of draft: String?,
    clauses: [String],
    withPairs isPaired: Bool,
    rule: String?,
    in room: Room
  ) throws(Refused) {
    var room = room
    do throws(Complaint) {
      let asked = try DraftQuestion(draft, rule: rule, in: &room)
      var places: [Int] = []
      for name in clauses { places.append(try room.names.clause(name)) }
      scenario = room.scenario
      self.draft = asked.base
      circumstances = asked.circumstances
      self.rule = asked.rule ?? scenario.body.rule
      sweep = ChangeSweep(
        of: asked.text,
        in: scenario,
        clauses: clauses.isEmpty ? Array(scenario.clauses.indices) : places,
        withPairs: isPaired
      )
    } catch {
      throw Refused(enquiry: Enquiry(refused: error, in: room))
    }
  }

  /// How many texts there are, the draft as it stands among them.
  public var count: Int { sweep.count }

  /// What would become of a text, by its number from 0 on, as data in the schema `plenary.sweep-line/1`.
  public func line(_ number: Int) -> any Encodable & Sendable {
    let text = sweep.text(number)
    let outcome = TextOutcome(
      of: text,
      in: scenario,
      under: circumstances,
      rule: rule
    )
    return SweepLine(
      index: number + 1,
      of: count,
      scenario: scenario.id.text,
      draft: draft.id.text,
      rule: rule.name,
      changes: sweep[number].map {
        SweepLine.Change(clause: scenario.clauses[$0.clause].id.text, to: $0.provision.commandName)
      },
      adoption: outcome.adoption,
      consensus: outcome.consensus,
      agreement: outcome.agreement,
      yes: outcome.yes,
      no: outcome.no,
      abstain: outcome.abstain,
      rights: mean(of: .rights, on: text),
      industry: mean(of: .industry, on: text)
    )
  }

  /// The mean score of the observers of a kind; nil where none is watching.
  private func mean(of kind: Observer.Kind, on text: TreatyText) -> Double? {
    let scores = scenario.judges.filter { $0.kind == kind }.map {
      Reaction(of: $0, to: text, in: scenario).score
    }
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }
}

/// A text of a sweep, which says all that is needed to read it without the others.
private struct SweepLine: Encodable, Sendable {
  struct Change: Encodable, Sendable {
    let clause: String
    let to: String
  }

  let schema = "plenary.sweep-line/1"
  let index: Int
  let of: Int
  let scenario: String
  let draft: String
  let rule: String
  let changes: [Change]
  let adoption: Double
  let consensus: Double
  let agreement: Double
  let yes: Double
  let no: Double
  let abstain: Double
  let rights: Double?
  let industry: Double?
}
