import Drafting

extension Redline {
  /// What stands around words that went and words that came.
  struct Marks {
    let deleted: (String, String)
    let inserted: (String, String)

    /// Marks that read without colour: `[-old-]{+new+}`.
    static let marks = Marks(deleted: ("[-", "-]"), inserted: ("{+", "+}"))
    /// Words, for a screen reader.
    static let spoken = Marks(deleted: ("(deleted: ", ")"), inserted: ("(inserted: ", ")"))
    /// What Markdown shows as struck and strong.
    static let markdown = Marks(deleted: ("~~", "~~"), inserted: ("**", "**"))
  }

  /// Runs that one of two texts does not have.
  enum Omission {
    case deleted, inserted
  }

  /// What stays, what goes and what comes, with marks around what goes and comes; one of the two can be left out.
  func marked(_ marks: Marks, leaving omission: Omission? = nil) -> Phrase {
    var phrase = Phrase("")
    for run in runs {
      let next: Phrase
      switch run {
      case .kept(let text): next = Phrase(text)
      case .deleted(let text):
        if omission == .deleted { continue }
        next = Phrase(marks.deleted.0 + text + marks.deleted.1, .deleted)
      case .inserted(let text):
        if omission == .inserted { continue }
        next = Phrase(marks.inserted.0 + text + marks.inserted.1, .inserted)
      }
      let isClosing = next.text.first.map { ",.;:)".contains($0) } ?? false
      let separator = phrase.text.isEmpty || isClosing ? "" : " "
      phrase = phrase + Phrase(separator) + next
    }
    return phrase
  }
}
