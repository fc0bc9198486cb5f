public import Treaty

/// One way in which a vote may go: all that chance decides, drawn elsewhere.
public struct LatentVote: Sendable {
  /// What moves the whole room, in logits: normal, with `commonShock` as standard deviation.
  public var common: Double
  /// What moves each bloc, in logits: normal, with `blocShock` as standard deviation.
  public var blocs: [Double]
  /// Whether each bloc's members cast the bloc's vote, with its discipline as chance.
  public var isUnited: [Bool]
  /// The noise of each bloc's own vote, in logits: standard logistic.
  public var blocNoise: [Double]
  /// The noise of each voter, in logits: standard logistic.
  public var noise: [Double]
  /// Whether each voter is in the room, with 1 less its absence as chance.
  public var isPresent: [Bool]

  /// Takes what has been drawn.
  public init(
    common: Double,
    blocs: [Double],
    isUnited: [Bool],
    blocNoise: [Double],
    noise: [Double],
    isPresent: [Bool]
  ) {
    self.common = common
    self.blocs = blocs
    self.isUnited = isUnited
    self.blocNoise = blocNoise
    self.noise = noise
    self.isPresent = isPresent
  }
}

extension Electorate {
  /// What each voter does in a vote that has been drawn.
  public func ballots(in vote: LatentVote) -> [Ballot] {
    zip(convictions(in: vote), vote.isPresent).map { conviction, isPresent in
      if !isPresent { return .absent }
      if conviction > indifference { return .yes }
      return conviction < -indifference ? .no : .abstain
    }
  }

  /// Who blocks consensus in a vote that has been drawn, as places in `voters`.
  public func blockers(in vote: LatentVote) -> [Int] {
    let assembly = Assembly(of: self, for: .consensus)
    let pass = Pass(over: [vote.common], in: assembly, halvings: 1, given: true)
    var sums = assembly.roomForSums
    let bar = blocking + shadow * pass.vote(at: 0, addingIn: &sums).shadowAdoption
    let convictions = convictions(in: vote)
    return voters.indices.filter { vote.isPresent[$0] && convictions[$0] < -bar }
  }

  /// Where each voter ends up after shocks and noise: `z` in logits.
  private func convictions(in vote: LatentVote) -> [Double] {
    let shared = disciplines.indices.map { bloc in
      let members = voters.filter { $0.bloc == bloc }
      let influence = members.reduce(0) { $0 + $1.influence }
      return members.reduce(0) { $0 + $1.influence * $1.leaning } / influence
    }
    return voters.indices.map { place in
      let bloc = voters[place].bloc
      let shock = vote.common + vote.blocs[bloc]
      return vote.isUnited[bloc]
        ? shared[bloc] + shock + vote.blocNoise[bloc]
        : voters[place].leaning + shock + vote.noise[place]
    }
  }
}
