/// Something that was decided in the world, with who voted how as far as that is on record.
///
/// Decisions are what estimates are held against, but for votes on other matters; nothing in the room
/// depends on them.
public struct Decision: Sendable, Identifiable {
  /// The name of a decision, `73/187`.
  public typealias ID = Identifier<Decision>

  /// What was decided on.
  public enum Question: Sendable, Equatable {
    /// A resolution: where it stands against what it would change, 0...100, by the issues it bears on.
    case resolution(places: [Int: Double], against: [Int: Double])
    /// A clause of a draft, which would read otherwise.
    case change(draft: Int, clause: Int, from: Provision, to: Provision, asked: Asked)
    /// A whole draft.
    case draft(Int)
  }

  /// Which question was put on a clause; a yes is a yes to this.
  public enum Asked: String, Sendable, CaseIterable {
    /// To take the clause out.
    case delete
    /// To keep the clause as it stands.
    case retain
    /// To have it read otherwise.
    case amend
  }

  /// What is on record.
  public enum Record: Sendable, Equatable {
    /// The ballot of each delegation, in the order of the scenario; nil where it took no part.
    case votes([Ballot?])
    /// Totals only.
    case totals(yes: Int, no: Int, abstain: Int)
    /// Only what came of it.
    case outcome(Outcome)
  }

  /// What comes of a decision.
  public enum Outcome: String, Sendable, CaseIterable {
    /// Nobody asked for a vote.
    case consensus
    /// It was carried.
    case adopted
    /// It was lost.
    case defeated
  }

  /// The name that files and commands use.
  public let id: ID
  /// When, as written.
  public let date: String
  /// What it was about.
  public let title: String
  /// What was decided on.
  public let question: Question
  /// What is on record.
  public let record: Record
  /// Where that is from.
  public let source: String
  /// Whether numbers of the model were fitted on it, so that it tests nothing.
  public let isFitted: Bool
  /// Whether it was a vote on another matter: it tells who leans where, and the estimates are not held
  /// against it.
  public let isOnOtherMatter: Bool

  /// Describes a decision.
  public init(
    id: ID,
    date: String,
    title: String,
    question: Question,
    record: Record,
    source: String = "",
    isFitted: Bool = false,
    isOnOtherMatter: Bool = false
  ) {
    self.id = id
    self.date = date
    self.title = title
    self.question = question
    self.record = record
    self.source = source
    self.isFitted = isFitted
    self.isOnOtherMatter = isOnOtherMatter
  }

  /// Whether a date is written as decisions write theirs, `2018-12` or `2018-12-17`, with a month and a day that exist.
  public static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count == 4 else { return false }
    let numbers = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
    guard numbers.count == parts.count, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      (1...12).contains(numbers[1])
    else { return false }
    let days = [31, numbers[0] % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return numbers.count == 2 || (1...days[numbers[1] - 1]).contains(numbers[2])
  }

  /// Whether who voted how on a resolution is on record, so that votes can say who leans where.
  public var hasAnswersByState: Bool {
    guard case .votes = record, case .resolution = question else { return false }
    return true
  }

  /// The recorded votes for, against and abstaining; nil where only the outcome is on record.
  public var counts: (yes: Int, no: Int, abstain: Int)? {
    switch record {
    case .votes(let ballots):
      (
        ballots.count { $0 == .yes }, ballots.count { $0 == .no },
        ballots.count { $0 == .abstain }
      )
    case .totals(let yes, let no, let abstain): (yes, no, abstain)
    case .outcome: nil
    }
  }
}
