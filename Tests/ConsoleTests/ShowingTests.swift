import Testing
import Treaty

@testable import Console

struct ShowingTests {
  @Test(arguments: ["classroom", "hanoi"])
  func `a projector shows every reply within its rows, and more shows the rest`(scenario: String)
    throws
  {
    var whole = try Rooms.room(in: Rooms.scenario(scenario))
    var projected = whole
    _ = projected.respond(to: "set projector on")
    let tour = try #require(VerbTests.tour.first { $0.scenario == scenario }?.lines)
    let lines = tour.filter { !$0.hasPrefix("set projector") && $0 != "more" }
    for line in lines {
      let expected = whole.answer(line).rows
      var shown = projected.respond(to: line).text(on: Screen(width: 80)).rows
      #expect(shown.count <= Room.projectorRows, "\(line)")
      while projected.lineForEnter != nil {
        shown.removeLast()
        let page = projected.respond(to: "more").text(on: Screen(width: 80)).rows
        #expect(page.count <= Room.projectorRows, "\(line)")
        shown += page
      }
      // Only empty rows at a cut may be missing.
      #expect(shown.filter { !$0.isEmpty } == expected.filter { !$0.isEmpty }, "\(line)")
    }
    #expect(projected.respond(to: "more").isRefusal)
    let recorded = projected.transcript.steps.filter { $0.line != "more" }.dropFirst()
    #expect(zip(recorded, whole.transcript.steps).allSatisfy { $0.reply == $1.reply })
  }

  @Test func `a reply in Markdown has a row for each row of a table`() throws {
    var room = try Rooms.classroom()
    let text = room.respond(to: "text").markdown
    let rows = text.rows.filter { $0.hasPrefix("|") }
    #expect(rows.count == 2 + room.scenario.clauses.count)
    #expect(Set(rows.map { $0.count { $0 == "|" } }).count == 1)
    #expect(rows[1].hasPrefix("| --- |"))
    #expect(room.respond(to: "propose 2 nothing").markdown.contains("\n    "))
    #expect(
      Markdown.text(of: [.paragraph("*a* [b] \\ <i>", indent: 0, hang: 0)])
        == "\\*a\\* \\[b\\] \\\\ \\<i\\>"
    )
  }

  @Test func `a spreadsheet gets the tables of a reply with its cells whole`() throws {
    var room = try Rooms.classroom()
    let rows = room.respond(to: "text").commaSeparated.rows
    #expect(rows.count == room.scenario.clauses.count)
    #expect(rows[0] == "1,Which crimes it covers,any-offence")
    #expect(room.respond(to: "status").commaSeparated.isEmpty)
    #expect(CommaSeparated.row(["a,b", "c\"d", "e"]) == "\"a,b\",\"c\"\"d\",e")
  }

  @Test func `a screen reader is told in words what marks show`() throws {
    var room = try Rooms.classroom()
    let marked = room.answer("try 2 shall-review")
    #expect(marked.contains("{+") && marked.contains("▲"))
    _ = room.respond(to: "set reader on")
    let spoken = room.answer("try 2 shall-review")
    #expect(spoken.contains("(deleted: ") && spoken.contains("(inserted: "))
    #expect(spoken.contains("gains very much"))
    for mark in ["[-", "{+", "▲", "▼"] { #expect(!spoken.contains(mark)) }
  }

  @Test func `a wide screen shows two texts side by side, each with its own marks`() throws {
    var room = try Rooms.classroom()
    let reply = room.respond(to: "try 2 shall-review")
    let wide = reply.text(on: Screen(width: Screen.leastFacingWidth))
    let row = try #require(wide.rows.first { $0.contains("[-") })
    #expect(row.contains("{+"))
    #expect(wide.rows.allSatisfy { $0.displayWidth <= Screen.leastFacingWidth })
    let narrow = reply.text(on: Screen(width: Screen.leastFacingWidth - 1))
    #expect(narrow.split { $0.isWhitespace }.joined(separator: " ").contains("-] {+"))
  }

  @Test(arguments: ["timer", "timer 0", "timer -1", "timer x", "timer 1441", "timer 90 s s 🙂"])
  func `a timer takes a span of at most a day`(line: String) throws {
    var room = try Rooms.classroom()
    #expect(room.respond(to: line).isRefusal == !line.contains("🙂"))
  }

  @Test func `a timer asks for a notice and takes it back`() throws {
    var room = try Rooms.classroom()
    let reminder = Reply.Reminder(seconds: 90, notice: "Time: 90 seconds for talks over.")
    #expect(room.respond(to: "timer 90s talks").wish == .remind(reminder))
    #expect(room.respond(to: "timer off").wish == .remind(nil))
  }

  @Test func `where a file is named a room leaves the names to whoever knows the disk`() throws {
    let room = try Rooms.classroom()
    for line in ["save a", "memo ", "source some folder/ca", "Faro: source x"] {
      let completion = room.completion(of: line, at: line.utf8.count)
      #expect(completion.awaitsFile && completion.candidates.isEmpty)
    }
    #expect(room.completion(of: "source some folder/ca", at: 21).start == 7)
    #expect(!room.completion(of: "show ", at: 5).awaitsFile)
  }
}
