internal import Treaty

/// The keys of a mapping that the format knows, with what stands under them.
struct YAMLFields {
  /// What the mapping describes, for messages: `an issue`.
  let subject: String
  /// Where the mapping stands.
  let place: Place
  private let entries: [YAMLEntry]

  init(subject: String, place: Place, entries: [YAMLEntry]) {
    self.subject = subject
    self.place = place
    self.entries = entries
  }

  /// What stands under a key; an optional key with nothing after it counts as left out.
  subscript(key: String) -> YAMLValue? { entry(key)?.value }

  /// A key with what stands under it.
  func entry(_ key: String) -> YAMLEntry? {
    entries.first { $0.key.text == key }
  }
}

extension FaultCollector {
  /// The known keys of a mapping, where another kind of value, a missing, an unknown or a second key
  /// is a fault.
  mutating func fields(
    of value: YAMLValue,
    as subject: String,
    required: [String],
    optional: [String] = []
  ) -> YAMLFields? {
    guard let entries = entries(of: value, as: subject) else { return nil }
    let known = required + optional
    let given = Set(entries.map(\.key.text))
    var accepted: [YAMLEntry] = []
    for entry in entries {
      guard !known.contains(entry.key.text) else {
        if !entry.value.isBlank || required.contains(entry.key.text) { accepted.append(entry) }
        continue
      }
      let nearest = isFull ? nil : NearestName.find(entry.key.text, among: known)
      add(
        "The key \(shown(entry.key.text)) has no meaning in \(subject).",
        at: entry.key.place,
        remedy: nearest.map { "Did you mean \($0)?" }
          ?? "The keys are \(known.joined(separator: ", "))."
      )
      if let nearest, !given.contains(nearest) {
        accepted.append(
          YAMLEntry(key: Cell(text: nearest, place: entry.key.place), value: entry.value)
        )
      }
    }
    for key in required where !accepted.contains(where: { $0.key.text == key }) {
      add("The key \(key) is missing in \(subject).", at: value.place)
    }
    return YAMLFields(subject: subject, place: value.place, entries: accepted)
  }

  /// The entries of a mapping with names of the author's, where another kind of value or a second
  /// entry of the same name is a fault.
  mutating func entries(of value: YAMLValue, as subject: String) -> [YAMLEntry]? {
    guard case .mapping(let entries) = value.content else {
      add(
        "Here stands \(value.description), and \(subject) is a mapping.",
        at: value.place,
        remedy: "Write key: value, one to a line."
      )
      return nil
    }
    var lines: [String: Int] = [:]
    return entries.filter { entry in
      if let line = lines[entry.key.text] {
        add(
          "The key \(shown(entry.key.text)) occurs a second time in \(subject).",
          at: entry.key.place,
          remedy: "The first stands on line \(line); keep one of them."
        )
        return false
      }
      lines[entry.key.text] = entry.key.place.line
      return true
    }
  }

  /// The entries of a list, where another kind of value is a fault.
  mutating func list(_ value: YAMLValue, as subject: String) -> [YAMLValue]? {
    guard case .list(let values) = value.content else {
      add(
        "Here stands \(value.description), and \(subject) is a list.",
        at: value.place,
        remedy: "Put a hyphen before each entry, or brackets around them."
      )
      return nil
    }
    return values
  }

  /// The text of a scalar, where a list or a mapping is a fault.
  mutating func cell(_ value: YAMLValue, as subject: String) -> Cell? {
    guard case .text(let text, _) = value.content else {
      add("Here stands \(value.description), and \(subject) is a single value.", at: value.place)
      return nil
    }
    return Cell(text: text.trimmed, place: value.place)
  }
}
