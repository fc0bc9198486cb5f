public import Treaty

/// The phrases that somebody who edits a clause is likely to mean.
public enum Phrasebook {
  /// Words of a clause that a lexicon knows, in reading order, each once, with the cue that reads them and how often they
  /// stand there.
  public static func known(
    in text: String,
    of kind: Clause.Kind,
    by lexicon: Lexicon
  ) -> [(phrase: String, cue: Cue, count: Int)] {
    let words = Words(of: text)
    var seen: Set<String> = []
    return Mentions(in: words, of: kind, by: lexicon).all.compactMap { mention in
      let phrase = Words.join(Array(words.words[mention.words]))
      guard seen.insert(phrase.lowercased()).inserted else { return nil }
      return (phrase, lexicon.cues[mention.cue], words.places(of: phrase).count)
    }
  }

  /// Runs of up to four words of a text that begin with some letters, the shortest first, each once, with how often they
  /// stand there; a run ends before punctuation.
  public static func runs(in text: String, beginning letters: String) -> [(
    phrase: String, count: Int
  )] {
    let words = Words(of: text)
    let sought = letters.lowercased()
    var found: [(phrase: String, count: Int)] = []
    var seen: Set<String> = []
    for length in 1...4 where length <= words.words.count {
      for start in 0...(words.words.count - length) {
        let run = words.words[start..<(start + length)]
        guard run.allSatisfy({ $0.first.map { $0.isLetter || $0.isNumber } ?? false }) else {
          continue
        }
        let phrase = Words.join(Array(run))
        guard phrase.lowercased().hasPrefix(sought), seen.insert(phrase.lowercased()).inserted
        else {
          continue
        }
        found.append((phrase, words.places(of: phrase).count))
      }
    }
    return found
  }

  /// The phrases of a lexicon as somebody would type them, gaps left out, each once, with the cue.
  public static func all(of lexicon: Lexicon) -> [(phrase: String, cue: Cue)] {
    var seen: Set<String> = []
    return lexicon.cues.flatMap { cue in
      cue.phrases.compactMap { phrase -> (String, Cue)? in
        var words: [String] = []
        for element in phrase.elements {
          guard case .word(let choices) = element, let first = choices.first else { return nil }
          words.append(first)
        }
        let typed = Words.join(words)
        return seen.insert(typed).inserted ? (typed, cue) : nil
      }
    }
  }
}
