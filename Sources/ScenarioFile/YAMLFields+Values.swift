extension FaultCollector {
  /// A number under a key; nothing if the key is left out.
  mutating func number(_ value: YAMLValue?, as subject: String, _ bounds: Bounds) -> Double? {
    guard let value, let cell = cell(value, as: subject) else { return nil }
    return number(cell, as: subject, bounds)
  }

  /// A whole number under a key; nothing if the key is left out.
  mutating func whole(_ value: YAMLValue?, as subject: String, _ bounds: Bounds) -> Int? {
    guard let value, let cell = cell(value, as: subject) else { return nil }
    return whole(cell, as: subject, bounds)
  }

  /// `true` or `false` under a key; nothing if the key is left out.
  mutating func flag(_ value: YAMLValue?, as subject: String) -> Bool? {
    guard let value, let cell = cell(value, as: subject) else { return nil }
    return flag(cell, as: subject)
  }

  /// One of the words that a type knows; nothing if the key is left out.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: YAMLValue?,
    as subject: String
  ) -> Choice? where Choice.RawValue == String {
    guard let value, let cell = cell(value, as: subject) else { return nil }
    return choice(cell, as: subject)
  }

  /// Text on one line under a key; empty if the key is left out.
  mutating func line(_ value: YAMLValue?, as subject: String) -> String {
    guard let value, let cell = cell(value, as: subject) else { return "" }
    return line(cell, as: subject) ?? ""
  }

  /// Text under a key; empty if the key is left out.
  mutating func prose(_ value: YAMLValue?, as subject: String) -> String {
    guard let value, let cell = cell(value, as: subject) else { return "" }
    return prose(cell, as: subject) ?? ""
  }

  /// A name of the author's under a key; nothing if there is none, which is a fault if it is empty.
  mutating func name(_ value: YAMLValue?, as subject: String, _ style: NameStyle) -> Cell? {
    guard let value, let cell = cell(value, as: subject) else { return nil }
    checkName(cell, as: subject, style)
    return cell.text.isEmpty ? nil : cell
  }
}
