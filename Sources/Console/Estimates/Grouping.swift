import Treaty

/// Delegations named together where naming each would hide the picture.
struct Grouping: Sendable {
  let scenario: Scenario

  /// Rooms of up to this many delegations are shown by name.
  static let smallRoom = 12

  /// Whether every delegation can be shown by name.
  var isSmall: Bool { scenario.delegations.count <= Grouping.smallRoom }

  /// The names of the delegations in a small room; else whole blocs, most of blocs, and the codes
  /// of the rest, never ranked.
  func names(_ indices: [Int], limit: Int = 10) -> String {
    if indices.isEmpty { return "nobody" }
    if isSmall { return indices.map { scenario.delegations[$0].name }.joined(separator: ", ") }
    var parts: [(count: Int, text: String)] = []
    var rest: [Int] = []
    for bloc in scenario.blocs.indices {
      let all = scenario.delegations.count { $0.bloc == bloc }
      let members = indices.filter { scenario.delegations[$0].bloc == bloc }
      if members.count == all, all > 1 {
        parts.append((all, "\(scenario.blocs[bloc].id) (all \(all))"))
      } else if members.count >= 4, 2 * members.count > all {
        parts.append((members.count, "\(scenario.blocs[bloc].id) (\(members.count) of \(all))"))
      } else {
        rest += members
      }
    }
    // Stable by construction: equal counts keep the order of the scenario.
    let ranked = parts.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    var texts = ranked.map(\.element.text)
    let ordered = rest.sorted()
    texts += ordered.prefix(limit).map { scenario.delegations[$0].id.text }
    if ordered.count > limit { texts.append("\(ordered.count - limit) more") }
    return texts.joined(separator: ", ")
  }

  /// The same for delegations by their codes.
  func names(of ids: [Delegation.ID], limit: Int = 10) -> String {
    names(ids.compactMap { scenario.index(of: $0) }, limit: limit)
  }

  /// The codes of all delegations, bloc by bloc.
  func byBloc(_ indices: [Int]) -> [(bloc: Bloc, members: [Int], of: Int)] {
    scenario.blocs.indices.compactMap { bloc in
      let members = indices.filter { scenario.delegations[$0].bloc == bloc }
      guard !members.isEmpty else { return nil }
      let all = scenario.delegations.count { $0.bloc == bloc }
      return (scenario.blocs[bloc], members, all)
    }
  }

  /// How positions may be known, best first, in a word or two.
  static let bases: [(Delegation.Basis, String)] = [Delegation.Basis.coded, .bloc, .imputed].map {
    ($0, $0.words)
  }

  /// How the positions of these delegations are known: `52 coded, 41 by group, 100 imputed`.
  func bases(_ indices: [Int]) -> String {
    Grouping.bases.compactMap { basis, word in
      let count = indices.count { scenario.delegations[$0].basis == basis }
      return count > 0 ? "\(count) \(word)" : nil
    }.joined(separator: ", ")
  }
}
