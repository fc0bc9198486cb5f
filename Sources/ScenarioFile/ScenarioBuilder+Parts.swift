extension ScenarioBuilder {
  private static let required = ["plenary", "id", "title", "body", "issues", "drafts"]
  private static let optional = [
    "summary", "model", "uncertainty", "rounds", "opening", "firstMove", "fallback", "blocs",
    "redLines", "urgency", "afterwards",
    "articles", "delegations", "observers", "principles", "events", "history", "lexicon",
  ]

  /// The version of the format that is read here.
  private static let version = "1"

  /// The parts of the scenario, each from its file or inline; nothing if there is no point in
  /// reading on.
  mutating func parts(of files: [SourceFile]) -> Parts? {
    var texts: [Part: SourceText] = [:]
    var given: Set<Part> = []
    for part in Part.named {
      guard let file = files.first(where: { $0.path == part.path }) else { continue }
      given.insert(part)
      texts[part] = faults.text(of: file, as: part)
    }
    guard given.contains(.scenario) else {
      faults.add(
        "There is no \(Part.scenario.path).",
        at: .whole(.scenario),
        remedy: "It gives title, body, issues and drafts; every scenario has one."
      )
      return nil
    }
    var parts = Parts()
    if let text = texts[.scenario], let tree = YAMLTree.read(text, faults: &faults) {
      guard isOfKnownVersion(tree) else { return nil }
      parts.scenario = faults.fields(
        of: tree,
        as: "the scenario",
        required: Self.required,
        optional: Self.optional
      )
    }
    tables = files.filter { $0.path.hasPrefix(ScenarioReader.tables + "/") }
    briefs = files.filter { $0.path.hasPrefix(ScenarioReader.briefs + "/") }
    let inline = inlineParts(parts.scenario, given: given)
    parts.articles = inline[.articles] ?? list(in: texts[.articles])
    parts.observers = inline[.observers] ?? list(in: texts[.observers])
    parts.principles = inline[.principles] ?? list(in: texts[.principles])
    parts.events = inline[.events] ?? list(in: texts[.events])
    parts.history = inline[.history] ?? list(in: texts[.history])
    parts.calibration = list(in: texts[.calibration])
    // What scenarios share counts only where one brings nothing of its own.
    parts.lexicon =
      inline[.lexicon] ?? list(in: texts[.lexicon])
      ?? (given.contains(.lexicon) ? nil : list(in: texts[.sharedLexicon]))
    if let table = inline[.delegations] {
      parts.delegations = faults.delegationTable(table)
    } else if let text = texts[.delegations] {
      parts.delegations = faults.delegationTable(text)
    }
    return parts
  }

  private mutating func isOfKnownVersion(_ tree: YAMLValue) -> Bool {
    guard case .mapping(let entries) = tree.content,
      let version = entries.first(where: { $0.key.text == "plenary" })?.value,
      case .text(let text, _) = version.content, text != Self.version
    else { return true }
    faults.add(
      "The version of the format is \(version.description).",
      at: version.place,
      remedy: "This program reads version \(Self.version)."
    )
    return false
  }

  /// The parts that stand in `scenario.yaml`, where one that is also a file and one that is missing
  /// is a fault.
  private mutating func inlineParts(_ root: YAMLFields?, given: Set<Part>) -> [Part: YAMLValue] {
    guard let root else { return [:] }
    var inline: [Part: YAMLValue] = [:]
    let parts: [Part] = [
      .articles, .delegations, .observers, .principles, .events, .history, .lexicon,
    ]
    for part in parts {
      guard let entry = root.entry(part.key) else {
        if !given.contains(part), part == .articles || part == .delegations { addMissing(part) }
        continue
      }
      if case .text = entry.value.content {
        addPath(entry, of: part)
      } else if given.contains(part) {
        faults.add(
          "The \(part.key) \(part == .history || part == .lexicon ? "stands" : "stand") here and in \(part.path).",
          at: entry.key.place,
          remedy: "Keep one of the two."
        )
      } else {
        inline[part] = entry.value
      }
    }
    return inline
  }

  private mutating func addMissing(_ part: Part) {
    faults.add(
      "There are no \(part.key).",
      at: .whole(.scenario),
      remedy: "Add \(part.path), or the list \(part.key) to \(Part.scenario.path)."
    )
  }

  /// Notes that a part is given as a path, which would let a scenario reach for any file.
  private mutating func addPath(_ entry: YAMLEntry, of part: Part) {
    guard case .text(let path, _) = entry.value.content else { return }
    let leadsOut =
      path.utf8.first == UInt8(ascii: "/") || path.utf8.contains(UInt8(ascii: "\\"))
      || path.split(separator: "/").contains("..")
    faults.add(
      leadsOut
        ? "The path \"\(shown(path))\" leads out of the folder."
        : "Here stands \"\(shown(path))\" instead of the \(part.key).",
      at: entry.value.place,
      remedy: "Put the \(part.key) into \(part.path) beside this file and leave this line out."
    )
  }

  /// The list that is all a file of its own holds.
  private mutating func list(in text: SourceText?) -> YAMLValue? {
    guard let text, let tree = YAMLTree.read(text, faults: &faults) else { return nil }
    if case .list = tree.content {
      faults.add(
        "The file begins with a list.",
        at: tree.place,
        remedy: "Write \(text.part.listKey): on a line above it."
      )
      return tree
    }
    return faults.fields(of: tree, as: text.part.path, required: [text.part.listKey])?[
      text.part.listKey
    ]
  }
}
