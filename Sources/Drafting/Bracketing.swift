/// A text with what is proposed for it, as treaty rooms show it: `Each State [shall][may: IND, EGY] ensure`.
public struct Bracketing: Sendable, Equatable {
  /// A stretch of the text.
  public enum Part: Sendable, Equatable {
    /// Words that nobody proposes to change.
    case agreed(String)
    /// What stands, and what is proposed in its place by whom; empty words are no text.
    case bracketed(String, alternatives: [Alternative])
  }

  /// Words proposed in the place of others.
  public struct Alternative: Sendable, Equatable {
    /// The words; empty where they would go.
    public let text: String
    /// Who stands behind them, as given.
    public internal(set) var backers: [String]

    /// Describes an alternative.
    public init(text: String, backers: [String]) {
      self.text = text
      self.backers = backers
    }
  }

  /// The stretches in reading order.
  public let parts: [Part]

  /// Puts whole texts that are proposed for a clause into brackets where they differ from what stands.
  public init(of base: String, alternatives: [Alternative]) {
    let words = Words(of: base).words
    let hunks = alternatives.map { Bracketing.hunks(from: base, to: $0.text) }
    var parts: [Part] = []
    var place = 0
    for range in Bracketing.merged(hunks.flatMap { $0.map(\.range) }) {
      if place < range.lowerBound {
        parts.append(.agreed(Words.join(Array(words[place..<range.lowerBound]))))
      }
      var proposed: [Alternative] = []
      for (hunks, alternative) in zip(hunks, alternatives) {
        let inside = hunks.filter {
          range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
        }
        // Who proposes nothing here wants what stands.
        guard !inside.isEmpty else { continue }
        let text = Bracketing.text(of: words, in: range, changedBy: inside)
        if let same = proposed.firstIndex(where: { $0.text == text }) {
          proposed[same].backers += alternative.backers
        } else {
          proposed.append(Alternative(text: text, backers: alternative.backers))
        }
      }
      parts.append(.bracketed(Words.join(Array(words[range])), alternatives: proposed))
      place = range.upperBound
    }
    if place < words.count { parts.append(.agreed(Words.join(Array(words[place...])))) }
    self.parts = parts
  }

  /// Words of a text that others take the place of.
  private struct Hunk {
    var range: Range<Int>
    var words: [String]
  }

  private static func hunks(from base: String, to other: String) -> [Hunk] {
    var hunks: [Hunk] = []
    var place = 0
    var isOpen = false
    for run in Redline(from: base, to: other).runs {
      switch run {
      case .kept(let text):
        place += Words(of: text).words.count
        isOpen = false
      case .deleted(let text):
        let count = Words(of: text).words.count
        hunks.append(Hunk(range: place..<(place + count), words: []))
        place += count
        isOpen = true
      case .inserted(let text):
        if !isOpen { hunks.append(Hunk(range: place..<place, words: [])) }
        hunks[hunks.count - 1].words += Words(of: text).words
        isOpen = true
      }
    }
    return hunks
  }

  /// Ranges without overlap that hold all of some ranges.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return sorted.reduce(into: []) { merged, range in
      if let last = merged.last,
        range.lowerBound < last.upperBound || range.lowerBound == last.lowerBound
      {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  private static func text(of words: [String], in range: Range<Int>, changedBy hunks: [Hunk])
    -> String
  {
    var changed: [String] = []
    var place = range.lowerBound
    for hunk in hunks {
      changed += words[place..<hunk.range.lowerBound] + hunk.words
      place = hunk.range.upperBound
    }
    return Words.join(changed + words[place..<range.upperBound])
  }
}
