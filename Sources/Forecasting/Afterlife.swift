public import Treaty

/// Who signs and ratifies an adopted treaty, as chances.
public struct Afterlife: Sendable {
  /// Chance that each delegation signs at the ceremony, 0...1.
  public let signing: [Double]
  /// Chance that each ratifies within a year, 0...1, once it has signed.
  public let ratifying: [Double]
  /// How many ratifications the treaty asks for.
  public let needed: Int

  /// Years that are looked at.
  public static let horizon = 15

  /// Looks at what becomes of an adopted text, which the world has whether a state joins or not.
  public init(of text: TreatyText, in scenario: Scenario, after aftermath: Aftermath) {
    let gains = Inclinations(to: text, in: scenario, under: Circumstances()).gains
    func chances(_ propensity: Aftermath.Propensity) -> [Double] {
      zip(scenario.delegations, gains).map { delegation, gain in
        let terms = propensity.terms.reduce(0) {
          $1.concerns(delegation) ? $0 + $1.amount : $0
        }
        let odds = propensity.sensitivity * gain + propensity.valence + terms
        return Elementary.logistic(odds)
      }
    }
    signing = chances(aftermath.signature)
    ratifying = chances(aftermath.ratification)
    needed = aftermath.threshold.count(in: text)
  }

  /// How many sign at the ceremony.
  public var signatories: Spread { Spread(chances: Afterlife.counts(of: signing)) }

  /// Chance that a delegation has ratified after so many years, 0...1; who did not sign joins half
  /// as readily.
  public func ratified(_ delegation: Int, within years: Int) -> Double {
    func within(_ yearly: Double) -> Double {
      1 - (0..<years).reduce(1) { product, _ in product * (1 - yearly) }
    }
    let signs = signing[delegation]
    return signs * within(ratifying[delegation])
      + (1 - signs) * within(ratifying[delegation] / 2)
  }

  /// How many have ratified after so many years.
  public func ratifications(within years: Int) -> Spread {
    Spread(chances: Afterlife.counts(of: signing.indices.map { ratified($0, within: years) }))
  }

  /// Chance that enough have ratified after 1, 2, … years, up to the horizon.
  public var entry: [Double] {
    (1...Afterlife.horizon).map { years in
      ratifications(within: years).chances.dropFirst(needed).reduce(0, +)
    }
  }

  /// The chance of each count of independent events.
  private static func counts(of chances: [Double]) -> [Double] {
    var counts = [1.0]
    for chance in chances {
      var next = counts.map { $0 * (1 - chance) } + [0]
      for (count, mass) in counts.enumerated() { next[count + 1] += mass * chance }
      counts = next
    }
    return counts
  }
}
