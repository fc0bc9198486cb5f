extension String {
  /// Whether a phrase stands in the text, word by word; letter case and punctuation aside.
  public func says(_ phrase: String) -> Bool {
    let sought = phrase.foldedWords
    let words = foldedWords
    guard !sought.isEmpty, sought.count <= words.count else { return false }
    return (0...(words.count - sought.count)).contains {
      words[$0..<($0 + sought.count)].elementsEqual(sought)
    }
  }

  private var foldedWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
