internal import Treaty

extension ScenarioBuilder {
  /// The confidential instructions, each from a file of its own: conditions between two lines of three hyphens, then a letter.
  mutating func readBriefs(_ files: [SourceFile], observers: [Observer]) -> [Brief] {
    files.sorted { $0.path < $1.path }.compactMap { readBrief($0, observers: observers) }
  }

  private mutating func readBrief(_ file: SourceFile, observers: [Observer]) -> Brief? {
    let part = Part.brief(file.path)
    guard let text = faults.text(of: file, as: part) else { return nil }
    let bytes = text.bytes.filter { $0 != UInt8(ascii: "\r") }
    guard let (head, letter) = Self.cut(bytes) else {
      faults.add(
        "The instructions do not begin with a block between two lines of three hyphens.",
        at: .whole(part),
        remedy: "Open with ---, the conditions, and --- again; the letter follows."
      )
      return nil
    }
    guard let tree = YAMLTree.read(SourceText(part: part, bytes: head), faults: &faults),
      let fields = faults.fields(
        of: tree,
        as: "the instructions",
        required: [],
        optional: ["delegation", "observer"] + Brief.Force.allCases.map(\.rawValue)
      )
    else { return nil }
    let instructions = Brief.Force.allCases.flatMap { force in
      readInstructions(fields[force.rawValue], force: force)
    }
    guard let holder = readHolder(fields, observers: observers) else { return nil }
    return Brief(holder: holder, instructions: instructions, letter: letter)
  }

  /// What stands between two lines of three hyphens, with an empty line in place of the first so that lines keep their
  /// numbers, and what follows; nil where there are no two such lines.
  private static func cut(_ bytes: [UInt8]) -> (head: [UInt8], letter: String)? {
    let fence = Array("---\n".utf8)
    guard bytes.starts(with: fence) else { return nil }
    let closing = Array("\n---\n".utf8)
    let places = bytes.indices.dropLast(closing.count - 1).dropFirst(fence.count - 1)
    guard
      let end = places.first(where: { bytes[$0..<($0 + closing.count)].elementsEqual(closing) })
    else { return nil }
    let head = Array("\n".utf8) + bytes[fence.count...end]
    let letter = String(decoding: bytes[(end + closing.count)...], as: UTF8.self).trimmed
    return (head, letter)
  }

  private mutating func readHolder(
    _ fields: YAMLFields,
    observers: [Observer]
  ) -> Brief.Holder? {
    if let value = fields["delegation"], fields["observer"] == nil {
      guard let cell = faults.cell(value, as: "the delegation"),
        faults.find(cell, in: delegationNames) != nil, faults.declare(cell, in: &briefNames)
      else { return nil }
      return .delegation(Delegation.ID(cell.text))
    }
    if let value = fields["observer"], fields["delegation"] == nil {
      guard let cell = faults.cell(value, as: "the observer"),
        faults.find(cell, in: observerNames) != nil, faults.declare(cell, in: &briefNames)
      else { return nil }
      return .observer(Observer.ID(cell.text))
    }
    faults.add(
      "The instructions do not say whose they are.",
      at: fields.place,
      remedy: "Give either delegation or observer."
    )
    return nil
  }

  private mutating func readInstructions(
    _ value: YAMLValue?,
    force: Brief.Force
  ) -> [Brief.Instruction] {
    guard let value, let values = faults.list(value, as: "the list \(force.rawValue)") else {
      return []
    }
    return values.compactMap { value in
      guard
        let fields = faults.fields(
          of: value,
          as: "an instruction",
          required: ["wants", "where"]
        )
      else { return nil }
      return Brief.Instruction(
        force: force,
        matter: faults.line(fields["wants"], as: "what is wanted"),
        conditions: readConditions(fields["where"], as: "where")
      )
    }
  }
}
