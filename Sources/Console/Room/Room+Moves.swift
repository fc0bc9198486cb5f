import Negotiation
import Treaty

extension Room {
  /// Every line that would move the negotiation on now, in the name of whoever acts, in a fixed order: answers while a vote is
  /// open, else proposals of listed wordings, what can be done with proposals, votes, drafts, the next round, and taking back.
  ///
  /// `play` may be typed at any time and is not listed; nor are proposals in words of one's own, which are without number.
  public var moves: [String] {
    if openVote != nil { return Answers.words.map(\.word) + ["undo"] }
    var lines: [String] = []
    for clause in scenario.clauses {
      for provision in clause.provisions where isLegal(.propose(clause.id, provision)) {
        lines.append("propose \(clause.id) \(provision == .absent ? "strike" : provision.name)")
      }
    }
    for proposal in session.openProposals {
      let number = proposal.number
      let moves: [(String, Move)] = [
        ("sponsor", .sponsor(number)), ("object", .object(.proposal(number))),
        ("withdraw", .withdraw(number)), ("agree", .agree(.proposal(number))),
      ]
      for (word, move) in moves where isLegal(move) { lines.append("\(word) P\(number)") }
      lines += opening("vote P\(number)")
    }
    if isLegal(.object(.draft)) { lines.append("object draft") }
    if isLegal(.agree(.draft)) { lines.append("agree draft") }
    lines += opening("vote draft")
    for clause in scenario.clauses { lines += opening("vote \(clause.id)") }
    lines += scenario.drafts.map { "start \($0.id)" }
    if isLegal(.proceed) || session.isVoteDue { lines.append("next") }
    if !session.log.isEmpty { lines.append("undo") }
    return lines
  }

  private func isLegal(_ move: Move) -> Bool { session.refusal(of: move, by: acting) == nil }

  /// The line, if a vote can be opened by it.
  private func opening(_ line: String) -> [String] {
    var trial = self
    do throws(Complaint) {
      _ = try trial.attempt(line)
      return [line]
    } catch {
      return []
    }
  }
}
