import Treaty

extension Room {
  /// The reply to a line that was not done: what is wrong, then a line that works if typed.
  func refusal(of line: String, because complaint: Complaint) -> Reply {
    var (sentence, suggestions) = words(for: complaint)
    if let about = aboutScenario(line, complaint) { sentence += " \(about)" }
    let suggestion = firstWorking(suggestions)
    var page = Page()
    page.say("! \(sentence)", hang: 2)
    if let words = complaint.words, let part = Room.place(of: words, in: line) {
      page.point(at: part, of: line)
    }
    page.say("Try: \(suggestion)", indent: 2, hang: 5)
    var isFailedExpectation = false
    if case .expectation = complaint { isFailedExpectation = true }
    return Reply(
      page,
      document: RefusalDocument(message: sentence, tryInstead: suggestion),
      refusal: (sentence, suggestion),
      isFailedExpectation: isFailedExpectation
    )
  }

  /// What is said to `play NAME` where no state is called like that, because in the shell it opens a scenario.
  private func aboutScenario(_ line: String, _ complaint: Complaint) -> String? {
    guard case .unknownDelegation(let typed) = complaint, !typed.contains(" "),
      line.split(separator: " ").first.map(String.init)?.folded == PlayVerb.word
    else { return nil }
    return typed.folded == scenario.id.text.folded
      ? "It is the scenario that is open here; `start DRAFT` puts a draft of it on the table."
      : "If you mean a scenario, leave with `quit` and open it in the shell: plenary play \(typed)"
  }

  /// Where words stand in a line, as whole words; nil where they do not.
  private static func place(of words: String, in line: String) -> Range<String.Index>? {
    guard !words.isEmpty else { return nil }
    let edges: Set<Character> = [" ", "\"", "“", "”", ",", ":"]
    return line.ranges(of: words).first { part in
      let isBegun =
        part.lowerBound == line.startIndex
        || edges.contains(line[line.index(before: part.lowerBound)])
      let isEnded = part.upperBound == line.endIndex || edges.contains(line[part.upperBound])
      return isBegun && isEnded
    }
  }

  /// The first of some lines that is not refused if typed now.
  func firstWorking(_ lines: [String]) -> String {
    for line in lines + [scenario.firstMove, "text"] where !line.isEmpty {
      var trial = self
      do throws(Complaint) {
        _ = try trial.attempt(line)
        return line
      } catch {
        continue
      }
    }
    return "status"
  }
}
