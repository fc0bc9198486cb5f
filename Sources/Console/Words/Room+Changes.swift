import Drafting
import Negotiation
import Treaty

/// Changes of a clause, as they are typed.
extension Room {
  /// A change of one clause: its number, and a wording's name, a text in quotation marks, an edit of
  /// the words that stand, or `strike`.
  func change(from arguments: inout Arguments) throws(Complaint) -> Change {
    if arguments.rest.count > 1, let first = arguments.rest.first?.text.folded,
      ["clause", "article"].contains(first)
    {
      _ = arguments.next()
    }
    let clause = try names.clause(arguments.next("a clause"))
    guard !arguments.isEmpty else { throw .missingWording(clause, usage: arguments.usage) }
    return Change(clause: clause, provision: try provision(from: &arguments, of: clause))
  }

  /// How a clause would stand, from all that is left of a line.
  func provision(from arguments: inout Arguments, of clause: Int) throws(Complaint) -> Provision {
    let words = arguments.rest
    guard let edit = try EditWords.edit(words, usage: arguments.usage) else {
      // A wording's name may be typed with spaces for its hyphens.
      let joined = words.map(\.text).joined(separator: "-")
      let isListed = scenario.clauses[clause].wordings.contains { $0.id.text == joined.folded }
      let typed = try arguments.next("a wording")
      if isListed { while arguments.next() != nil {} }
      let provision = try names.provision(isListed ? joined : typed, of: clause)
      try arguments.end()
      return provision
    }
    while arguments.next() != nil {}
    let standing = self.words(of: session.text.provisions[clause], at: clause)
    if standing.isEmpty, !edit.isWhole { throw .noText(clause) }
    let text: String
    do throws(TextEdit.Problem) {
      text = try edit.applied(to: standing)
    } catch {
      throw .badEdit(error, clause, lines(instead: error, of: edit, at: clause))
    }
    // Words that are listed are that wording, whoever typed them.
    let listed = scenario.clauses[clause].wordings.first {
      Words(of: $0.text.plain) == Words(of: text)
    }
    if let listed { return .listed(listed.id) }
    return .worded(
      Reading(of: text, typed: edit.typed, in: scenario.clauses[clause], of: scenario)
    )
  }

  /// Lines that may have been meant by an edit that cannot be made.
  private func lines(instead problem: TextEdit.Problem, of edit: TextEdit, at clause: Int)
    -> [String]
  {
    let id = scenario.clauses[clause].id
    switch problem {
    case .severalTimes: return ["try \(id) \(edit.at(.number(1)).typed)"]
    case .notThere(_, let nearest):
      return nearest.map { ["try \(id) \(edit.finding($0).typed)"] } ?? []
    case .noSuchPlace: return ["try \(id) \(edit.at(.number(1)).typed)"]
    case .nothingChanges, .nothingLeft: return []
    }
  }
}

/// An edit as it is typed: `replace "shall"#1 with "may"`.
enum EditWords {
  private static let verbs = ["replace", "insert", "delete"]

  /// The edit that words ask for; nil where they name a wording.
  static func edit(_ words: [Arguments.Word], usage: String) throws(Complaint) -> TextEdit? {
    guard let first = words.first else { return nil }
    if first.isQuoted {
      if words.count > 1 { throw .surplus(words[1].text, usage: usage) }
      return .whole(first.text)
    }
    let verb = first.text.folded
    guard verbs.contains(verb) else { return nil }
    var rest = words.dropFirst()
    switch verb {
    case "replace":
      let (phrase, occurrence) = try phrase(from: &rest, before: ["with", "by"], usage: usage)
      let new = try closing(rest.dropFirst(), usage: usage)
      return .replace(phrase, occurrence, with: new)
    case "insert":
      let (new, _) = try phrase(from: &rest, before: ["after", "before"], usage: usage)
      let side: TextEdit.Side = rest.first?.text.folded == "before" ? .before : .after
      rest = rest.dropFirst()
      let (phrase, occurrence) = try phrase(from: &rest, before: [], usage: usage)
      return .insert(new, side, phrase, occurrence)
    default:
      let (phrase, occurrence) = try phrase(from: &rest, before: [], usage: usage)
      return .delete(phrase, occurrence)
    }
  }

  /// A phrase up to one of some words, or to the end, and which of its places is meant.
  private static func phrase(
    from rest: inout ArraySlice<Arguments.Word>,
    before ends: [String],
    usage: String
  ) throws(Complaint) -> (String, TextEdit.Occurrence) {
    var occurrence = TextEdit.Occurrence.only
    if let word = rest.first, !word.isQuoted, word.text.folded == "all", rest.count > 1 {
      occurrence = .all
      rest = rest.dropFirst()
    }
    var parts: [String] = []
    while let word = rest.first {
      if !word.isQuoted, ends.contains(word.text.folded), !parts.isEmpty { break }
      rest = rest.dropFirst()
      if !word.isQuoted, let number = number(afterHash: word.text), !parts.isEmpty {
        occurrence = .number(number)
        continue
      }
      let (text, number) = word.isQuoted ? (word.text, nil) : marked(word.text)
      if let number { occurrence = .number(number) }
      parts.append(text)
    }
    guard !parts.isEmpty else { throw .missing("a phrase", usage: usage) }
    if !ends.isEmpty, rest.isEmpty { throw .missing("`\(ends[0])`", usage: usage) }
    return (parts.joined(separator: " "), occurrence)
  }

  /// What follows `with`.
  private static func closing(
    _ rest: ArraySlice<Arguments.Word>,
    usage: String
  ) throws(Complaint) -> String {
    guard !rest.isEmpty else { throw .missing("what to put there", usage: usage) }
    return rest.map(\.text).joined(separator: " ")
  }

  private static func number(afterHash text: String) -> Int? {
    guard text.first == "#" else { return nil }
    return Int(text.dropFirst())
  }

  /// A word and the number that stands raised or after `#` at its end: `shall²`, `shall#2`.
  private static func marked(_ word: String) -> (String, Int?) {
    if let hash = word.lastIndex(of: "#"), hash > word.startIndex,
      let number = Int(word[word.index(after: hash)...])
    {
      return (String(word[..<hash]), number)
    }
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var text = word[...]
    var number = 0
    var place = 1
    while let last = text.last, let digit = digits.firstIndex(of: last), place < 1000 {
      number += digit * place
      place *= 10
      text = text.dropLast()
    }
    return place > 1 && !text.isEmpty ? (String(text), number) : (word, nil)
  }
}

extension TextEdit {
  /// Whether it needs no text to stand on.
  fileprivate var isWhole: Bool {
    if case .whole = self { return true }
    return false
  }

  /// The same edit at another of its places.
  fileprivate func at(_ occurrence: Occurrence) -> TextEdit {
    switch self {
    case .whole: self
    case .replace(let phrase, _, with: let new): .replace(phrase, occurrence, with: new)
    case .insert(let new, let side, let phrase, _): .insert(new, side, phrase, occurrence)
    case .delete(let phrase, _): .delete(phrase, occurrence)
    }
  }

  /// The same edit of another phrase.
  fileprivate func finding(_ other: String) -> TextEdit {
    switch self {
    case .whole: self
    case .replace(_, let occurrence, with: let new): .replace(other, occurrence, with: new)
    case .insert(let new, let side, _, let occurrence): .insert(new, side, other, occurrence)
    case .delete(_, let occurrence): .delete(other, occurrence)
    }
  }
}
