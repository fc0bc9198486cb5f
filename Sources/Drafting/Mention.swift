import Treaty

/// A place in a text where a cue of the lexicon stands.
struct Mention: Equatable {
  /// The cue, as a place in `Lexicon.cues`.
  let cue: Int
  /// Its words, as places in `Words.words`.
  let words: Range<Int>
  /// What the part of the sentence around it does.
  let role: Clause.Kind
  /// Whether a “not” or “no” turns it round.
  let isNegated: Bool
}

/// A text looked through for cues: the longest phrase counts, and no word is read twice.
struct Mentions {
  let words: [String]
  let all: [Mention]

  init(in text: Words, of kind: Clause.Kind, by lexicon: Lexicon) {
    let words = text.words
    let folded = words.map { $0.lowercased() }
    let parts = Mentions.parts(of: folded)
    var markers: [(role: Clause.Kind, words: Range<Int>)] = []
    // A power and its safeguard may share a sentence; an offence that names an intrusion grants none.
    let isMixed = [.power, .safeguard, .cooperation].contains(kind)
    for marker in isMixed ? lexicon.markers : [] {
      for start in folded.indices {
        if let end = marker.phrase.end(in: folded, from: start) {
          markers.append((marker.role, start..<end))
        }
      }
    }
    var found: [Mention] = []
    var place = 0
    while place < folded.count {
      var best: (cue: Int, end: Int)?
      for entry in lexicon.entries(beginning: folded[place]) {
        let phrase = lexicon.cues[entry.cue].phrases[entry.phrase]
        if let end = phrase.end(in: folded, from: place), end > best?.end ?? place {
          best = (entry.cue, end)
        }
      }
      guard let best else {
        place += 1
        continue
      }
      let range = place..<best.end
      found.append(
        Mention(
          cue: best.cue,
          words: range,
          role: Mentions.role(of: range, among: markers, in: parts, default: kind),
          isNegated: Mentions.isNegated(range, in: folded, within: parts)
        )
      )
      place = best.end
    }
    self.words = words
    all = found
  }

  /// What the nearest marker in the same part of the sentence shows, else what the clause does.
  private static func role(
    of range: Range<Int>,
    among markers: [(role: Clause.Kind, words: Range<Int>)],
    in parts: [Range<Int>],
    default kind: Clause.Kind
  ) -> Clause.Kind {
    guard let part = parts.first(where: { $0.contains(range.lowerBound) }) else { return kind }
    var best: (distance: Int, role: Clause.Kind)?
    for marker in markers where part.overlaps(marker.words) {
      let distance =
        marker.words.overlaps(range)
        ? 0
        : marker.words.lowerBound >= range.upperBound
          ? marker.words.lowerBound - range.upperBound
          // What follows a verb of duty is what it binds; what went before counts for less.
          : 2 * (range.lowerBound - marker.words.upperBound + 1)
      if distance < best?.distance ?? Int.max { best = (distance, marker.role) }
    }
    return best?.role ?? kind
  }

  /// Whether one of the three words before it in the same part says no.
  private static func isNegated(
    _ range: Range<Int>,
    in words: [String],
    within parts: [Range<Int>]
  ) -> Bool {
    guard let part = parts.first(where: { $0.contains(range.lowerBound) }) else { return false }
    let start = max(part.lowerBound, range.lowerBound - 3)
    return words[start..<range.lowerBound].contains { negations.contains($0) }
  }

  private static let negations: Set<String> = ["not", "no", "without", "nor", "never"]

  /// The parts of sentences: what full stops, semicolons and provisos divide.
  private static func parts(of words: [String]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for place in words.indices {
      let isEnd = words[place] == "." || words[place] == ";"
      let isProviso =
        words[place] == "unless"
        || words[place] == "provided" && place + 1 < words.count && words[place + 1] == "that"
      if isEnd || isProviso, place > start {
        parts.append(start..<place)
        start = place
      }
    }
    if start < words.count { parts.append(start..<words.count) }
    return parts
  }
}

extension CuePhrase {
  /// Where the phrase ends if it begins at a place; nil if it does not stand there.
  func end(in words: [String], from start: Int) -> Int? {
    match(elements[...], in: words, from: start)
  }

  private func match(_ rest: ArraySlice<Element>, in words: [String], from place: Int) -> Int? {
    guard let first = rest.first else { return place }
    switch first {
    case .word(let alternatives):
      guard place < words.count, alternatives.contains(words[place]) else { return nil }
      return match(rest.dropFirst(), in: words, from: place + 1)
    case .gap:
      for length in 0...CuePhrase.longestGap where place + length <= words.count {
        if length > 0, [".", ";"].contains(words[place + length - 1]) { return nil }
        if let end = match(rest.dropFirst(), in: words, from: place + length) { return end }
      }
      return nil
    }
  }

  private static let longestGap = 6
}
