public import Treaty

/// In whose name something is done.
public enum Role: Hashable, Sendable, Codable {
  /// The chair of the conference.
  case chair
  /// A member state.
  case delegation(Delegation.ID)
  /// Somebody who watches, speaks and has no vote.
  case observer(Observer.ID)

  /// The delegation, if it is one.
  public var delegation: Delegation.ID? {
    switch self {
    case .chair, .observer: nil
    case .delegation(let id): id
    }
  }
}

/// Who may see an event or a reply.
public enum Audience: Hashable, Sendable, Codable {
  /// The whole room.
  case everyone
  /// These delegations only.
  case delegations([Delegation.ID])
  /// The chair only.
  case chair

  /// Whether somebody in that role may see it.
  public func includes(_ role: Role) -> Bool {
    switch self {
    case .everyone: true
    case .delegations(let ids): role.delegation.map { ids.contains($0) } ?? false
    case .chair: role == .chair
    }
  }
}
