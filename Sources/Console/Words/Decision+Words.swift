import Calibration
import Forecasting
import Treaty

extension Decision {
  /// What is on record: `94–59–33`, or what came of it.
  var recorded: String {
    if let counts { return "\(counts.yes)–\(counts.no)–\(counts.abstain)" }
    guard case .outcome(let outcome) = record else { return "" }
    return outcome.rawValue
  }
}

extension TrackRecord {
  /// What was expected, with so many decimals: `98–24–58`, or the chance of consensus.
  func expectedWords(decimals: Int) -> String {
    guard let expected else { return "consensus \(Figures.chance(chance))" }
    return [expected.yes, expected.no, expected.abstain].map {
      Figures.decimal($0.mean, decimals: decimals)
    }.joined(separator: "–")
  }
}

extension Answer {
  /// What a delegation did that answered so: `voted for`.
  var done: String {
    switch self {
    case .yes: "voted for"
    case .no: "voted against"
    case .abstain: "abstained"
    }
  }
}

extension SimpleRule {
  /// The rule in words, as in `the commonest answer had it right`.
  var words: String {
    switch self {
    case .commonest: "the commonest answer"
    case .bloc: "that of its bloc"
    case .similarVote: "as on the most similar other vote"
    case .idealPoints: "where votes place it on one line (ordered logit)"
    }
  }
}

extension Delegation.Basis {
  /// How positions are known, in a word or two.
  var words: String {
    switch self {
    case .coded: "coded"
    case .bloc: "by group"
    case .imputed: "imputed"
    }
  }
}
