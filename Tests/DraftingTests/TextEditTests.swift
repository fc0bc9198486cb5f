import Drafting
import Testing

struct TextEditTests {
  private let text =
    "Each State Party shall ensure that powers are limited, and shall review them, as appropriate."

  private func problem(_ edit: TextEdit) -> TextEdit.Problem? {
    do throws(TextEdit.Problem) {
      _ = try edit.applied(to: text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a phrase is replaced at the place that is meant`() throws {
    let second = try TextEdit.replace("shall", .number(2), with: "may").applied(to: text)
    #expect(
      second
        == "Each State Party shall ensure that powers are limited, and may review them, as appropriate."
    )
    let all = try TextEdit.replace("SHALL", .all, with: "may").applied(to: text)
    #expect(
      all
        == "Each State Party may ensure that powers are limited, and may review them, as appropriate."
    )
  }

  @Test func `a phrase is put before or after another`() throws {
    #expect(
      try TextEdit.insert("independently", .before, "review", .only).applied(to: text)
        == "Each State Party shall ensure that powers are limited, and shall independently review them, as appropriate."
    )
    #expect(
      try TextEdit.insert("by law", .after, "limited", .only).applied(to: text)
        == "Each State Party shall ensure that powers are limited by law, and shall review them, as appropriate."
    )
  }

  @Test func `what an edit leaves over is tidied`() throws {
    #expect(
      try TextEdit.delete("as appropriate", .only).applied(to: text)
        == "Each State Party shall ensure that powers are limited, and shall review them."
    )
    #expect(
      try TextEdit.delete("Each State Party", .only).applied(to: text).hasPrefix("Shall ensure")
    )
  }

  @Test func `curly quotes, narrow spaces and long hyphens match their plain forms`() throws {
    let typed = "The State\u{A0}Party’s “follow\u{2011}up”\nreview."
    #expect(
      try TextEdit.replace("state party's \"follow-up\"", .only, with: "own").applied(to: typed)
        == "The own review."
    )
  }

  @Test func `an edit that cannot be made says what is there instead`() {
    #expect(
      problem(.replace("shal ensure", .only, with: "may"))
        == .notThere("shal ensure", nearest: "shall ensure")
    )
    #expect(problem(.delete("zebra crossing", .only)) == .notThere("zebra crossing", nearest: nil))
    #expect(problem(.replace("review", .number(2), with: "x")) == .noSuchPlace("review", 2, of: 1))
    guard case .severalTimes("shall", let places) = problem(.delete("shall", .only)) else {
      Issue.record("two places were taken for one")
      return
    }
    #expect(
      places == [
        "Each State Party shall ensure that powers …", "… limited, and shall review them, …",
      ]
    )
  }

  @Test func `an edit that changes or leaves nothing is refused`() {
    #expect(problem(.replace("review", .only, with: "review")) == .nothingChanges)
    #expect(problem(.whole(text + " ")) == .nothingChanges)
    #expect(problem(.whole(" . , ")) == .nothingLeft)
  }

  @Test(arguments: [("shall", "may"), ("powers", "rights"), ("as appropriate", "in every case")])
  func `an edit and its inverse give the text again`(old: String, new: String) throws {
    let there = try TextEdit.replace(old, .all, with: new).applied(to: text)
    #expect(try TextEdit.replace(new, .all, with: old).applied(to: there) == text)
  }

  @Test func `no word is ever glued to another`() throws {
    for word in Words(of: text).words where word.count > 1 {
      let edited = try TextEdit.replace(word, .all, with: "one two").applied(to: text)
      #expect(!edited.contains("  "))
      #expect(!edited.contains(" ,"))
      #expect(edited.contains("one two") || edited.contains("One two"))
    }
  }
}
