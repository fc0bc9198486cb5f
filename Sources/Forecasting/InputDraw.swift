import Treaty

/// The inputs of an estimate as they might also be, drawn group by group.
///
/// What bears on the whole room, the numbers of the model and one error an issue, comes from a point of a `LatticeRule`.
/// What a delegation or a clause has of its own comes from a seeded source: there is so much of it that it averages out.
struct InputDraw {
  /// The scenario with the inputs that were drawn.
  let scenario: Scenario
  /// What surrounds the text, with the chance of failure that was drawn.
  let circumstances: Circumstances
  private let origin: Scenario
  private let readingError: Double

  /// Draws the inputs of some groups; all others stay as they are.
  ///
  /// What is drawn for one group does not depend on which others are drawn.
  init(
    _ number: Int,
    at point: [Double],
    seed: UInt64,
    of groups: [InputGroup],
    in origin: Scenario,
    under circumstances: Circumstances
  ) {
    let purpose = "uncertain/\(number)"
    var coordinates = Coordinates(point)
    let factors = Factors(&coordinates)
    let errors = IssueErrors(on: origin.issues.count, &coordinates)
    let positions = PositionErrors(errors, in: origin, seed: seed, purpose: purpose)
    var saliences = SeededGenerator(seed: seed, purpose: "\(purpose)/saliences")
    let delegations = origin.delegations.enumerated().map { place, delegation in
      var drawn = delegation
      if groups.contains(.positions(delegation.basis)) {
        let spread = origin.spread[delegation.basis]
        drawn = drawn.with(
          positions: zip(delegation.positions, positions[place]).map { ($0 + spread * $1).onScale }
        )
      }
      let own = errors.saliences.map { _ in saliences.normal() }
      if groups.contains(.saliences) {
        drawn = drawn.with(
          saliences: InputDraw.saliences(of: delegation, common: errors.saliences, own, in: origin)
        )
      }
      return drawn
    }
    var scenario = origin.with(
      clauses: groups.contains(.placements)
        ? InputDraw.clauses(of: origin, seed: seed, purpose: purpose) : origin.clauses,
      delegations: delegations
    )
    if groups.contains(.world) {
      let spread = InputRange.world(in: origin)
      scenario = scenario.with(
        issues: zip(origin.issues, errors.world).map {
          $0.with(noAgreement: $0.noAgreement.shifted(by: spread * $1))
        }
      )
    }
    scenario = scenario.with(model: factors.model(of: origin.model, varying: groups))
    var readings = SeededGenerator(seed: seed, purpose: "\(purpose)/readings")
    let readingError = groups.contains(.placements) ? readings.normal() : 0
    var surroundings = circumstances
    if groups.contains(.failure), let chance = circumstances.fallback?.chance {
      surroundings.fallback?.chance = factors.chance(chance, give: InputRange.failure)
    }
    surroundings.before = circumstances.before.map { [scenario] before in
      before.drawn(in: scenario, from: origin, readingError: readingError)
    }
    self.scenario = scenario
    self.circumstances = surroundings
    self.origin = origin
    self.readingError = readingError
  }

  /// A text as it is placed here.
  func text(_ text: TreatyText) -> TreatyText {
    text.drawn(in: scenario, from: origin, readingError: readingError)
  }

  /// How many coordinates of a point a scenario takes.
  static func dimensions(in scenario: Scenario) -> Int {
    Factors.count + IssueErrors.kinds * scenario.issues.count
  }

  /// Saliences off by a part of themselves, of mean 1 again.
  private static func saliences(
    of delegation: Delegation,
    common: [Double],
    _ own: [Double],
    in scenario: Scenario
  ) -> [Double] {
    let spread = InputRange.saliences(in: scenario)
    let part = InputRange.commonPartOfSalience
    let (shared, rest) = (part.squareRoot(), (1 - part).squareRoot())
    let drawn = delegation.saliences.indices.map { issue in
      delegation.saliences[issue]
        * Elementary.exp(spread * (shared * common[issue] + rest * own[issue]))
    }
    let total = drawn.reduce(0, +)
    return total > 0 ? drawn.map { $0 * Double(drawn.count) / total } : delegation.saliences
  }

  /// Clauses off with all their wordings, and each wording beside the others.
  private static func clauses(
    of scenario: Scenario,
    seed: UInt64,
    purpose: String
  ) -> [Clause] {
    var chance = SeededGenerator(seed: seed, purpose: "\(purpose)/placements")
    return scenario.clauses.map { $0.drawn(within: scenario.spread, from: &chance) }
  }
}

extension InputGroup {
  /// The positions that are known in this way.
  fileprivate static func positions(_ basis: Delegation.Basis) -> InputGroup {
    switch basis {
    case .coded: .codedPositions
    case .bloc: .blocPositions
    case .imputed: .imputedPositions
    }
  }
}

/// The coordinates of a point, taken one after another.
private struct Coordinates {
  private var rest: ArraySlice<Double>

  init(_ point: [Double]) {
    rest = point[...]
  }

  /// An even number between −1 and 1.
  mutating func even() -> Double {
    2 * (rest.popFirst() ?? 0.5) - 1
  }

  /// So many standard normal numbers.
  mutating func normals(_ count: Int) -> [Double] {
    (0..<count).map { _ in Elementary.normalQuantile(rest.popFirst() ?? 0.5) }
  }
}

/// Where in its range each number of the model was drawn, −1...1.
private struct Factors {
  private let wish: Double
  private let sensitivity: Double
  private let blocking: Double
  private let shadow: Double
  private let failure: Double
  private let commonShock: Double
  private let indifference: Double
  private let blocShock: Double
  private let callVote: Double
  private let criticism: Double

  static let count = 10

  init(_ coordinates: inout Coordinates) {
    wish = coordinates.even()
    sensitivity = coordinates.even()
    blocking = coordinates.even()
    shadow = coordinates.even()
    failure = coordinates.even()
    commonShock = coordinates.even()
    indifference = coordinates.even()
    blocShock = coordinates.even()
    callVote = coordinates.even()
    criticism = coordinates.even()
  }

  /// A chance off by at most so much to either side, within 0...1.
  func chance(_ chance: Double, give: Double) -> Double {
    min(max(chance + give * failure, 0), 1)
  }

  /// The numbers of the model with those of some groups drawn.
  func model(of origin: ModelParameters, varying groups: [InputGroup]) -> ModelParameters {
    var model = origin
    for group in groups {
      switch group {
      case .wish: model.valence += InputRange.wish * wish
      case .sensitivity: model.sensitivity *= 1 + InputRange.sensitivity * sensitivity
      case .indifference: model.indifference *= 1 + InputRange.indifference * indifference
      case .shocks:
        model.commonShock *= 1 + InputRange.shocks * commonShock
        model.blocShock *= 1 + InputRange.shocks * blocShock
      case .blocking:
        model.blocking = max(0, model.blocking + InputRange.blocking * blocking)
        model.shadow *= 1 + InputRange.shadow * shadow
      case .callVote:
        model.callVote = min(max(model.callVote + InputRange.callVote * callVote, 0), 1)
      case .criticism: model.pressure *= 1 + InputRange.criticism * criticism
      case .codedPositions, .blocPositions, .imputedPositions, .placements, .saliences, .world,
        .failure:
        break
      }
    }
    return model
  }
}

/// Errors that all share on an issue, standard normal.
private struct IssueErrors {
  let world: [Double]
  let imputed: [Double]
  let saliences: [Double]
  let coded: [Double]

  static let kinds = 4

  init(on issues: Int, _ coordinates: inout Coordinates) {
    world = coordinates.normals(issues)
    imputed = coordinates.normals(issues)
    saliences = coordinates.normals(issues)
    coded = coordinates.normals(issues)
  }
}

/// Errors of positions by delegation and issue, standard normal.
private struct PositionErrors {
  private let byDelegation: [[Double]]

  subscript(delegation: Int) -> [Double] { byDelegation[delegation] }

  init(_ common: IssueErrors, in scenario: Scenario, seed: UInt64, purpose: String) {
    var chance = SeededGenerator(seed: seed, purpose: "\(purpose)/positions")
    func normals() -> [Double] { scenario.issues.map { _ in chance.normal() } }
    let spoken = scenario.blocs.map { _ in normals() }
    let blocs = scenario.blocs.map { _ in normals() }
    byDelegation = scenario.delegations.map { delegation in
      let own = normals()
      return switch delegation.basis {
      case .coded:
        PositionErrors.sum((common.coded, InputRange.commonPart), of: own)
      // One group has one position, and one error.
      case .bloc: spoken[delegation.bloc]
      case .imputed:
        PositionErrors.sum(
          (common.imputed, InputRange.commonPart),
          (blocs[delegation.bloc], InputRange.blocPart),
          of: own
        )
      }
    }
  }

  /// Errors that are each a part of the variance, and the rest of one's own.
  private static func sum(_ shared: ([Double], part: Double)..., of own: [Double]) -> [Double] {
    let rest = (1 - shared.reduce(0) { $0 + $1.part }).squareRoot()
    return own.indices.map { issue in
      shared.reduce(rest * own[issue]) { $0 + $1.part.squareRoot() * $1.0[issue] }
    }
  }
}
