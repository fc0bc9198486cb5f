import Drafting
import Testing

struct RedlineTests {
  @Test func `a replaced word is struck and its successor inserted`() {
    let redline = Redline(
      from: "Each State Party shall ensure that powers are limited.",
      to: "Each State Party may ensure that powers are limited."
    )
    #expect(redline.marked == "Each State Party [-shall-] {+may+} ensure that powers are limited.")
  }

  @Test func `a word is never split`() {
    let redline = Redline(from: "authorisation", to: "authorised")
    #expect(redline.runs == [.deleted("authorisation"), .inserted("authorised")])
  }

  @Test func `a word or two between changes go with them`() {
    let redline = Redline(from: "a1 a2 a3 same b1 b2 b3 end.", to: "c1 c2 same d1 end.")
    #expect(
      redline.runs == [
        .deleted("a1 a2 a3 same b1 b2 b3"), .inserted("c1 c2 same d1"), .kept("end."),
      ]
    )
  }

  @Test func `equal texts have an empty redline`() {
    let redline = Redline(from: "The same,  words.", to: "The same, words.")
    #expect(redline.isEmpty)
    #expect(redline.marked == "The same, words.")
  }

  @Test func `taking the kept and the inserted runs gives the new text, the others the old`() {
    let old = "Nothing in this Convention (read alone) shall permit suppression of rights."
    let new =
      "Nothing in this Convention shall be read as permitting restriction of any rights, ever."
    let redline = Redline(from: old, to: new)
    var oldRuns: [String] = []
    var newRuns: [String] = []
    for run in redline.runs {
      switch run {
      case .kept(let text):
        oldRuns.append(text)
        newRuns.append(text)
      case .deleted(let text): oldRuns.append(text)
      case .inserted(let text): newRuns.append(text)
      }
    }
    #expect(Words.join(oldRuns) == old)
    #expect(Words.join(newRuns) == new)
  }

  @Test func `a redline from nothing inserts everything`() {
    #expect(Redline(from: "", to: "One two.").runs == [.inserted("One two.")])
    #expect(Redline(from: "One two.", to: "").runs == [.deleted("One two.")])
  }
}

struct WordsTests {
  @Test func `joining the words of a text gives the text back`() {
    let text = "Each State Party (or organisation) shall, as appropriate: act; and report."
    #expect(Words.join(Words(of: text).words) == text)
  }

  @Test func `a phrase is found wherever it stands, letter case aside`() {
    let words = Words(of: "Shall ensure, and shall incorporate; shall.")
    #expect(words.places(of: "shall").count == 3)
    #expect(words.places(of: "shall incorporate").count == 1)
    #expect(words.places(of: "may").isEmpty)
  }
}
