internal import Treaty
internal import Yams

/// Turns what Yams gives into values with places, with aliases followed and their cost counted.
struct YAMLTree {
  private let document: YAMLDocument
  private let part: Part
  private let canHoldRefused: Bool
  /// The tags that say no more than the place does.
  private static let plainTags = [Tag.Name.str, .seq, .map].map(\.rawValue)
  private var anchors: [String: (value: YAMLValue, size: Int)] = [:]

  /// The tree of a file; nothing if it cannot be had, which is a fault.
  static func read(_ text: SourceText, faults: inout FaultCollector) -> YAMLValue? {
    guard let document = YAMLDocument(text, faults: &faults) else { return nil }
    var tree = YAMLTree(document, text)
    let (value, size) = tree.value(of: document.root, faults: &faults)
    let limit = ScenarioReader.limits.aliasExpansion
    if document.hasStars, size > limit * max(text.bytes.count, 64) {
      faults.add(
        "The aliases of this file expand past \(limit) times its size.",
        at: .whole(text.part),
        remedy: "Write out what they repeat, or repeat less."
      )
      return nil
    }
    return value
  }

  private init(_ document: YAMLDocument, _ text: SourceText) {
    self.document = document
    part = text.part
    canHoldRefused = text.bytes.contains(SourceText.replacement[0])
  }

  /// A node as a value, with the bytes and nodes that it would take with all aliases written out.
  private mutating func value(
    of node: Node,
    faults: inout FaultCollector
  ) -> (value: YAMLValue, size: Int) {
    let result: (value: YAMLValue, size: Int)
    let anchor: Anchor?
    switch node {
    case .scalar(let scalar):
      if document.hasStars, scalar.string.unicodeScalars.first?.value == YAMLDocument.star,
        scalar.style == .plain
      {
        return alias(scalar, faults: &faults)
      }
      result = text(scalar, faults: &faults)
      anchor = document.hasStars ? scalar.anchor : nil
    case .sequence(let sequence):
      result = list(sequence, faults: &faults)
      anchor = document.hasStars ? sequence.anchor : nil
    case .mapping(let mapping):
      result = self.mapping(mapping, faults: &faults)
      anchor = document.hasStars ? mapping.anchor : nil
    case .alias(let alias):
      return (YAMLValue(content: .text("", isPlain: true), place: place(alias.mark)), 1)
    }
    if let anchor {
      anchors[anchor.rawValue] = result
    }
    return result
  }

  private func place(_ mark: Mark?) -> Place {
    Place(part: part, line: mark?.line ?? 0, column: mark?.column ?? 0)
  }

  private mutating func alias(
    _ scalar: Node.Scalar,
    faults: inout FaultCollector
  ) -> (value: YAMLValue, size: Int) {
    let name = String(document.original(scalar.string).dropFirst())
    if let target = anchors[name] { return target }
    faults.add(
      "The alias *\(shown(name)) stands for nothing.",
      at: place(scalar.mark),
      remedy: NearestName.find(name, among: anchors.count > 100 ? [] : anchors.keys.sorted()).map {
        "Did you mean *\($0)?"
      }
        ?? "Put the value in quotes if it is text; an alias needs an anchor before it."
    )
    return (YAMLValue(content: .text("\u{FFFD}", isPlain: true), place: place(scalar.mark)), 1)
  }

  private func text(
    _ scalar: Node.Scalar,
    faults: inout FaultCollector
  ) -> (value: YAMLValue, size: Int) {
    let text = document.original(scalar.string)
    let place = place(scalar.mark)
    check(scalar.tag, at: place, faults: &faults)
    if scalar.style == .doubleQuoted, !canHoldRefused,
      let found = text.unicodeScalars.first(where: { ForbiddenCharacter($0) != nil }),
      let kind = ForbiddenCharacter(found)
    {
      faults.add(
        "This text holds \(kind.name), \(found.code).",
        at: place,
        remedy: "Delete its escape."
      )
    }
    let isPlain = scalar.style == .plain || scalar.style == .any
    return (
      YAMLValue(content: .text(text, isPlain: isPlain), place: place), text.utf8.count + 1
    )
  }

  private mutating func list(
    _ sequence: Node.Sequence,
    faults: inout FaultCollector
  ) -> (value: YAMLValue, size: Int) {
    check(sequence.tag, at: place(sequence.mark), faults: &faults)
    var total = 1
    var values: [YAMLValue] = []
    values.reserveCapacity(sequence.count)
    for node in sequence {
      let (value, size) = value(of: node, faults: &faults)
      values.append(value)
      total = Self.sum(total, size)
    }
    return (YAMLValue(content: .list(values), place: place(sequence.mark)), total)
  }

  private mutating func mapping(
    _ mapping: Node.Mapping,
    faults: inout FaultCollector
  ) -> (value: YAMLValue, size: Int) {
    check(mapping.tag, at: place(mapping.mark), faults: &faults)
    var total = 1
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(mapping.count)
    for (key, node) in mapping {
      let (value, size) = value(of: node, faults: &faults)
      total = Self.sum(total, size)
      guard let name = self.key(key, faults: &faults) else { continue }
      total = Self.sum(total, name.text.utf8.count + 1)
      entries.append(YAMLEntry(key: name, value: value))
    }
    return (YAMLValue(content: .mapping(entries), place: place(mapping.mark)), total)
  }

  private func key(_ node: Node, faults: inout FaultCollector) -> Cell? {
    guard case .scalar(let scalar) = node else {
      faults.add("This key is no word.", at: place(node.mark), remedy: "A key is one word.")
      return nil
    }
    let isAlias =
      scalar.style == .plain && scalar.string.unicodeScalars.first?.value == YAMLDocument.star
    guard !isAlias else {
      faults.add(
        "An alias stands where a key is wanted.",
        at: place(scalar.mark),
        remedy: "Write the key out."
      )
      return nil
    }
    check(scalar.tag, at: place(scalar.mark), faults: &faults)
    return Cell(text: document.originalKey(scalar.string), place: place(scalar.mark))
  }

  /// Tags say of which type a value is, which this format never asks.
  private func check(_ tag: Tag, at place: Place, faults: inout FaultCollector) {
    let name = tag.rawValue
    guard !name.isEmpty, name != "!", !Self.plainTags.contains(name) else { return }
    let prefix = "tag:yaml.org,2002:"
    let written = name.hasPrefix(prefix) ? "!!" + name.dropFirst(prefix.utf8.count) : name
    faults.add(
      "The tag \(shown(written)) has no meaning here.",
      at: place,
      remedy: "Write the value alone."
    )
  }

  /// A sum that stays at the largest number instead of passing it.
  private static func sum(_ first: Int, _ second: Int) -> Int {
    let (total, isOver) = first.addingReportingOverflow(second)
    return isOver ? Int.max : total
  }
}
