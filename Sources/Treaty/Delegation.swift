/// A member state in the room: where it stands and what it cares about.
public struct Delegation: Sendable, Identifiable {
  /// The code of a delegation, `CRI`.
  public typealias ID = Identifier<Delegation>

  /// How a delegation's positions are known.
  public enum Basis: String, Sendable, CaseIterable {
    /// Coded from its own statements.
    case coded
    /// Taken from the group that speaks for it.
    case bloc
    /// Estimated from other votes and groupings.
    case imputed
  }

  /// The code that files and commands use.
  public let id: ID
  /// The name that people read.
  public let name: String
  /// Where its bloc stands in `Scenario.blocs`: the one that shares its shocks.
  public let bloc: Int
  /// The name of that bloc.
  public let blocID: Bloc.ID
  /// The other groups that it belongs to.
  public let groups: [Bloc.ID]
  /// Weight in bargaining, more than 0; 1 is an ordinary state.
  public let influence: Double
  /// Chance of missing a vote, 0...1.
  public private(set) var absence: Double
  /// How much its government has to listen to public criticism, 0...1.
  public private(set) var openness: Double
  /// Where it stands on each issue, 0...100.
  public private(set) var positions: [Double]
  /// How much it cares about each issue, 0 or more, with mean 1.
  public private(set) var saliences: [Double]
  /// How the positions are known.
  public let basis: Basis
  /// Where that is on record; empty where the author gave nothing.
  public let source: String
  /// Weights that the voting rule names, such as population, in the order of `Scenario.weightNames`.
  public let weights: [Double]

  /// Describes a delegation; saliences are scaled to mean 1, and all 0 counts as all equal.
  public init(
    id: ID,
    name: String,
    bloc: Int,
    blocID: Bloc.ID,
    groups: [Bloc.ID] = [],
    influence: Double = 1,
    absence: Double = 0,
    openness: Double = 0,
    positions: [Double],
    saliences: [Double]? = nil,
    basis: Basis = .coded,
    source: String = "",
    weights: [Double] = []
  ) {
    self.id = id
    self.name = name
    self.bloc = bloc
    self.blocID = blocID
    self.groups = groups
    self.influence = influence
    self.absence = absence
    self.openness = openness
    self.positions = positions
    let given = saliences ?? positions.map { _ in 1 }
    let total = given.reduce(0, +)
    self.saliences =
      total > 0 ? given.map { $0 * Double(given.count) / total } : given.map { _ in 1 }
    self.basis = basis
    self.source = source
    self.weights = weights
  }

  /// The same delegation with its saliences given anew, of mean 1 by issue.
  public func with(saliences: [Double]) -> Delegation {
    var copy = self
    copy.saliences = saliences
    return copy
  }

  /// The same delegation with its openness given anew, 0...1.
  public func with(openness: Double) -> Delegation {
    var copy = self
    copy.openness = openness
    return copy
  }

  /// The same delegation with its positions given anew, 0...100 by issue.
  public func with(positions: [Double]) -> Delegation {
    var copy = self
    copy.positions = positions
    return copy
  }

  /// The same delegation with its chance of missing a vote given anew, 0...1.
  public func with(absence: Double) -> Delegation {
    var copy = self
    copy.absence = absence
    return copy
  }

  /// Whether the delegation is in that bloc or group.
  public func belongs(to group: Bloc.ID) -> Bool {
    blocID == group || groups.contains(group)
  }
}

/// Delegations that are moved by the same events and may vote as one.
public struct Bloc: Sendable, Identifiable {
  /// The name of a bloc or group, `EU`.
  public typealias ID = Identifier<Bloc>

  /// The name that files and commands use.
  public let id: ID
  /// The name that people read.
  public let title: String
  /// Chance that its members cast the bloc's vote and not their own, 0...1.
  public let discipline: Double
  /// The delegation that speaks for it, if the author named one.
  public let coordinator: Delegation.ID?

  /// Describes a bloc.
  public init(
    id: ID,
    title: String,
    discipline: Double = 0,
    coordinator: Delegation.ID? = nil
  ) {
    self.id = id
    self.title = title
    self.discipline = discipline
    self.coordinator = coordinator
  }
}

/// A condition on the text that a delegation will not accept, with the price it puts on it.
public struct RedLine: Sendable {
  /// What crosses the line.
  public enum Condition: Sendable, Equatable {
    /// The clause stands above a place on an issue.
    case above(Double, issue: Int)
    /// The clause stands below a place on an issue.
    case below(Double, issue: Int)
    /// The clause stands as this provision.
    case reads(Provision)
  }

  /// Who holds it: a delegation, bloc or group, as written.
  public let holder: String
  /// The clause, as a place in `Scenario.clauses`.
  public let clause: Int
  /// What crosses it.
  public let condition: Condition
  /// What crossing it costs, in units of gain, 0 or more.
  public let price: Double
  /// Why, in a sentence.
  public let reason: String

  /// Describes a red line.
  public init(
    holder: String,
    clause: Int,
    condition: Condition,
    price: Double,
    reason: String
  ) {
    self.holder = holder
    self.clause = clause
    self.condition = condition
    self.price = price
    self.reason = reason
  }

  /// Whether the line is that delegation's, by its own name or by a group's.
  public func isHeld(by delegation: Delegation) -> Bool {
    delegation.id.text == holder || delegation.belongs(to: Bloc.ID(holder))
  }
}
