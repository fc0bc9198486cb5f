import Forecasting
import Negotiation
public import Treaty

/// A question asked from outside a session, such as by a shell script: the reply, and the same as
/// rows for a spreadsheet.
public struct Enquiry: Sendable {
  /// The answer, or the refusal.
  public let reply: Reply
  /// A heading and a row per state, as comma-separated values; nil where the question was refused.
  public let rows: String?

  /// An answer that has been worked out elsewhere.
  init(_ page: Page, document: any Encodable & Sendable) {
    self.init(Reply(page, document: document))
  }

  /// A reply that has been worked out elsewhere.
  init(_ reply: Reply) {
    self.reply = reply
    rows = nil
  }

  /// What would become of a draft with some clauses changed; a change is written `CLAUSE=WORDING`.
  public init(forecasting draft: String?, changes: [String], rule: String?, in room: Room) {
    var room = room
    do throws(Complaint) {
      let asked = try DraftQuestion(draft, changes: changes, rule: rule, in: &room)
      let forecast = Forecast(
        of: asked.text,
        in: room.scenario,
        under: asked.circumstances,
        rule: asked.rule
      )
      var page = Page()
      page.say("\(asked.title).")
      room.sayForecast(forecast, on: &page)
      let document = ForecastDocument(
        forecast,
        of: asked.text,
        draft: asked.base,
        in: room.scenario
      )
      reply = Reply(page, document: document)
      rows = Enquiry.rows(of: forecast, standing: Standing(of: forecast), in: room.scenario)
    } catch {
      reply = room.refusal(of: "", because: error)
      rows = nil
    }
  }

  /// Who would sign, or ratify within five years, a draft with some clauses changed, if it were adopted.
  public init(
    lookingTo stage: AfterlifeStage,
    of draft: String?,
    changes: [String],
    in room: Room
  ) {
    var room = room
    do throws(Complaint) {
      let asked = try DraftQuestion(draft, changes: changes, in: &room)
      guard let aftermath = room.scenario.aftermath else { throw .refused(.noCeremony) }
      var page = Page()
      page.say("\(asked.title), if it were adopted.")
      let life = Afterlife(of: asked.text, in: room.scenario, after: aftermath)
      let chances = life.chances(at: stage)
      room.say(life, at: stage, chances: chances, after: aftermath, on: &page)
      reply = Reply(
        page,
        document: AfterlifeDocument(
          life,
          at: stage,
          chances: chances,
          draft: asked.base.id.text,
          in: room.scenario
        )
      )
      rows = Enquiry.rows(of: chances, at: stage, in: room.scenario)
    } catch {
      reply = room.refusal(of: "", because: error)
      rows = nil
    }
  }

  /// What one change of one clause would do to a draft in which others are made already.
  public init(trying line: String, on draft: String?, changes: [String], in room: Room) {
    var room = room
    do throws(Complaint) {
      try room.start(draft)
      room.session = room.session.supposing(try room.text(changedBy: changes))
      let answer = try room.attempt("try \(line)")
      let matter = try room.matter()
      reply = answer
      rows = Enquiry.rows(
        of: room.estimates.of(matter, in: room.session),
        standing: room.estimates.standing(on: matter, in: room.session),
        in: room.scenario
      )
    } catch {
      reply = room.refusal(of: "", because: error)
      rows = nil
    }
  }

  /// Where a change places a clause, cue by cue, without any vote.
  public init(placing line: String, on draft: String?, in room: Room) {
    var room = room
    do throws(Complaint) {
      try room.start(draft)
      var arguments = try Arguments(line, usage: "CLAUSE CHANGE")
      let change = try room.change(from: &arguments)
      var page = Page()
      page.say(
        "\(room.scenario.clauses[change.clause].id.text, .strong)  \(room.title(of: change.provision, at: change.clause))"
      )
      room.saySteps(of: change, on: &page)
      reply = Reply(page, document: PlacementDocument(room, change))
      rows = nil
    } catch {
      reply = room.refusal(of: "", because: error)
      rows = nil
    }
  }

  /// How the lexicon does on listed wordings, each left out and placed from its siblings.
  public init(checkingWordingsIn room: Room) {
    var page = Page()
    let check = WordingCheck(of: room.scenario)
    check.say(on: &page)
    reply = Reply(page, document: check.document)
    rows = nil
  }

  /// How far a second coder agrees with where the scenario puts its wordings.
  public init(holding coding: SecondCoding, againstPlacementsIn room: Room) {
    var page = Page()
    let check = CodingCheck(of: room.scenario, against: coding)
    check.say(on: &page)
    reply = Reply(page, document: check.document)
    rows = nil
  }

  /// How near observers come to what they are on record as having said.
  public init(holding reactions: [RecordedReaction], againstObserversIn room: Room) {
    var page = Page()
    let check = ReactionCheck(of: room.scenario, against: reactions)
    check.say(on: &page)
    reply = Reply(page, document: check.document)
    rows = nil
  }

  /// How the estimates do on recorded decisions.
  public init(testing room: Room) {
    var page = Page()
    let records = room.trackRecords
    room.say(records, on: &page)
    reply = Reply(page, document: BacktestDocument(records, in: room.scenario))
    rows = nil
  }

  private static func rows(
    of forecast: Forecast,
    standing: Standing,
    in scenario: Scenario
  ) -> String {
    var lines = [
      "id,name,bloc,basis,likely,sure,gain,yes,abstain,no,absent,rule,adoption,consensus"
    ]
    let result = [forecast.rule.name, rounded(forecast.adoption), rounded(forecast.consensus)]
    for (index, delegation) in scenario.delegations.enumerated() {
      let chances = forecast.chances[index]
      let likely =
        switch standing.sides[index] {
        case .favour: "for"
        case .against: "against"
        case .unsure: "cannot say"
        }
      let sure = standing.agreeing == nil ? "" : standing.isSure(index) ? "yes" : "no"
      let figures = [
        forecast.gains[index], chances.yes, chances.abstain, chances.no, chances.absent,
      ].map { rounded($0) }
      lines.append(
        CommaSeparated.row(
          [
            delegation.id.text, delegation.name, delegation.blocID.text,
            delegation.basis.rawValue, likely, sure,
          ] + figures + result
        )
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(
    of chances: [Double],
    at stage: AfterlifeStage,
    in scenario: Scenario
  ) -> String {
    let heading = "id,name,bloc,basis,\(stage == .signature ? "sign" : "ratify")"
    let lines = zip(scenario.delegations, chances).map { delegation, chance in
      CommaSeparated.row([
        delegation.id.text, delegation.name, delegation.blocID.text, delegation.basis.rawValue,
        rounded(chance),
      ])
    }
    return ([heading] + lines).joined(separator: "\n") + "\n"
  }

  /// Four decimals are more than the model knows and enough to sort by.
  private static func rounded(_ value: Double) -> String {
    (value < -0.00005 ? "-" : "") + Figures.decimal(value.magnitude, decimals: 4)
  }
}

extension Room {
  /// Puts a draft on the table, if one is named.
  mutating func start(_ draft: String?) throws(Complaint) {
    guard let draft else { return }
    _ = try make(.start(scenario.drafts[try names.draft(draft)].id))
  }

  /// The text on the table with some clauses changed, each written `CLAUSE=WORDING`.
  func text(changedBy changes: [String]) throws(Complaint) -> TreatyText {
    var text = session.text
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw .badCondition(change) }
      let clause = try names.clause(parts[0])
      var arguments = try Arguments(parts[1], usage: "CLAUSE=WORDING")
      guard !arguments.isEmpty else { throw .badCondition(change) }
      text = text.with(try provision(from: &arguments, of: clause), at: clause)
    }
    return text
  }
}
