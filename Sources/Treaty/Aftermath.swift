/// What follows an adopted treaty: who signs, who ratifies, when it starts.
public struct Aftermath: Sendable {
  /// How a gain becomes a chance: logistic(sensitivity · gain + valence + terms).
  public struct Propensity: Sendable {
    /// Something that moves some states besides the text.
    public struct Term: Sendable {
      /// A delegation, bloc or group, as written.
      public let holder: String
      /// What it adds, in logits.
      public let amount: Double
      /// Why, in a few words.
      public let reason: String

      /// Describes a term.
      public init(holder: String, amount: Double, reason: String) {
        self.holder = holder
        self.amount = amount
        self.reason = reason
      }

      /// Whether it is about a delegation.
      public func concerns(_ delegation: Delegation) -> Bool {
        delegation.id.text == holder || delegation.belongs(to: Bloc.ID(holder))
      }
    }

    /// How much a unit of gain moves the chance, in logits.
    public let sensitivity: Double
    /// The chance where nothing is gained, in logits.
    public let valence: Double
    /// What moves some states besides the text.
    public let terms: [Term]
    /// Where the numbers come from.
    public let source: String

    /// Describes a propensity.
    public init(sensitivity: Double, valence: Double, terms: [Term] = [], source: String = "") {
      self.sensitivity = sensitivity
      self.valence = valence
      self.terms = terms
      self.source = source
    }
  }

  /// What the final clause asks for before the treaty starts.
  public struct Threshold: Sendable {
    /// The final clause, as a place in `Scenario.clauses`.
    public let clause: Int
    /// The number of ratifications that each wording asks for.
    public let needed: [(wording: Wording.ID, count: Int)]
    /// The number where the clause is absent or in words of somebody's own.
    public let otherwise: Int

    /// Describes a threshold.
    public init(clause: Int, needed: [(wording: Wording.ID, count: Int)], otherwise: Int) {
      self.clause = clause
      self.needed = needed
      self.otherwise = otherwise
    }

    /// How many ratifications a text asks for.
    public func count(in text: TreatyText) -> Int {
      guard case .listed(let wording) = text.provisions[clause] else { return otherwise }
      return needed.first { $0.wording == wording }?.count ?? otherwise
    }
  }

  /// Where the treaty is signed.
  public let place: String
  /// The year of the ceremony.
  public let year: Int
  /// Who signs at the ceremony.
  public let signature: Propensity
  /// Who ratifies in a year, among those that signed; others join half as readily.
  public let ratification: Propensity
  /// What it takes for the treaty to start.
  public let threshold: Threshold
  /// The clauses that say who looks after the treaty, as places in `Scenario.clauses`.
  public let oversight: [Int]
  /// What happened in the world, sentence by sentence, each with its source.
  public let world: [String]
  /// The draft that the world adopted, as a place in `Scenario.drafts`, if it is one.
  public let worldText: Int?

  /// Describes what follows.
  public init(
    place: String,
    year: Int,
    signature: Propensity,
    ratification: Propensity,
    threshold: Threshold,
    oversight: [Int] = [],
    world: [String] = [],
    worldText: Int? = nil
  ) {
    self.place = place
    self.year = year
    self.signature = signature
    self.ratification = ratification
    self.threshold = threshold
    self.oversight = oversight
    self.world = world
    self.worldText = worldText
  }
}
