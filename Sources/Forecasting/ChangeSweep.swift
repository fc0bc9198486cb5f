public import Treaty

/// Every change of one clause of a text, and every two changes of two clauses, in one fixed order.
public struct ChangeSweep: Sendable {
  /// A clause reading otherwise.
  public struct Change: Sendable, Equatable {
    /// A place in `Scenario.clauses`.
    public let clause: Int
    /// How it would read.
    public let provision: Provision
  }

  /// The text from which all changes depart.
  public let text: TreatyText
  /// Every single change, by the order of the scenario.
  public let singles: [Change]
  /// The places in `singles` of the two changes of each pair.
  private let pairs: [(Int, Int)]

  /// Lists the changes of some clauses; pairs follow the single changes.
  public init(
    of text: TreatyText,
    in scenario: Scenario,
    clauses: [Int],
    withPairs isPaired: Bool
  ) {
    self.text = text
    let singles = scenario.clauses.indices.filter { clauses.contains($0) }.flatMap { clause in
      scenario.alternatives(at: clause)
        .filter { $0 != text.provisions[clause] }
        .map { Change(clause: clause, provision: $0) }
    }
    self.singles = singles
    pairs =
      isPaired
      ? singles.indices.flatMap { first in
        singles.indices[(first + 1)...]
          .filter { singles[$0].clause != singles[first].clause }
          .map { (first, $0) }
      } : []
  }

  /// How many texts there are: the one that stands, then those with one change, then those with two.
  public var count: Int { 1 + singles.count + pairs.count }

  /// The changes of a text, by its number from 0 on; none of the first.
  public subscript(number: Int) -> [Change] {
    guard number > 0 else { return [] }
    guard number > singles.count else { return [singles[number - 1]] }
    let (first, second) = pairs[number - 1 - singles.count]
    return [singles[first], singles[second]]
  }

  /// The text of that number.
  public func text(_ number: Int) -> TreatyText {
    self[number].reduce(text) { $0.with($1.provision, at: $1.clause) }
  }
}
