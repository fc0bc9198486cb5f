import Negotiation
import Treaty

/// A vote that has been called and waits for the delegations that people speak for.
struct OpenVote: Sendable, Equatable {
  /// What is put.
  let question: Question
  /// Who called it.
  let caller: Role
  /// The ballots so far.
  var ballots: [Vote] = []
  /// Who is asked, in order; the first is asked now.
  var waiting: [Delegation.ID]
}

/// The answers to an open vote: `yes`, `no`, `abstain`, `absent`, or y, n, a, -.
enum Answers {
  /// The word for each ballot, and the letters that do as well.
  static let words: [(word: String, letter: String, ballot: Ballot)] = [
    ("yes", "y", .yes), ("no", "n", .no), ("abstain", "a", .abstain), ("absent", "-", .absent),
  ]

  /// The ballots of a line that consists of answers only; nil for any other line.
  static func ballots(in line: Substring) -> [Ballot]? {
    let typed = line.split(separator: " ")
    guard !typed.isEmpty else { return nil }
    var ballots: [Ballot] = []
    for word in typed {
      let sought = word.folded
      guard let match = words.first(where: { $0.word == sought || $0.letter == sought }) else {
        return nil
      }
      ballots.append(match.ballot)
    }
    return ballots
  }

  /// The ballots that are left of a line; none where nothing is left.
  static func ballots(from arguments: inout Arguments) throws(Complaint) -> [Ballot] {
    guard let rest = arguments.remainder() else { return [] }
    // Letters may stand together, and commas between answers.
    let letters = Set(words.map(\.letter))
    let spread =
      rest.count > 1 && rest.folded.allSatisfy { letters.contains(String($0)) }
      ? rest.map(String.init).joined(separator: " ") : rest.replacing(",", with: " ")
    guard let ballots = ballots(in: Substring(spread)) else {
      throw .surplus(rest, usage: arguments.usage)
    }
    return ballots
  }
}

extension Room {
  /// Takes the answers of those who are asked, and counts when nobody is left.
  mutating func answer(_ ballots: [Ballot]) throws(Complaint) -> Reply {
    guard var open = openVote else { throw .noVoteOpen }
    var ballots = ballots[...]
    if let guest = guest?.delegation, let ballot = ballots.popFirst() {
      // Whoever is not asked does not vote in another's name.
      guard let asked = open.waiting.firstIndex(of: guest) else {
        throw open.waiting.first.map { .voteOpen($0) } ?? .noVoteOpen
      }
      open.waiting.remove(at: asked)
      open.ballots.append(Vote(guest, ballot))
    }
    while let ballot = ballots.popFirst() {
      guard !open.waiting.isEmpty else {
        throw .surplus(ballot.rawValue, usage: "yes | no | abstain | absent")
      }
      open.ballots.append(Vote(open.waiting.removeFirst(), ballot))
    }
    openVote = open
    guard let next = open.waiting.first else { return try count(open) }
    return ask(next)
  }

  /// Asks the next delegation for its vote.
  func ask(_ delegation: Delegation.ID, on page: Page = Page()) -> Reply {
    var page = page
    page.say("How does \(name(of: delegation)) vote? Type yes, no, abstain or absent.")
    return Reply(
      page,
      document: BallotRequest(delegation: delegation.text, answers: Ballot.allCases.map(\.rawValue))
    )
  }
}

/// A question for a ballot as data.
private struct BallotRequest: Encodable, Sendable {
  let schema = "plenary.ballot-request/1"
  let delegation: String
  let answers: [String]
}
