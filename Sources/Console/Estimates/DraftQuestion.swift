import Forecasting
import Negotiation
import Treaty

/// A draft that is asked about from outside a session, with some clauses changed.
struct DraftQuestion {
  /// The draft.
  let base: Draft
  /// Its text with the changes.
  let text: TreatyText
  /// What surrounds it: observers compare with the draft as it stands.
  let circumstances: Circumstances
  /// The rule that was named; nil for the body's own.
  let rule: VotingRule?
  /// What is asked about, in words: the draft's title, and the changes as they were written.
  let title: String

  /// Opens a room on a draft, the scenario's own where none is named; a change is written `CLAUSE=WORDING`.
  init(
    _ draft: String?,
    changes: [String] = [],
    rule: String? = nil,
    in room: inout Room
  ) throws(Complaint) {
    try room.start(draft)
    text = try room.text(changedBy: changes)
    base = room.scenario.drafts[room.session.base]
    self.rule = if let rule { try room.names.rule(rule) } else { nil }
    var circumstances = Circumstances(of: base, in: room.scenario)
    circumstances.before = base.text
    self.circumstances = circumstances
    title = base.title + (changes.isEmpty ? "" : " with \(changes.joined(separator: ", "))")
  }
}
