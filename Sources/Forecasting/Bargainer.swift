import Treaty

/// A delegation as one of those who pull the text on an issue.
public struct Bargainer: Sendable {
  /// How saliences count in where a text lands.
  public enum Saliences: Sendable {
    /// All alike: unequal ones helped to tell votes, and hurt where landings were told.
    case equal
    /// As the scenario has them.
    case own
  }

  /// Where it stands, 0...100.
  public var position: Double
  /// Its weight in bargaining, more than 0.
  public var influence: Double
  /// How much of its influence it spends on the issue, 0...1.
  public var salience: Double

  /// Describes a bargainer.
  public init(position: Double, influence: Double = 1, salience: Double = 1) {
    self.position = position
    self.influence = influence
    self.salience = salience
  }

  /// What it weighs on the issue.
  var weight: Double { influence * salience }

  /// The delegations of a scenario on an issue; own saliences are parts of the largest on that issue.
  static func all(on issue: Int, in scenario: Scenario, _ saliences: Saliences) -> [Bargainer] {
    let largest = scenario.delegations.map { $0.saliences[issue] }.max() ?? 0
    return scenario.delegations.map {
      Bargainer(
        position: $0.positions[issue],
        influence: $0.influence,
        salience: saliences == .equal || largest == 0 ? 1 : $0.saliences[issue] / largest
      )
    }
  }
}

extension Bargainer {
  /// The delegations on an issue with the inputs of a rerun, by its number, and with influences that
  /// are off as well.
  static func drawn(
    _ number: Int,
    on issue: Int,
    in rerun: Rerun,
    _ saliences: Saliences
  ) -> [Bargainer] {
    var chance = SeededGenerator(seed: 1, purpose: "landing/\(number)/influences")
    return all(on: issue, in: rerun.scenario, saliences).map { bargainer in
      var drawn = bargainer
      drawn.influence *= Elementary.exp(influenceError * chance.normal())
      return drawn
    }
  }

  /// How far off an influence may be, as the standard deviation of its logarithm: a tenth; judgement.
  public static let influenceError = 0.1
}
