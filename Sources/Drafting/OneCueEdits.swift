public import Treaty

/// Edits of a clause that change one drafting cue, for a look at all that one word could do.
public enum OneCueEdits {
  /// Words of duty that can take each other's place.
  static let duties = ["shall", "shall endeavour to", "should", "may"]
  /// Words that can be put behind a duty.
  static let limits = ["as appropriate", "where possible", "subject to its domestic law"]

  /// The edits of a text: each word of duty as another, each duty with a way out, each other cue taken out.
  public static func edits(
    of text: String,
    in kind: Clause.Kind,
    by lexicon: Lexicon
  ) -> [TextEdit] {
    let known = Phrasebook.known(in: text, of: kind, by: lexicon)
    var edits: [TextEdit] = []
    for (phrase, cue, count) in known {
      let places: [TextEdit.Occurrence] = count == 1 ? [.only] : (1...count).map { .number($0) }
      for place in places {
        if duties.contains(phrase.lowercased()) {
          edits += duties.filter { $0 != phrase.lowercased() }.map {
            .replace(phrase, place, with: $0)
          }
          if phrase.lowercased() == "shall" {
            edits += limits.map { .insert($0, .after, phrase, place) }
          }
        } else if cue.action != .neutral {
          edits.append(.delete(phrase, place))
        }
      }
    }
    return edits
  }
}
