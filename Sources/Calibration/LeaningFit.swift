import Forecasting
public import Treaty

/// What recorded votes say of the numbers of the model, and of how much further each delegation leans than its
/// positions tell: penalised maximum likelihood, with the shocks of each vote averaged out.
///
/// To the chance of one vote three things are added: a deviation for each delegation, in points along the axis along
/// which positions differ most; an emphasis for each vote, by which its resolution moves states more or less than its
/// places say; and for a vote on another matter a habit of its own of saying yes. A deviation counts along a straight
/// line here, also beyond the two places of a resolution, where the model's gain is flat. What is assumed of all these
/// before a vote is seen is in `Assumed`.
public struct LeaningFit: Sendable {
  /// What is assumed before a vote is seen: standard deviations of a normal distribution about 0, or about what stands.
  enum Assumed {
    /// Of the logarithm of the sensitivity, the indifference and the two shocks about those that stand: the votes cannot
    /// tell them from emphases and deviations, so that they are held near.
    static let number = 0.05
    /// Of the habit of voting yes about what stands, in logits.
    static let valence = 0.2
    /// Of the logarithm of the emphasis of a vote.
    static let emphasis = 0.5
    /// Of how much more, or less, a vote on another matter is a yes, in logits.
    static let otherMatter = 1.0
    /// Of what a whole bloc deviates, in points.
    static let bloc = 6.0
    /// Of what those deviate together for whom one position was taken, in points.
    static let shared = 10.0
    /// Of what each of them deviates from that, in points.
    static let member = 6.0
    /// How many votes the absence in a scenario is taken to have been counted in.
    static let votesOfAbsence = 300.0
  }

  /// The numbers of the model as they come out.
  public let model: ModelParameters
  /// The direction of the deviations.
  public let axis: LeaningAxis
  /// How far each delegation leans beyond its positions, in points along the axis.
  public let deviations: [Double]
  /// The votes that were fitted.
  public let votes: [RecordedVote]
  /// How much more a vote moves states than its places say, as a factor.
  public let emphases: [Double]
  /// The chance of missing a vote, 0...1, by delegation.
  public let absences: [Double]
  /// How many steps the search took.
  public let steps: Int
  /// Whether the search came to rest.
  public let isSettled: Bool
  /// What the votes say of each number.
  public let knowledge: [Knowledge]
  /// How each vote pulls at each delegation's deviation, by vote and then delegation.
  ///
  /// That is how much likelier a point more makes its answer, in logarithms. At rest the pulls balance what is assumed.
  public let pulls: [[Double]]
  private let problem: LeaningProblem
  private let found: LeaningProblem.Reading

  /// A number that is fitted.
  public enum Number: Int, CaseIterable, Sendable {
    /// How much a gain on what is at stake moves a vote.
    case sensitivity
    /// The habit of voting yes.
    case valence
    /// Half the width of the band of abstention.
    case indifference
    /// What moves the room.
    case commonShock
    /// What moves a bloc.
    case blocShock
  }

  /// What the votes say of a number.
  public struct Knowledge: Sendable, Equatable {
    /// The number.
    public let number: Number
    /// What it was before.
    public let before: Double
    /// What it is now.
    public let after: Double
    /// Of how much of what was open before the votes left it open, 0...1: standard deviations, deviations held.
    public let left: Double
    /// How far it moved, in the standard deviations that were assumed of it.
    public let moved: Double
    /// The number with which it is most confounded, and how much, −1...1; nil where there is none.
    public let confounded: Confounded?
  }

  /// A number that votes tell apart from another badly.
  public struct Confounded: Sendable, Equatable {
    /// The other number.
    public let with: Number
    /// The correlation of their errors, −1...1.
    public let correlation: Double
  }

  /// Fits the votes of a scenario whose positions and numbers stand as they were coded.
  public init(of votes: [RecordedVote], in scenario: Scenario, along axis: LeaningAxis) {
    let problem = LeaningProblem(of: votes, in: scenario)
    let search = LimitedMemory(
      from: problem.start,
      atMost: Self.longest,
      problem.cost
    )
    let found = problem.reading(of: search.place)
    self.axis = axis
    self.votes = votes
    model = found.model(in: scenario)
    deviations = found.deviations
    emphases = found.emphases
    self.problem = problem
    self.found = found
    steps = search.steps
    isSettled = search.isSettled
    knowledge = problem.knowledge(at: search.place)
    pulls = problem.pulls(at: search.place)
    absences = scenario.delegations.enumerated().map { place, delegation in
      let missed = votes.count { $0.answers[place] == nil }
      let seen = Assumed.votesOfAbsence
      return (delegation.absence * seen + Double(missed)) / (seen + Double(votes.count))
    }
  }

  /// What the delegations do in a fitted vote, in the order of `Answer`, in view of the answers of it that are known.
  public func chances(in vote: Int) -> [[Double]] {
    let likelihood = problem.likelihood(of: vote, found)
    return problem.blocs.indices.map(likelihood.chances)
  }

  /// How the fit tells a vote that it has seen.
  public func told(_ vote: Int) -> ToldVote {
    ToldVote(
      decision: votes[vote].decision,
      chances: chances(in: vote),
      answers: votes[vote].answers,
      guesses: []
    )
  }

  /// The scenario with the fit written into it: the numbers, the absences, and every delegation moved along the axis by
  /// its deviation, as far as there is room on each issue.
  public func scenario(from coded: Scenario) -> Scenario {
    coded.calibrated(by: leanings)
  }

  /// The fit as a scenario keeps it, rounded as files write it.
  public var leanings: Leanings {
    Leanings(
      model: Leanings.rounded(model),
      axis: axis.steps,
      shifts: deviations.map { ($0 * 10).rounded() / 10 },
      absences: absences.map { ($0 * 1000).rounded() / 1000 },
      decisions: votes.map(\.decision)
    )
  }

  private static let longest = 400
}
