public import Treaty

extension Reading {
  /// Places words of one's own: from the listed wording whose words are nearest, by the cues that they
  /// gained and lost.
  ///
  /// Text of which the lexicon knows nothing moves nothing. `typed` is how the change was asked for.
  public init(of text: String, typed: String, in clause: Clause, of scenario: Scenario) {
    let words = Words(of: text.plain)
    let ranked = clause.wordings.indices.map { index in
      (index, words.likeness(to: Words(of: clause.wordings[index].text.plain)))
    }
    // Equal likeness keeps the order of the file.
    let nearest = ranked.max { ($0.1, -$0.0) < ($1.1, -$1.0) }.map { clause.wordings[$0.0] }
    let origin = nearest?.placements ?? clause.absent
    let placing = Placing(
      from: Words(of: (nearest?.text ?? "").plain),
      to: words,
      in: clause,
      of: scenario
    )
    let middle = placing.places(from: origin, stretch: 1) { $0.share }
    let low = placing.places(from: origin, stretch: 0.75) { $0.low }.placements
    let high = placing.places(from: origin, stretch: 1.25) { $0.high }.placements
    self.init(
      text: Words.join(words.words),
      typed: typed,
      nearest: nearest?.id,
      placements: middle.placements,
      low: zip(low, high).map { min($0, $1) },
      high: zip(low, high).map { max($0, $1) },
      steps: middle.steps,
      unread: placing.unread
    )
  }
}

extension Wording {
  /// Where the cues place the wording if it is left out and read from its siblings; nil where it has
  /// none.
  public func readingFromSiblings(in clause: Clause, of scenario: Scenario) -> Reading? {
    let siblings = clause.wordings.filter { $0.id != id }
    guard !siblings.isEmpty else { return nil }
    return Reading(
      of: text,
      typed: id.text,
      in: clause.with(absent: clause.absent, wordings: siblings),
      of: scenario
    )
  }
}

/// What changed between two texts, as cues.
private struct Placing {
  /// A cue that came or went.
  struct Shift {
    let cue: Cue
    let role: Clause.Kind
    let isNegated: Bool
    let isGained: Bool
    let phrase: String
  }

  let scenario: Scenario
  let clause: Clause
  /// What went and then what came, each in the order of the lexicon.
  let shifts: [Shift]
  /// The levels that both texts name, with what names them.
  let levels: [(issues: [Issue.ID], before: Double, after: Double, cue: Cue, phrase: String)]
  /// Words that differ and that no cue reads.
  let unread: [String]

  init(from old: Words, to new: Words, in clause: Clause, of scenario: Scenario) {
    self.scenario = scenario
    self.clause = clause
    let lexicon = scenario.lexicon
    let before = Mentions(in: old, of: clause.kind, by: lexicon)
    let after = Mentions(in: new, of: clause.kind, by: lexicon)
    let lost = Placing.surplus(of: before, over: after)
    let gained = Placing.surplus(of: after, over: before)
    func shifts(_ mentions: [Mention], in words: [String], isGained: Bool) -> [Shift] {
      mentions.sorted { ($0.cue, $0.words.lowerBound) < ($1.cue, $1.words.lowerBound) }.map {
        Shift(
          cue: lexicon.cues[$0.cue],
          role: $0.role,
          isNegated: $0.isNegated && lexicon.cues[$0.cue].isTurnedByNegation,
          isGained: isGained,
          phrase: Words.join(Array(words[$0.words]))
        )
      }
    }
    self.shifts =
      shifts(lost, in: before.words, isGained: false)
      + shifts(gained, in: after.words, isGained: true)
    levels = Placing.levels(from: before, to: after, by: lexicon)
    let read = Set(gained.flatMap { Array($0.words) })
    let readBefore = Set(lost.flatMap { Array($0.words) })
    unread = Placing.unread(from: old, to: new, readBefore: readBefore, readAfter: read)
  }

  /// The mentions that one text has more of than another: those of the same cue are matched where phrase
  /// and role are the same, then role, then any, because an edit elsewhere in a sentence does not
  /// change what they bind.
  private static func surplus(of some: Mentions, over others: Mentions) -> [Mention] {
    var left = others.all
    func phrase(_ mention: Mention, in mentions: Mentions) -> [String] {
      mentions.words[mention.words].map { $0.lowercased() }
    }
    func unmatched(_ mentions: [Mention], _ isTwin: (Mention, Mention) -> Bool) -> [Mention] {
      mentions.filter { mention in
        let twin = left.firstIndex {
          $0.cue == mention.cue && $0.isNegated == mention.isNegated && isTwin(mention, $0)
        }
        if let twin { left.remove(at: twin) }
        return twin == nil
      }
    }
    var rest = unmatched(some.all) {
      $0.role == $1.role && phrase($0, in: some) == phrase($1, in: others)
    }
    rest = unmatched(rest) { $0.role == $1.role }
    return unmatched(rest) { _, _ in true }
  }

  private static func levels(
    from before: Mentions,
    to after: Mentions,
    by lexicon: Lexicon
  ) -> [(issues: [Issue.ID], before: Double, after: Double, cue: Cue, phrase: String)] {
    func highest(_ mentions: Mentions) -> [(group: String, value: Double, mention: Mention)] {
      var best: [(group: String, value: Double, mention: Mention)] = []
      for mention in mentions.all where !mention.isNegated {
        guard case .level(let group, issues: _, let value) = lexicon.cues[mention.cue].action else {
          continue
        }
        if let place = best.firstIndex(where: { $0.group == group }) {
          if value > best[place].value { best[place] = (group, value, mention) }
        } else {
          best.append((group, value, mention))
        }
      }
      return best
    }
    let old = highest(before)
    return highest(after).compactMap { group, value, mention in
      guard let then = old.first(where: { $0.group == group }), then.value != value else {
        return nil
      }
      let cue = lexicon.cues[mention.cue]
      guard case .level(of: _, let issues, _) = cue.action else { return nil }
      let words = Words.join(Array(after.words[mention.words]))
      return (issues, then.value, value, cue, words)
    }
  }

  /// Where the clause stands after all shifts, and each that moved it; what a level does is stretched,
  /// because it is known no better than a share.
  func places(
    from origin: [Double],
    stretch: Double,
    by share: (Cue.Pull) -> Double
  ) -> (placements: [Double], steps: [Reading.Step]) {
    var places = origin
    var steps: [Reading.Step] = []
    func move(
      _ issue: Int,
      to place: Double,
      _ cue: Cue,
      _ phrase: String,
      _ role: Clause.Kind,
      _ isGained: Bool
    ) {
      let bounded = min(max(place, 0), 100)
      guard bounded != places[issue] else { return }
      steps.append(
        Reading.Step(
          cue: cue.id.text,
          phrase: phrase,
          isGained: isGained,
          role: role,
          issue: issue,
          before: places[issue],
          after: bounded,
          rationale: cue.rationale,
          source: cue.source
        )
      )
      places[issue] = bounded
    }
    for shift in shifts {
      guard case .pull(let pulls) = shift.cue.action else { continue }
      for pull in pulls where pull.roles.contains(shift.role) {
        for issue in issues(called: pull.issue) {
          let pole = shift.isNegated ? 100 - pull.pole : pull.pole
          let part = share(pull)
          let now = places[issue]
          let place =
            shift.isGained ? now + part * (pole - now) : (now - part * pole) / (1 - part)
          move(issue, to: place, shift.cue, shift.phrase, shift.role, shift.isGained)
        }
      }
    }
    for level in levels {
      for issue in level.issues.flatMap({ issues(called: $0) }) {
        let now = places[issue]
        let step =
          level.after > level.before
          ? (level.after - level.before) / (100 - level.before) * (100 - now)
          : (level.after - level.before) / level.before * now
        let place = now + stretch * step
        move(issue, to: place, level.cue, level.phrase, clause.kind, true)
      }
    }
    return (places, steps)
  }

  /// The issues that the clause weighs and that the lexicon calls so.
  private func issues(called name: Issue.ID) -> [Int] {
    clause.issues.filter { scenario.issues[$0].cueName == name }
  }

  /// Words that came or went and that no cue reads, small words aside.
  private static func unread(
    from old: Words,
    to new: Words,
    readBefore: Set<Int>,
    readAfter: Set<Int>
  ) -> [String] {
    let difference = new.words.difference(from: old.words)
    var gone: [String] = []
    var come: [String] = []
    for change in difference {
      switch change {
      case .remove(let offset, let word, _): if !readBefore.contains(offset) { gone.append(word) }
      case .insert(let offset, let word, _): if !readAfter.contains(offset) { come.append(word) }
      }
    }
    // A word that stands elsewhere now has moved, and neither came nor went.
    let moved = Set(gone.map { $0.lowercased() }).intersection(come.map { $0.lowercased() })
    var words: [String] = []
    for word in gone + come {
      let folded = word.lowercased()
      guard word.contains(where: { $0.isLetter || $0.isNumber }), !small.contains(folded),
        !moved.contains(folded), !words.contains(word)
      else { continue }
      words.append(word)
    }
    return words
  }

  private static let small: Set<String> = [
    "a", "an", "the", "of", "in", "on", "to", "and", "or", "that", "this", "these", "those", "it",
    "its", "their", "for", "by", "with", "as", "at", "be", "is", "are", "which", "such", "from",
  ]
}

extension Words {
  /// How alike two texts are by their words, 0...1: twice what they share over what both have.
  fileprivate func likeness(to other: Words) -> Double {
    var left: [String: Int] = [:]
    for word in other.words { left[word.lowercased(), default: 0] += 1 }
    var shared = 0
    for word in words {
      let key = word.lowercased()
      if let count = left[key], count > 0 {
        left[key] = count - 1
        shared += 1
      }
    }
    let total = words.count + other.words.count
    return total > 0 ? 2 * Double(shared) / Double(total) : 0
  }
}
