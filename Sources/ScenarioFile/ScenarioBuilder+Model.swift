internal import Treaty

extension ScenarioBuilder {
  /// A number of the model, by the name that files use.
  private struct Parameter {
    let name: String
    let path: any WritableKeyPath<ModelParameters, Double> & Sendable
    let bounds: Bounds
  }

  /// Logits beyond this make every chance 0 or 1.
  private static let strength = Bounds.within(0...100)

  private static let parameters: [Parameter] = [
    Parameter(name: "sensitivity", path: \.sensitivity, bounds: strength),
    Parameter(name: "separateSensitivity", path: \.separateSensitivity, bounds: strength),
    Parameter(name: "valence", path: \.valence, bounds: .within(-100...100)),
    Parameter(name: "resolutionValence", path: \.resolutionValence, bounds: .within(-100...100)),
    Parameter(name: "indifference", path: \.indifference, bounds: strength),
    Parameter(name: "commonShock", path: \.commonShock, bounds: strength),
    Parameter(name: "blocShock", path: \.blocShock, bounds: strength),
    Parameter(name: "blocking", path: \.blocking, bounds: strength),
    Parameter(name: "shadow", path: \.shadow, bounds: strength),
    Parameter(name: "packageLoyalty", path: \.packageLoyalty, bounds: .share),
    Parameter(name: "callVote", path: \.callVote, bounds: .share),
    Parameter(name: "noticeable", path: \.noticeable, bounds: strength),
    Parameter(name: "pressure", path: \.pressure, bounds: strength),
  ]

  /// The numbers of the model, each as the scenario or else the program has it.
  mutating func readModel(
    _ value: YAMLValue?,
    over standing: ModelParameters = ModelParameters(),
    only names: [String]? = nil
  ) -> ModelParameters {
    var model = standing
    let parameters = Self.parameters.filter { names?.contains($0.name) ?? true }
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "model",
        required: [],
        optional: parameters.map(\.name)
      )
    else { return model }
    for parameter in parameters {
      let number = faults.number(
        fields[parameter.name],
        as: "the value of \(parameter.name)",
        parameter.bounds
      )
      if let number { model[keyPath: parameter.path] = number }
    }
    return model
  }

  /// How far inputs may be off, each as the scenario or else the program has it.
  mutating func readSpread(_ value: YAMLValue?) -> InputSpread {
    var spread = InputSpread()
    let paths: [(name: String, path: WritableKeyPath<InputSpread, Double>)] = [
      ("coded", \.coded), ("bloc", \.bloc), ("imputed", \.imputed), ("clause", \.clause),
      ("wording", \.wording), ("world", \.world), ("salience", \.salience),
    ]
    guard let value,
      let fields = faults.fields(
        of: value,
        as: "uncertainty",
        required: [],
        optional: paths.map(\.name)
      )
    else { return spread }
    for (name, path) in paths {
      let number = faults.number(
        fields[name],
        as: "the spread of \(name)",
        .within(0...50)
      )
      if let number { spread[keyPath: path] = number }
    }
    return spread
  }
}
