public import Treaty

/// For whom people speak; everybody else in the room plays itself.
public struct Seats: Hashable, Sendable, Codable {
  /// Who holds the chair.
  public enum Chair: String, Sendable, Codable {
    /// A person, who acts wherever a line names nobody.
    case person
    /// Nobody: the chair does what a chair would do when the room goes on.
    case itself
  }

  /// The delegations, in the order given; the first acts where the chair is nobody's.
  public var delegations: [Delegation.ID]
  /// The observers, in the order given.
  public var observers: [Observer.ID]
  /// Who holds the chair.
  public var chair: Chair

  /// Seats people.
  public init(
    _ delegations: [Delegation.ID] = [],
    observers: [Observer.ID] = [],
    chair: Chair = .person
  ) {
    self.delegations = delegations
    self.observers = observers
    self.chair = chair
  }
}
