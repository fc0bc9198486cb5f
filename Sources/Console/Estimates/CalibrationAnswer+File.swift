import Calibration
import Treaty

extension CalibrationAnswer {
  /// The file that keeps the fit in the folder of the scenario.
  public var file: String {
    let leanings = fit.leanings
    let model = leanings.model
    let numbers = Leanings.numbers.map { name, path in
      "\(name): \(Self.number(model[keyPath: path], decimals: 2))"
    }
    let axis = zip(scenario.issues, leanings.axis).map {
      "\($0.id): \(Self.number($1, decimals: 2))"
    }
    let ids = scenario.delegations.map(\.id.text)
    let shifts = zip(ids, leanings.shifts).map { "\($0): \(Self.number($1, decimals: 1))" }
    let absences = zip(ids, leanings.absences).map { "\($0): \(Self.number($1, decimals: 3))" }
    let votes = leanings.decisions.map { "\"\(scenario.decisions[$0].id)\"" }
    return """
      # What recorded votes have moved, as `plenary calibrate \(scenario.id)` writes it: numbers of the model, how far each
      # delegation leans beyond its coded positions, in points along the axis, and chances of missing a vote. The numbers as
      # they were coded stand in scenario.yaml and delegations.csv; without this file the scenario is played with them.
      calibration:
        votes:
      \(Self.wrapped(votes, between: "[", and: "]"))
        model:
      \(Self.wrapped(numbers, between: "{", and: "}"))
        axis:
      \(Self.wrapped(axis, between: "{", and: "}"))
        shifts:
      \(Self.wrapped(shifts, between: "{", and: "}"))
        absences:
      \(Self.wrapped(absences, between: "{", and: "}"))

      """
  }

  private static func number(_ value: Double, decimals: Int) -> String {
    let size = Figures.decimal(value.magnitude, decimals: decimals)
    return value < 0 && size.contains { $0 != "0" && $0 != "." } ? "-\(size)" : size
  }

  /// Entries in lines of no more than 110 columns.
  private static func wrapped(_ entries: [String], between open: String, and close: String)
    -> String
  {
    var lines = [""]
    for (place, entry) in entries.enumerated() {
      let text = entry + (place + 1 < entries.count ? "," : "")
      let line = lines[lines.count - 1]
      if line.count + text.count > 100 {
        lines.append(text)
      } else {
        lines[lines.count - 1] = line.isEmpty ? text : "\(line) \(text)"
      }
    }
    return "    \(open) " + lines.joined(separator: "\n      ") + " \(close)"
  }
}
