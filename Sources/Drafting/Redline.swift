/// What changed between two texts, word by word.
public struct Redline: Sendable, Equatable {
  /// A run of words that stayed, went or came.
  public enum Run: Sendable, Equatable {
    /// Stands in both texts.
    case kept(String)
    /// Stands in the old text only.
    case deleted(String)
    /// Stands in the new text only.
    case inserted(String)
  }

  /// The runs in reading order; words within a run and runs themselves are joined by a space,
  /// except before closing punctuation.
  public let runs: [Run]

  /// Compares two texts; neither is ever split inside a word.
  public init(from old: String, to new: String) {
    let oldWords = Words(of: old).words
    let newWords = Words(of: new).words
    let difference = newWords.difference(from: oldWords)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let saved = Redline.savedWords(removed: removed, of: oldWords.count, inserted: inserted)
    for (old, new) in saved {
      removed.insert(old)
      inserted.insert(new)
    }
    var pieces = Pieces()
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < oldWords.count || newIndex < newWords.count {
      if oldIndex < oldWords.count, removed.contains(oldIndex) {
        pieces.deleted.append(oldWords[oldIndex])
        oldIndex += 1
      } else if newIndex < newWords.count, inserted.contains(newIndex) {
        pieces.inserted.append(newWords[newIndex])
        newIndex += 1
      } else {
        pieces.flushChanges()
        pieces.kept.append(newWords[newIndex])
        oldIndex += 1
        newIndex += 1
      }
    }
    pieces.flushChanges()
    pieces.flushKept()
    runs = pieces.runs
  }

  /// Words that stay between two changes must be at least so many to be shown as staying; a reader
  /// follows one replaced phrase more easily than three words saved from it.
  public static let shortestKeptRun = 3

  /// Places of words that stay, in the old and the new text, in runs that are too short to show:
  /// between two changes, and not at an end of the text.
  private static func savedWords(
    removed: Set<Int>,
    of oldCount: Int,
    inserted: Set<Int>
  ) -> [(old: Int, new: Int)] {
    var short: [(old: Int, new: Int)] = []
    var run: [(old: Int, new: Int)] = []
    var isAfterChange = false
    var new = 0
    for old in 0..<oldCount {
      var isChange = removed.contains(old)
      while inserted.contains(new) {
        new += 1
        isChange = true
      }
      if isChange, !run.isEmpty {
        if isAfterChange, run.count < shortestKeptRun { short += run }
        run = []
      }
      if isChange { isAfterChange = true }
      guard !removed.contains(old) else { continue }
      run.append((old, new))
      new += 1
    }
    if inserted.contains(new), isAfterChange, run.count < shortestKeptRun { short += run }
    return short
  }

  /// Whether nothing changed.
  public var isEmpty: Bool {
    runs.allSatisfy { if case .kept = $0 { true } else { false } }
  }

  /// The text with marks that read without colour: `[-old-]{+new+}`.
  public var marked: String {
    Words.join(
      runs.map { run in
        switch run {
        case .kept(let text): text
        case .deleted(let text): "[-\(text)-]"
        case .inserted(let text): "{+\(text)+}"
        }
      }
    )
  }
}

/// The runs under construction: what went and what came in one place are gathered before either is
/// written, so that a replaced phrase reads as one.
private struct Pieces {
  var runs: [Redline.Run] = []
  var kept: [String] = []
  var deleted: [String] = []
  var inserted: [String] = []

  mutating func flushKept() {
    guard !kept.isEmpty else { return }
    runs.append(.kept(Words.join(kept)))
    kept = []
  }

  mutating func flushChanges() {
    guard !deleted.isEmpty || !inserted.isEmpty else { return }
    flushKept()
    if !deleted.isEmpty { runs.append(.deleted(Words.join(deleted))) }
    if !inserted.isEmpty { runs.append(.inserted(Words.join(inserted))) }
    deleted = []
    inserted = []
  }
}
