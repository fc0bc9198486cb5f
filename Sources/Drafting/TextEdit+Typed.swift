extension TextEdit {
  /// How it is typed: `replace "shall"#1 with "may"`.
  public var typed: String {
    switch self {
    case .whole(let text): "\"\(TextEdit.escaped(text))\""
    case .replace(let phrase, let occurrence, with: let new):
      "replace \(occurrence.typed(with: phrase)) with \"\(TextEdit.escaped(new))\""
    case .insert(let new, let side, let phrase, let occurrence):
      "insert \"\(TextEdit.escaped(new))\" \(side == .after ? "after" : "before") "
        + occurrence.typed(with: phrase)
    case .delete(let phrase, let occurrence): "delete \(occurrence.typed(with: phrase))"
    }
  }

  fileprivate static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.plain {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

extension TextEdit.Occurrence {
  fileprivate func typed(with phrase: String) -> String {
    let quoted = "\"\(TextEdit.escaped(phrase))\""
    return switch self {
    case .only: quoted
    case .number(let number): "\(quoted)#\(number)"
    case .all: "all \(quoted)"
    }
  }
}
