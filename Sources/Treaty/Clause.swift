/// An article of the treaty: a number, a title, and the clauses that are negotiated in it.
public struct Article: Sendable {
  /// The number as written, `6` or `title`.
  public let number: String
  /// The heading.
  public let title: String
  /// Where its clauses stand in `Scenario.clauses`.
  public let clauses: Range<Int>

  /// Describes an article.
  public init(number: String, title: String, clauses: Range<Int>) {
    self.number = number
    self.title = title
    self.clauses = clauses
  }
}

/// A part of the text that is negotiated as one, with the wordings that are on offer for it.
public struct Clause: Sendable, Identifiable {
  /// The number of a clause, `6.2`.
  public typealias ID = Identifier<Clause>

  /// What a clause does, on which the effect of words depends.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Says what a term means.
    case definition
    /// Makes an act a crime.
    case offence
    /// Lets the authorities do something.
    case power
    /// Limits what the authorities may do.
    case safeguard
    /// Has states work together.
    case cooperation
    /// Has states help others to build capacity.
    case assistance
    /// Sets up bodies, procedures, thresholds.
    case institution
  }

  /// The number that files and commands use.
  public let id: ID
  /// What the clause is about, in a few words.
  public let title: String
  /// What the clause does.
  public let kind: Kind
  /// How much the clause bears on each issue, in the order of `Scenario.issues`, 0 or more, as the
  /// author wrote it.
  public let weights: [Double]
  /// Where the text stands without this clause, 0...100, by issue; meaningless where the weight is 0.
  public let absent: [Double]
  /// The wordings on offer, in the order of the file.
  public let wordings: [Wording]

  /// Describes a clause.
  public init(
    id: ID,
    title: String,
    kind: Kind,
    weights: [Double],
    absent: [Double],
    wordings: [Wording]
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.weights = weights
    self.absent = absent
    self.wordings = wordings
  }

  /// The wording of that name, if the clause lists it.
  public func wording(_ id: Wording.ID) -> Wording? {
    wordings.first { $0.id == id }
  }

  /// Every way in which the clause can stand: as listed, in the order of the file, or not at all.
  public var provisions: [Provision] {
    wordings.map { Provision.listed($0.id) } + [.absent]
  }

  /// The same clause with its places given anew.
  public func with(absent: [Double], wordings: [Wording]) -> Clause {
    Clause(id: id, title: title, kind: kind, weights: weights, absent: absent, wordings: wordings)
  }

  /// The issues that the clause bears on, as places in `Scenario.issues`.
  public var issues: [Int] {
    weights.indices.filter { weights[$0] > 0 }
  }
}

/// One way to write a clause.
public struct Wording: Sendable, Identifiable {
  /// The name of a wording, unique within its clause: `listed-rights`.
  public typealias ID = Identifier<Wording>

  /// The name that files and commands use.
  public let id: ID
  /// What sets this wording apart, in a few words.
  public let title: String
  /// The words of the clause.
  public let text: String
  /// Where the words place the clause, 0...100, by issue; meaningless where the clause has no weight.
  public let placements: [Double]
  /// The delegations, blocs or groups that proposed or held it, as written.
  public let heldBy: [String]
  /// Where that is on record; empty where the author gave nothing.
  public let source: String

  /// Describes a wording.
  public init(
    id: ID,
    title: String,
    text: String,
    placements: [Double],
    heldBy: [String] = [],
    source: String = ""
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.placements = placements
    self.heldBy = heldBy
    self.source = source
  }

  /// The same wording with its places given anew.
  public func with(placements: [Double]) -> Wording {
    Wording(
      id: id,
      title: title,
      text: text,
      placements: placements,
      heldBy: heldBy,
      source: source
    )
  }
}
