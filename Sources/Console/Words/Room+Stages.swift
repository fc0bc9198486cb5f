import Negotiation
import Treaty

/// Where the negotiation stands, in words.
extension Room {
  /// The stage in words.
  var stageWords: String {
    let minutes = session.rules.pace.minutes(for: session.stage)
    let time = minutes.map { " About \($0) minutes." } ?? ""
    switch session.stage {
    case .negotiating(let round): return "Round \(round) of \(session.rounds).\(time)"
    case .package:
      return session.isVoteDue
        ? "The chair's package is to be voted on." : "The chair's package is on the table.\(time)"
    case .concluded: return "\(outcomeWords)\(time)"
    case .signature: return "\(outcomeWords) Signed in \(scenario.aftermath?.place ?? "")."
    case .ratification: return "\(outcomeWords) The years after."
    case .debrief: return "Debrief. \(outcomeWords)"
    }
  }

  private var outcomeWords: String {
    switch session.outcome {
    case .adoptedByConsensus: "Adopted by consensus."
    case .adoptedByVote: "Adopted by vote."
    case .notAdopted: "Not adopted."
    case .noAgreement: "No agreement."
    case nil: ""
    }
  }

  /// For whom people speak, in words.
  var seated: String {
    var names = session.seats.chair == .person ? ["the chair"] : []
    let played = session.played.map { name(of: $0) }
    names += grouping.isSmall || played.count <= 12 ? played : ["\(played.count) states"]
    names += session.seats.observers.map { name(of: .observer($0)) }
    return names.isEmpty ? "nobody: the room runs by itself" : names.joined(separator: ", ")
  }

  /// Which of the delegations that people speak for have not been heard; nil where all have, or nobody is played.
  var silence: String? {
    let heard = Set(session.log.compactMap(\.actor.delegation))
    let silent = session.asked.filter { !heard.contains($0) }
    guard session.asked.count > 1, !silent.isEmpty else { return nil }
    return "Silent so far: \(silent.map { name(of: $0) }.joined(separator: ", "))."
  }
}

extension Stage {
  /// The name that data uses.
  var name: String {
    switch self {
    case .negotiating: "round"
    case .package: "package"
    case .concluded: "concluded"
    case .signature: "signature"
    case .ratification: "ratification"
    case .debrief: "debrief"
    }
  }
}

extension Role {
  /// The name that data uses.
  var key: String {
    switch self {
    case .chair: "chair"
    case .delegation(let id): id.text
    case .observer(let id): id.text
    }
  }
}
