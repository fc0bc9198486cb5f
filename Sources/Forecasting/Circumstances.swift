public import Treaty

/// What surrounds a text when it is judged.
public struct Circumstances: Hashable, Sendable {
  /// A worse text to which failure may lead.
  public struct Fallback: Hashable, Sendable {
    /// The text itself.
    public var text: TreatyText
    /// Chance that failure leads to it, 0...1.
    public var chance: Double

    /// Gives a text its chance.
    public init(text: TreatyText, chance: Double) {
      self.text = text
      self.chance = chance
    }
  }

  /// Where failure may lead; without one the world stays as it is.
  public var fallback: Fallback?
  /// Whether the chair has put the text as a package, to which delegations are loyal in separate
  /// votes.
  public var isPackage: Bool
  /// What deals in force are worth to each delegation, in units of gain; empty where there are none.
  public var deals: [Double]
  /// The text that observers compare with; without one their criticism weighs on nobody.
  public var before: TreatyText?
  /// Observers, as places in `Scenario.observers`, of whom nothing is heard: their criticism weighs on nobody.
  public var unheard: [Int]

  /// Describes what surrounds a text.
  public init(
    fallback: Fallback? = nil,
    isPackage: Bool = false,
    deals: [Double] = [],
    before: TreatyText? = nil,
    unheard: [Int] = []
  ) {
    self.fallback = fallback
    self.isPackage = isPackage
    self.deals = deals
    self.before = before
    self.unheard = unheard
  }

  /// Takes what the scenario says of one of its drafts.
  public init(of draft: Draft, in scenario: Scenario) {
    self.init(isPackage: draft.isPackage)
    if let place = scenario.fallback, draft.fallbackChance > 0 {
      fallback = Fallback(text: scenario.drafts[place].text, chance: draft.fallbackChance)
    }
  }
}
