/// A text cut into words, with punctuation as words of its own.
public struct Words: Sendable, Equatable {
  /// The words in reading order.
  public let words: [String]

  /// Cuts a text at white space and around the punctuation that closes or opens a word.
  public init(of text: String) {
    words = text.split(whereSeparator: \.isWhitespace).flatMap { Words.pieces(of: $0) }
  }

  /// Joins words to a text: one space between two, none before what closes or after what opens.
  public static func join(_ words: [String]) -> String {
    var text = ""
    for word in words {
      let closes = word.first.map { closing.contains($0) } ?? false
      let afterOpening = text.last.map { opening.contains($0) } ?? true
      if !closes, !afterOpening { text += " " }
      text += word
    }
    return text
  }

  /// Where a phrase stands, as offsets in `words`, letter case aside; overlapping places count once.
  public func places(of phrase: String) -> [Int] {
    let sought = Words(of: phrase).words.map { $0.lowercased() }
    guard !sought.isEmpty, sought.count <= words.count else { return [] }
    let folded = words.map { $0.lowercased() }
    var places: [Int] = []
    var index = 0
    while index + sought.count <= folded.count {
      if folded[index..<(index + sought.count)].elementsEqual(sought) {
        places.append(index)
        index += sought.count
      } else {
        index += 1
      }
    }
    return places
  }

  private static let closing: Set<Character> = [",", ".", ";", ":", ")", "]", "?", "!", "”"]
  private static let opening: Set<Character> = ["(", "[", "“"]

  private static func pieces(of chunk: Substring) -> [String] {
    var rest = chunk
    var before: [String] = []
    while let first = rest.first, opening.contains(first), rest.count > 1 {
      before.append(String(first))
      rest = rest.dropFirst()
    }
    var after: [String] = []
    while let last = rest.last, closing.contains(last), rest.count > 1 {
      after.insert(String(last), at: 0)
      rest = rest.dropLast()
    }
    return before + [String(rest)] + after
  }
}
