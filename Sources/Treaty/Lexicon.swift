/// The drafting words that move a text on the issues, with what each does.
public struct Lexicon: Sendable, Equatable {
  /// The cues, in the order of the file.
  public let cues: [Cue]
  /// Phrases that show what the part of a sentence around them does, whatever the kind of its clause.
  public let markers: [Marker]

  /// Takes cues and markers.
  public init(_ cues: [Cue], markers: [Marker] = []) {
    self.cues = cues
    self.markers = markers
    for (cue, phrases) in cues.map(\.phrases).enumerated() {
      for (number, phrase) in phrases.enumerated() {
        let entry = Entry(cue: cue, phrase: number)
        switch phrase.elements.first {
        case .word(let words): for word in words { byFirstWord[word, default: []].append(entry) }
        case .gap: byGap.append(entry)
        case nil: break
        }
      }
    }
  }

  /// A phrase of a cue, as places in `cues` and `Cue.phrases`.
  public struct Entry: Sendable, Equatable {
    /// The cue.
    public let cue: Int
    /// The phrase.
    public let phrase: Int
  }

  private var byFirstWord: [String: [Entry]] = [:]
  private var byGap: [Entry] = []

  /// The phrases that may begin with a word, in the order of the file.
  public func entries(beginning word: String) -> [Entry] {
    let own = byFirstWord[word] ?? []
    guard !byGap.isEmpty else { return own }
    return (own + byGap).sorted { ($0.cue, $0.phrase) < ($1.cue, $1.phrase) }
  }

  /// A lexicon that knows nothing.
  public static let empty = Lexicon([])

  /// A phrase that shows what the part of a sentence around it does: “empower” grants a power.
  public struct Marker: Sendable, Equatable {
    /// What it shows.
    public let role: Clause.Kind
    /// The phrase.
    public let phrase: CuePhrase

    /// Describes a marker.
    public init(role: Clause.Kind, phrase: CuePhrase) {
      self.role = role
      self.phrase = phrase
    }
  }
}

/// A phrase to be found in a text, word by word, letter case aside.
public struct CuePhrase: Sendable, Equatable {
  /// One place of the phrase.
  public enum Element: Sendable, Equatable {
    /// One of some words.
    case word([String])
    /// Up to six words of any kind within the sentence, written `…`.
    case gap
  }

  /// The places.
  public let elements: [Element]

  /// Reads a phrase as it is written in a lexicon: `in accordance with its/their domestic law`.
  public init(_ written: String) {
    elements = written.split(separator: " ").map { word in
      word == "…" || word == "..."
        ? .gap : .word(word.split(separator: "/").map { $0.lowercased() })
    }
  }
}

/// A phrase that drafters use, with its effect on the issues by what the sentence around it does.
public struct Cue: Sendable, Equatable, Identifiable {
  /// The name of a cue, `may`.
  public typealias ID = Identifier<Cue>

  /// How a cue acts.
  public enum Action: Sendable, Equatable {
    /// It closes a share of the distance to a pole, once for each place where it stands.
    case pull([Pull])
    /// It sets a level on an issue, such as which offences are covered; the highest in the text counts.
    case level(of: String, issues: [Issue.ID], Double)
    /// It has no effect, and keeps shorter cues from being read into it: “as may be necessary”.
    case neutral
  }

  /// A pull towards a pole of an issue.
  public struct Pull: Sendable, Equatable {
    /// What the sentence does in which the cue stands: the kinds of clause to which this applies.
    public let roles: [Clause.Kind]
    /// The issue.
    public let issue: Issue.ID
    /// 0 or 100.
    public let pole: Double
    /// Share of the distance that the cue closes, 0..<1.
    public let share: Double
    /// The smallest share that is as plausible.
    public let low: Double
    /// The largest share that is as plausible.
    public let high: Double

    /// Describes a pull.
    public init(
      roles: [Clause.Kind],
      issue: Issue.ID,
      pole: Double,
      share: Double,
      low: Double,
      high: Double
    ) {
      self.roles = roles
      self.issue = issue
      self.pole = pole
      self.share = share
      self.low = low
      self.high = high
    }
  }

  /// The name that readings use.
  public let id: ID
  /// The phrases.
  public let phrases: [CuePhrase]
  /// What it does.
  public let action: Action
  /// Whether a “not” before it turns it round.
  public let isTurnedByNegation: Bool
  /// Why it acts as it does, in a sentence.
  public let rationale: String
  /// Where that is from.
  public let source: String

  /// Describes a cue.
  public init(
    id: ID,
    phrases: [CuePhrase],
    action: Action,
    isTurnedByNegation: Bool = true,
    rationale: String,
    source: String
  ) {
    self.id = id
    self.phrases = phrases
    self.action = action
    self.isTurnedByNegation = isTurnedByNegation
    self.rationale = rationale
    self.source = source
  }
}
