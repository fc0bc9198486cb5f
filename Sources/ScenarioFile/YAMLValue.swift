/// A node of a YAML file as text, with its place and without aliases.
struct YAMLValue {
  /// What a node holds.
  enum Content {
    /// The text as written; plain text has no quotes.
    case text(String, isPlain: Bool)
    /// Several nodes in order.
    case list([YAMLValue])
    /// Named nodes in order.
    case mapping([YAMLEntry])
  }

  let content: Content
  let place: Place

  /// Whether nothing stands after the key.
  var isBlank: Bool {
    if case .text("", isPlain: true) = content { return true }
    return false
  }

  /// What was found, in words for a message.
  var description: String {
    switch content {
    case .text("", isPlain: true): "nothing"
    case .text(let text, _): "\"\(shown(text))\""
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A key of a mapping and what stands under it.
struct YAMLEntry {
  let key: Cell
  let value: YAMLValue
}
