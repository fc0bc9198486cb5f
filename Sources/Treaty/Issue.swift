/// A question on which texts and delegations stand somewhere between two named poles.
public struct Issue: Sendable, Identifiable {
  /// The name of an issue.
  public typealias ID = Identifier<Issue>

  /// What a mark on the scale means.
  public struct Mark: Sendable, Equatable {
    /// The mark, 0...100.
    public let at: Double
    /// What a text that stands here does, in a sentence.
    public let meaning: String

    /// Puts a meaning to a mark.
    public init(at: Double, meaning: String) {
      self.at = at
      self.meaning = meaning
    }
  }

  /// The name that files and commands use.
  public let id: ID
  /// The name that people read.
  public let title: String
  /// What 0 means, in a few words.
  public let low: String
  /// What 100 means, in a few words.
  public let high: String
  /// The written scale, ascending; empty where the author gave none.
  public let scale: [Mark]
  /// Where the world stands on this issue without a treaty, 0...100.
  public let noAgreement: NoAgreement
  /// What the lexicon calls this issue; its own name unless the author says otherwise.
  public let cueName: ID

  /// Describes an issue.
  public init(
    id: ID,
    title: String,
    low: String,
    high: String,
    scale: [Mark] = [],
    noAgreement: NoAgreement,
    cueName: ID? = nil
  ) {
    self.cueName = cueName ?? id
    self.id = id
    self.title = title
    self.low = low
    self.high = high
    self.scale = scale
    self.noAgreement = noAgreement
  }

  /// The same issue with another world without a treaty.
  public func with(noAgreement: NoAgreement) -> Issue {
    Issue(
      id: id,
      title: title,
      low: low,
      high: high,
      scale: scale,
      noAgreement: noAgreement,
      cueName: cueName
    )
  }
}

/// Where the world stands without a treaty, which differs by group.
public struct NoAgreement: Sendable, Equatable {
  /// The place for delegations that no group's value fits, 0...100.
  public let standard: Double
  /// The places by bloc or group, 0...100, in the order of the file; the first that fits counts.
  public let exceptions: [Exception]

  /// A group and the place it has without a treaty.
  public struct Exception: Sendable, Equatable {
    /// A bloc or group.
    public let group: Bloc.ID
    /// Its place, 0...100.
    public let place: Double

    /// Gives a group its place.
    public init(group: Bloc.ID, place: Double) {
      self.group = group
      self.place = place
    }
  }

  /// Gives a place for all and for those that differ.
  public init(standard: Double, exceptions: [Exception] = []) {
    self.standard = standard
    self.exceptions = exceptions
  }

  /// The place for a delegation, 0...100.
  public func place(for delegation: Delegation) -> Double {
    exceptions.first { delegation.belongs(to: $0.group) }?.place ?? standard
  }

  /// The same with every place moved by some points, within 0...100.
  public func shifted(by points: Double) -> NoAgreement {
    func moved(_ place: Double) -> Double { min(max(place + points, 0), 100) }
    return NoAgreement(
      standard: moved(standard),
      exceptions: exceptions.map { Exception(group: $0.group, place: moved($0.place)) }
    )
  }
}
