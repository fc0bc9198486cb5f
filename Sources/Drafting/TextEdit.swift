/// An edit of a text by its words.
public enum TextEdit: Sendable, Equatable {
  /// Which of the places is meant where a phrase stands more than once.
  public enum Occurrence: Sendable, Equatable {
    /// The only one.
    case only
    /// One of them, counted from 1.
    case number(Int)
    /// Each of them.
    case all
  }

  /// Where something is put.
  public enum Side: Sendable, Equatable {
    case before
    case after
  }

  /// Another text in place of the whole.
  case whole(String)
  /// A phrase in place of another.
  case replace(String, Occurrence, with: String)
  /// A phrase put beside another.
  case insert(String, Side, String, Occurrence)
  /// A phrase taken out.
  case delete(String, Occurrence)

  /// Why an edit cannot be made.
  public enum Problem: Error, Sendable, Equatable {
    /// The phrase does not stand in the text; this comes nearest, if anything does.
    case notThere(String, nearest: String?)
    /// The phrase stands so often; each place with the words around it.
    case severalTimes(String, [String])
    /// There are only so many places.
    case noSuchPlace(String, Int, of: Int)
    /// The text would be the same.
    case nothingChanges
    /// Nothing would be left.
    case nothingLeft
  }
}

extension TextEdit {
  /// The text with the edit made: words parted by single spaces.
  public func applied(to text: String) throws(Problem) -> String {
    let old = Words(of: text.plain)
    var words = old.words
    switch self {
    case .whole(let new):
      words = Words(of: new.plain).words
    case .replace(let phrase, let occurrence, let new):
      let inserted = Words(of: new.plain).words
      for place in try old.places(of: phrase, occurrence).reversed() {
        words.replaceSubrange(place, with: Words.fitting(inserted, at: place.lowerBound, in: words))
      }
    case .insert(let new, let side, let phrase, let occurrence):
      let inserted = Words(of: new.plain).words
      for place in try old.places(of: phrase, occurrence).reversed() {
        let point = side == .before ? place.lowerBound : place.upperBound
        words.insert(contentsOf: inserted, at: point)
      }
    case .delete(let phrase, let occurrence):
      for place in try old.places(of: phrase, occurrence).reversed() {
        words.removeSubrange(place)
      }
    }
    words = Words.tidied(words)
    guard words.contains(where: { $0.contains(where: { $0.isLetter || $0.isNumber }) }) else {
      throw .nothingLeft
    }
    guard words != Words.tidied(old.words) else { throw .nothingChanges }
    return Words.join(words)
  }
}

extension Words {
  /// The places that an edit means.
  fileprivate func places(
    of phrase: String,
    _ occurrence: TextEdit.Occurrence
  ) throws(TextEdit.Problem) -> [Range<Int>] {
    let length = Words(of: phrase.plain).words.count
    let starts = places(of: phrase.plain)
    guard !starts.isEmpty else { throw .notThere(phrase, nearest: nearest(to: phrase.plain)) }
    let ranges = starts.map { $0..<($0 + length) }
    switch occurrence {
    case .all: return ranges
    case .only:
      guard ranges.count == 1 else {
        throw .severalTimes(phrase, ranges.map { surroundings(of: $0) })
      }
      return ranges
    case .number(let number):
      guard ranges.indices.contains(number - 1) else {
        throw .noSuchPlace(phrase, number, of: ranges.count)
      }
      return [ranges[number - 1]]
    }
  }

  /// A place with three words on either side.
  private func surroundings(of place: Range<Int>) -> String {
    let start = max(0, place.lowerBound - 3)
    let end = min(words.count, place.upperBound + 3)
    let before = start > 0 ? "… " : ""
    let after = end < words.count ? " …" : ""
    return before + Words.join(Array(words[start..<end])) + after
  }

  /// The run of as many words that has most letters in common with a phrase, if half of them are.
  private func nearest(to phrase: String) -> String? {
    let sought = Words(of: phrase).words.map { $0.lowercased() }
    guard !sought.isEmpty, sought.count <= words.count else { return nil }
    var best: (score: Int, start: Int)?
    let whole = sought.joined(separator: " ")
    for start in 0...(words.count - sought.count) {
      let run = words[start..<(start + sought.count)].map { $0.lowercased() }.joined(separator: " ")
      let distance = Words.distance(Array(whole), Array(run))
      if distance < best?.score ?? Int.max { best = (distance, start) }
    }
    guard let best, 2 * best.score <= whole.count else { return nil }
    return Words.join(Array(words[best.start..<(best.start + sought.count)]))
  }

  /// How many letters have to be changed, added or taken to make one text of another.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// What takes the place of a word begins as it did: a capital stays one.
  fileprivate static func fitting(_ inserted: [String], at place: Int, in words: [String])
    -> [String]
  {
    guard let old = words[place].first, let first = inserted.first, let letter = first.first,
      old.isUppercase, letter.isLowercase, place == 0 || words[place - 1] == "."
    else { return inserted }
    return [letter.uppercased() + first.dropFirst()] + inserted.dropFirst()
  }

  /// Words without punctuation that an edit has left over, and with a capital at the start.
  fileprivate static func tidied(_ words: [String]) -> [String] {
    var tidy: [String] = []
    for word in words {
      let isPause = word == "," || word == ";" || word == ":"
      if isPause || word == "." {
        guard let last = tidy.last else { continue }
        if last == "," || last == ";" || last == ":" { tidy.removeLast() }
        if tidy.last == word { continue }
        if tidy.isEmpty { continue }
      }
      tidy.append(word)
    }
    for place in tidy.indices.dropFirst() where tidy[place - 1] == "." {
      guard let letter = tidy[place].first, letter.isLowercase else { continue }
      tidy[place] = letter.uppercased() + tidy[place].dropFirst()
    }
    if let first = tidy.first, let letter = first.first, letter.isLowercase {
      tidy[0] = letter.uppercased() + first.dropFirst()
    }
    return tidy
  }
}

extension String {
  /// The text with quotation marks, hyphens and spaces in their plain forms.
  public var plain: String {
    // Most texts are plain already.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x80 }) { return self }
    var result = ""
    for character in self {
      switch character {
      case "“", "”", "„", "«", "»": result.append("\"")
      case "’", "‘", "‚": result.append("'")
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": result.append("-")
      case "\u{A0}", "\u{202F}", "\u{2009}", "\n", "\r", "\r\n", "\t": result.append(" ")
      default: result.append(character)
      }
    }
    return result
  }
}
