import Testing

@testable import Console

struct WordsTests {
  private func words(_ line: String) throws -> [String] {
    try Arguments(line, usage: "").rest.map(\.text)
  }

  @Test func `a text in straight or curly quotation marks is one word`() throws {
    #expect(try words(#"2 "shall not" x"#) == ["2", "shall not", "x"])
    #expect(try words("2 “shall not” x") == ["2", "shall not", "x"])
    #expect(try words(#""a ”"#) == ["a "])
    #expect(try Arguments(#"a "b""#, usage: "").rest.map(\.isQuoted) == [false, true])
    #expect(try words(#""""#) == [""])
  }

  @Test func `inside quotation marks a backslash writes what could not be typed`() throws {
    #expect(try words(#""a\nb""#) == ["a\nb"])
    #expect(try words(#""a \"b\" \\ c""#) == [#"a "b" \ c"#])
    #expect(try words(#"a\nb"#) == [#"a\nb"#])
  }

  @Test func `a quotation mark inside a word is a letter`() throws {
    #expect(try words(#"d"Or x"#) == [#"d"Or"#, "x"])
  }

  @Test func `a quotation mark that is never closed is refused`() throws {
    for line in [#"find "x"#, "find “x", #"find "x\""#] {
      var room = try Rooms.classroom()
      #expect(room.respond(to: line).isRefusal)
      #expect(!CanonicalLine.isComplete(line))
    }
    #expect(CanonicalLine.isComplete(#"find "x""#))
    #expect(!CanonicalLine.isComplete("find x\\"))
  }

  @Test func `a canonical line is one line without what cannot be seen`() {
    #expect(CanonicalLine.of("  text \t ") == "text")
    #expect(CanonicalLine.of("find \"a\nb\"") == #"find "a\nb""#)
    #expect(CanonicalLine.of("te\u{7}xt\u{1B}[31m") == "text[31m")
    #expect(CanonicalLine.of("a\u{202E}b\u{2066}c\u{FEFF}d\u{2028}e") == "abcde")
    #expect(CanonicalLine.of("a\u{200D}b é") == "a\u{200D}b é")
    #expect(CanonicalLine.of("\r\n").utf8.count == 2)
    #expect(CanonicalLine.of("   ").isEmpty)
  }

  @Test func `letters are folded to plain ones`() {
    #expect("Türkiye".folded == "turkiye")
    #expect("Tu\u{308}rkiye".folded == "turkiye")
    #expect("Côte d’Ivoire".folded == "cote d'ivoire")
    #expect("São Tomé".folded == "sao tome")
    #expect("Łódź Ærø Straße".folded == "lodz aero strasse")
    #expect("İstanbul".folded == "istanbul")
  }

  @Test func `verbs are known by any letter case and by their other names`() throws {
    var room = try Rooms.classroom()
    for line in ["TEXT", "Help", "whatif 2 may-review", "as Faro", "Try: text", "try: text"] {
      #expect(!room.respond(to: line).isRefusal, "\(line)")
    }
  }
}

struct ExpectationTests {
  @Test(arguments: [
    "expect 2 = domestic-law", "expect 3 = absent", "expect 3 = strike", "expect 2 open",
    "expect 4 bracketed", "expect not adopted", "expect round = 1", "expect round < 2",
    "expect round <= 1", "expect round >= 1", "expect round > 0", "expect adoption < 0.1",
    "expect consensus >= 0", "expect passes > 0", "expect Aurland yes", "expect DUN no",
  ])
  func `a condition that holds is ok`(line: String) throws {
    var room = try Rooms.classroom(after: ["propose 4 self-report", "forecast"])
    #expect(room.answer(line) == "ok")
    #expect(!room.wasRefused)
  }

  @Test(arguments: [
    "expect 2 = may-review", "expect 2 = absent", "expect 2 bracketed", "expect 4 open",
    "expect adopted", "expect round = 2", "expect round > 1", "expect adoption > 0.5",
    "expect Aurland no", "expect refused", "expect consensus > 1",
  ])
  func `a condition that fails says what is so`(line: String) throws {
    var room = try Rooms.classroom(after: ["propose 4 self-report", "forecast"])
    let reply = room.respond(to: line)
    #expect(reply.isRefusal && reply.isFailedExpectation)
    #expect(reply.text(on: Screen(width: 200)).hasPrefix("! Expected \(line.dropFirst(7)), but "))
  }

  @Test(arguments: [
    "expect", "expect x", "expect 2", "expect 2 closed", "expect 2 is may-review",
    "expect adoption > much", "expect adoption ~ 0.5", "expect 9 = strike", "expect 9 bracketed",
    "expect 2 = nothing", "expect Nobody yes",
  ])
  func `a condition that cannot be read is refused and no failure`(line: String) throws {
    var room = try Rooms.classroom()
    let reply = room.respond(to: line)
    #expect(reply.isRefusal && !reply.isFailedExpectation)
  }

  @Test func `refused means the line before`() throws {
    var room = try Rooms.classroom(after: ["nonsense"])
    #expect(room.answer("expect refused") == "ok")
    #expect(room.respond(to: "expect refused").isFailedExpectation)
  }

  @Test func `after a vote its roll call counts`() throws {
    var room = try Rooms.classroom(
      after: ["play Aurland, Faro", "vote draft no yes", "play chair", "undo"]
    )
    #expect(room.answer("expect Aurland no") == "ok")
    #expect(room.answer("expect Faro yes") == "ok")
    #expect(room.respond(to: "expect Faro no").isFailedExpectation)
  }

  @Test func `adopted holds after adoption and not after undo`() throws {
    var room = try Rooms.classroom(after: ["play all", "vote draft yes yes yes yes yes yes"])
    #expect(room.answer("expect adopted") == "ok")
    #expect(room.respond(to: "expect not adopted").isFailedExpectation)
    _ = room.respond(to: "undo")
    #expect(room.answer("expect not adopted") == "ok")
  }
}
