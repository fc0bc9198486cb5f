public import Treaty

/// Looks through a text for what drafters stumble over later.
public enum Linter {
  /// The findings, in the order of the treaty and then of the words.
  public static func findings(in text: TreatyText, of scenario: Scenario) -> [Finding] {
    let standing = scenario.clauses.indices.compactMap { clause -> Standing? in
      let words = scenario.words(of: text.provisions[clause], at: clause)
      guard !words.isEmpty else { return nil }
      return Standing(
        clause: clause,
        kind: scenario.clauses[clause].kind,
        words: Words(of: words.plain)
      )
    }
    let defined = standing.flatMap { $0.definedTerms }
    let names = Names(in: standing)
    let articles = Articles(of: scenario, in: text)
    return standing.flatMap { clause -> [Finding] in
      var found = clause.vagueTerms(except: defined)
      found += clause.secondDuties
      found += clause.dutiesWithExit
      found += clause.references(to: articles)
      found += clause.emptySafeguard
      found += clause.otherNames(than: names)
      return found.sorted { $0.place < $1.place }.map { $0.finding }
    }
  }
}

/// A clause that is in the text.
private struct Standing {
  /// A finding and where its words begin.
  typealias Found = (place: Int, finding: Finding)

  let clause: Int
  let kind: Clause.Kind
  let words: Words
  let folded: [String]

  init(clause: Int, kind: Clause.Kind, words: Words) {
    self.clause = clause
    self.kind = kind
    self.words = words
    folded = words.words.map { $0.lowercased() }
  }

  /// Terms that the clause says the meaning of: `"Serious crime" means …`.
  var definedTerms: [String] {
    folded.indices.dropFirst().compactMap { place in
      guard folded[place] == "means" else { return nil }
      let before = Words.join(Array(folded[..<place]))
      let quoted = before.split(separator: "\"")
      return quoted.count > 0 && before.hasSuffix("\"") ? quoted.last.map(String.init) : nil
    }
  }

  // MARK: What is looked for

  func vagueTerms(except defined: [String]) -> [Found] {
    var taken: Set<Int> = []
    return Vocabulary.vague.filter { !defined.contains($0.term) }.flatMap {
      term,
      plainly -> [Found] in
      places(of: term).compactMap { place, number in
        guard taken.isDisjoint(with: place) else { return nil }
        taken.formUnion(place)
        // Words that make a way out are a finding of their own.
        guard !exits.contains(where: { $0.overlaps(place) }) else { return nil }
        let phrase = phrase(at: place)
        let edit: TextEdit =
          plainly.isEmpty ? .delete(phrase, number) : .replace(phrase, number, with: plainly)
        return found(.vague, at: place, edit: edit)
      }
    }
  }

  var secondDuties: [Found] {
    sentences.compactMap { sentence in
      let duties = sentence.filter { place in
        folded[place] == "shall"
          && !folded[max(sentence.lowerBound, place - 3)..<place].contains {
            Vocabulary.relatives.contains($0)
          }
      }
      guard duties.count > 1 else { return nil }
      let second = duties[1]
      let isJoined = second > 0 && folded[second - 1] == "and"
      let place = isJoined ? (second - 1)..<(second + 1) : second..<(second + 1)
      guard isJoined else { return found(.secondDuty, at: place, edit: nil) }
      let isPlural = folded[sentence].contains { ["parties", "these", "they"].contains($0) }
      let subject = isPlural ? "They" : "It"
      let edit = TextEdit.replace(
        phrase(at: place),
        occurrence(of: place),
        with: ". \(subject) shall"
      )
      return found(.secondDuty, at: place, edit: edit)
    }
  }

  var dutiesWithExit: [Found] {
    exits.compactMap { place in
      guard let sentence = sentences.first(where: { $0.contains(place.lowerBound) }),
        folded[sentence].contains("shall")
      else { return nil }
      return found(
        .dutyWithExit,
        at: place,
        edit: .delete(phrase(at: place), occurrence(of: place))
      )
    }
  }

  func references(to articles: Articles) -> [Found] {
    folded.indices.flatMap { start -> [Found] in
      guard folded[start] == "article" || folded[start] == "articles" else { return [] }
      var found: [Found] = []
      var place = start + 1
      var before: Int?
      while place < folded.count {
        let word = folded[place]
        if let number = Int(word.prefix { $0.isNumber }) {
          let isRange = folded[place - 1] == "to"
          for each in (isRange ? (before ?? number) + 1 : number)...max(number, before ?? number)
          where isRange || each == number {
            if let matter = articles.problem(with: each) {
              found.append(self.found(matter, at: start..<(place + 1), edit: nil))
            }
          }
          before = number
        } else if ![",", "and", "or", "to"].contains(word) {
          break
        }
        place += 1
      }
      return found
    }
  }

  var emptySafeguard: [Found] {
    guard kind == .safeguard, let first = places(of: "domestic law").first,
      !folded.contains(where: { Vocabulary.standards.contains($0) })
    else { return [] }
    let owner = folded.contains("parties") ? "their" : "its"
    return [
      found(
        .emptySafeguard,
        at: first.place,
        edit: .insert(
          "and with \(owner) obligations under international human rights law",
          .after,
          phrase(at: first.place),
          first.number
        )
      )
    ]
  }

  func otherNames(than names: Names) -> [Found] {
    names.usual.flatMap { group -> [Found] in
      group.others.compactMap { name in
        guard let first = places(of: name).first else { return nil }
        let edit = TextEdit.replace(
          phrase(at: first.place),
          places(of: name).count > 1 ? .all : .only,
          with: group.usual
        )
        return found(.otherName(usual: group.usual), at: first.place, edit: edit)
      }
    }
  }

  // MARK: Places

  /// Sentences, and the parts of them that semicolons divide.
  private var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for place in folded.indices where folded[place] == "." || folded[place] == ";" {
      if start < place { ranges.append(start..<place) }
      start = place + 1
    }
    if start < folded.count { ranges.append(start..<folded.count) }
    return ranges
  }

  private var exits: [Range<Int>] {
    var taken: Set<Int> = []
    return Vocabulary.exits.flatMap { exit in
      places(of: exit).map(\.place).filter { place in
        guard taken.isDisjoint(with: place) else { return false }
        taken.formUnion(place)
        return true
      }
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Where a phrase stands, and which of its places each is.
  func places(of phrase: String) -> [(place: Range<Int>, number: TextEdit.Occurrence)] {
    let starts = words.places(of: phrase)
    let length = Words(of: phrase).words.count
    return starts.enumerated().map { index, start in
      (start..<(start + length), starts.count == 1 ? .only : .number(index + 1))
    }
  }

  private func occurrence(of place: Range<Int>) -> TextEdit.Occurrence {
    places(of: phrase(at: place)).first { $0.place == place }?.number ?? .only
  }

  private func phrase(at place: Range<Int>) -> String { Words.join(Array(words.words[place])) }

  private func found(_ matter: Finding.Matter, at place: Range<Int>, edit: TextEdit?) -> Found {
    let start = max(0, place.lowerBound - 4)
    let end = min(words.words.count, place.upperBound + 4)
    let context =
      (start > 0 ? "… " : "") + Words.join(Array(words.words[start..<end]))
      + (end < words.words.count ? " …" : "")
    let finding = Finding(
      clause: clause,
      matter: matter,
      phrase: phrase(at: place),
      context: context,
      edit: edit
    )
    return (place.lowerBound, finding)
  }
}

/// The articles that a reference can mean.
private struct Articles {
  private let scenario: Scenario
  private let text: TreatyText
  private let last: Int

  init(of scenario: Scenario, in text: TreatyText) {
    self.scenario = scenario
    self.text = text
    last = scenario.articles.compactMap { Int($0.number) }.max() ?? 0
  }

  /// What is wrong with a reference; articles that a scenario leaves out between its first and its last are taken to exist.
  func problem(with number: Int) -> Finding.Matter? {
    guard number <= last, number > 0 else { return .noSuchArticle(String(number)) }
    guard let article = scenario.articles.first(where: { Int($0.number) == number }),
      let first = article.clauses.first,
      article.clauses.allSatisfy({ text.provisions[$0] == .absent })
    else { return nil }
    return .struckArticle(article.number, clause: first)
  }
}

/// What the text calls things that have several names: the name used most, and the others that are used.
private struct Names {
  let usual: [(usual: String, others: [String])]

  init(in clauses: [Standing]) {
    usual = Vocabulary.synonyms.compactMap { group in
      let counts = group.map { name in clauses.reduce(0) { $0 + $1.places(of: name).count } }
      guard counts.count(where: { $0 > 0 }) > 1, let most = counts.max(),
        let place = counts.firstIndex(of: most)
      else { return nil }
      return (
        group[place], group.indices.filter { $0 != place && counts[$0] > 0 }.map { group[$0] }
      )
    }
  }
}
