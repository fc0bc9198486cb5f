public import Forecasting
import Negotiation
import Treaty

extension Enquiry {
  /// What would become of a draft with some clauses changed if its inputs were others, drawn so many times; `compute`
  /// computes the runs of a plan, in whatever order.
  public init(
    forecasting draft: String?,
    changes: [String],
    rule: String?,
    drawing draws: Int,
    seed: UInt64,
    in room: Room,
    computing compute: (Uncertainty.Plan) -> Uncertainty
  ) {
    var room = room
    do throws(Complaint) {
      let asked = try DraftQuestion(draft, changes: changes, rule: rule, in: &room)
      func plan(of text: TreatyText, alone: Int) -> Uncertainty.Plan {
        Uncertainty.Plan(
          of: text,
          in: room.scenario,
          under: asked.circumstances,
          rule: asked.rule,
          draws: draws,
          alone: alone,
          seed: seed
        )
      }
      let answer = UncertaintyAnswer(
        compute(plan(of: asked.text, alone: min(draws, Uncertainty.usualDrawsAlone))),
        unchanged: asked.text == asked.base.text
          ? nil : compute(plan(of: asked.base.text, alone: 0)).draws,
        of: asked.base,
        rule: asked.rule ?? room.scenario.body.rule,
        seed: seed,
        in: room.scenario
      )
      var page = Page()
      page.say("\(asked.title).")
      room.say(answer, on: &page)
      self.init(page, document: UncertaintyDocument(answer, in: room.scenario))
    } catch {
      self.init(refused: error, in: room)
    }
  }

  /// A question that could not be asked.
  init(refused complaint: Complaint, in room: Room) {
    self.init(room.refusal(of: "", because: complaint))
  }
}

extension Uncertainty {
  /// How often each group of inputs is drawn alone.
  static let usualDrawsAlone = 64
  /// The same in a room, where somebody waits.
  static let quickDrawsAlone = 24
  /// How often all inputs are drawn in a room.
  static let quickDraws = 128
  /// What decides the draws in every room, so that two people who ask the same are told the same.
  static let seedOfRooms: UInt64 = 1
}
