/// The words of a line that a verb takes one after another.
struct Arguments: Sendable {
  /// One word, or a text in quotation marks.
  struct Word: Sendable, Equatable {
    let text: String
    let isQuoted: Bool
  }

  private var words: ArraySlice<Word>
  /// The usage of the verb, for complaints.
  let usage: String

  /// Cuts a line into words; a text in straight or curly quotation marks is one word, with `\n`,
  /// `\"` and `\\` written out.
  init(_ line: String, usage: String) throws(Complaint) {
    words = try Arguments.words(of: line)[...]
    self.usage = usage
  }

  /// Whether all words have been taken.
  var isEmpty: Bool { words.isEmpty }

  /// The words that are left.
  var rest: [Word] { Array(words) }

  /// Takes the next word, if there is one.
  mutating func next() -> String? {
    words.popFirst()?.text
  }

  /// Takes the next word; `what` says what it should be.
  mutating func next(_ what: String) throws(Complaint) -> String {
    guard let word = next() else { throw .missing(what, usage: usage) }
    return word
  }

  /// Takes all that is left as one text with single spaces; nil where nothing is left.
  mutating func remainder() -> String? {
    guard !words.isEmpty else { return nil }
    let text = words.map(\.text).joined(separator: " ")
    words = []
    return text
  }

  /// Complains if anything is left.
  func end() throws(Complaint) {
    if let word = words.first { throw .surplus(word.text, usage: usage) }
  }

  static func words(of line: String) throws(Complaint) -> [Word] {
    var words: [Word] = []
    var current = ""
    var isOpen = false
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isQuoted {
        if isEscaped {
          current.append(character == "n" ? "\n" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if isQuotationMark(character) {
          words.append(Word(text: current, isQuoted: true))
          current = ""
          isQuoted = false
          isOpen = false
        } else {
          current.append(character)
        }
      } else if isQuotationMark(character), !isOpen {
        isQuoted = true
      } else if character == " " || character == "\t" {
        if isOpen { words.append(Word(text: current, isQuoted: false)) }
        current = ""
        isOpen = false
      } else {
        current.append(character)
        isOpen = true
      }
    }
    if isQuoted { throw .openQuote }
    if isOpen { words.append(Word(text: current, isQuoted: false)) }
    return words
  }

  private static func isQuotationMark(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”"
  }
}
