/// What recorded votes have moved in a scenario: numbers of the model, and how far each delegation leans beyond the
/// positions that were coded.
public struct Leanings: Sendable, Equatable {
  /// The numbers of the model.
  public let model: ModelParameters
  /// How far a step of one point along the axis goes on each issue, −1...1.
  public let axis: [Double]
  /// How far each delegation leans along it, in points; 0 where no vote moved it.
  public let shifts: [Double]
  /// The chance of missing a vote, 0...1, by delegation.
  public let absences: [Double]
  /// The decisions that say so, as places in `Scenario.decisions`.
  public let decisions: [Int]

  /// Describes a calibration.
  public init(
    model: ModelParameters,
    axis: [Double],
    shifts: [Double],
    absences: [Double],
    decisions: [Int]
  ) {
    self.model = model
    self.axis = axis
    self.shifts = shifts
    self.absences = absences
    self.decisions = decisions
  }

  /// A model with its fitted numbers as files write them: two digits after the point.
  public static func rounded(_ model: ModelParameters) -> ModelParameters {
    var copy = model
    for (_, path) in numbers { copy[keyPath: path] = (copy[keyPath: path] * 100).rounded() / 100 }
    return copy
  }

  /// The numbers of the model that recorded votes may move, by the names that files use.
  public static let numbers:
    [(name: String, path: any WritableKeyPath<ModelParameters, Double> & Sendable)] = [
      ("sensitivity", \.sensitivity), ("separateSensitivity", \.separateSensitivity),
      ("resolutionValence", \.resolutionValence), ("indifference", \.indifference),
      ("commonShock", \.commonShock), ("blocShock", \.blocShock),
    ]
}

extension Delegation {
  /// The same delegation where a calibration puts it: each position moved along an axis, within 0...100.
  func moved(by shift: Double, along axis: [Double], absence: Double) -> Delegation {
    with(
      positions: zip(positions, axis).map { position, step in
        (min(max(position + shift * step, 0), 100) * 10).rounded() / 10
      }
    ).with(absence: absence)
  }
}
