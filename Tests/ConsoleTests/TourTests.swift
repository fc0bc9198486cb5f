import Console
import Foundation
import Testing

struct TourTests {
  /// The line that the last row of a reply says to type.
  private func line(in reply: String) throws -> String {
    let joined = reply.rows.map { $0.drop { $0 == " " } }.joined(separator: " ")
    let typed = try #require(joined.components(separatedBy: "ype ").last)
    return typed.trimmingSuffix(" ")
  }

  @Test func `typing what it says leads through ten steps to the end`() throws {
    var room = try Rooms.classroom()
    var reply = room.answer("tour")
    for step in 1...10 {
      #expect(reply.contains("Tour, step \(step) of 10"))
      let line = try line(in: reply)
      reply = room.answer(line)
      #expect(!reply.hasPrefix("!"), "\(line)")
      if reply.contains("How does") { reply = room.answer("yes") }
    }
    #expect(reply.contains("That was the tour"))
    #expect(!room.answer("status").contains("Tour"))
  }

  @Test func `it waits while something else is typed`() throws {
    var room = try Rooms.classroom(after: ["tour", "text"])
    #expect(room.answer("status").contains("Tour, step 2 of 10, still: type show 2"))
    #expect(room.answer("show 1").contains("Tour, step 3"))
    #expect(room.answer("nonsense").hasPrefix("!"))
    #expect(room.answer("tour").contains("Tour, step 3 of 10"))
    #expect(room.answer("tour next").contains("Tour, step 4 of 10"))
    #expect(room.answer("tour off").contains("The tour is over"))
    #expect(!room.answer("status").contains("Tour"))
  }

  @Test func `a room without one says where it is`() throws {
    var room = try Rooms.hanoi()
    #expect(room.answer("tour").contains("plenary play classroom"))
  }

  @Test func `a scenario typed after play is told from a state`() throws {
    var room = try Rooms.classroom()
    #expect(room.answer("play hanoi").replacing("\n  ", with: " ").contains("plenary play hanoi"))
    #expect(room.answer("play classroom").contains("the scenario that is open here"))
    #expect(!room.answer("why hanoi").contains("scenario"))
  }

  @Test func `carets stand under the words at fault`() throws {
    var room = try Rooms.classroom()
    #expect(
      room.answer("try 2 shal-review").contains("    try 2 shal-review\n          ^^^^^^^^^^^\n")
    )
    #expect(room.answer("why Dunmark").contains("    why Dunmark\n        ^^^^^^^\n"))
    #expect(!room.answer("try 2").contains("^"))
    let long = "find \"" + String(repeating: "word ", count: 30) + "zzz\""
    #expect(room.answer(long).rows.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ("amend 2 ", ["domestic-law", "replace"]),
    ("amend 2 replace ", ["\""]),
    ("amend 2 replace \"domestic l", ["domestic law\""]),
    ("try 2 replace \"data\" ", ["with \""]),
    ("try 2 insert \"may\" ", ["before \"", "after \""]),
    ("try 2 replace \"shall\" with \"may nx", []),
    ("Faro: try 2 delete \"electronic", []),
  ]) func `an edit is completed piece by piece`(line: String, offered: [String]) throws {
    let completion = try Rooms.classroom().completion(of: line, at: line.utf8.count)
    let texts = completion.candidates.map(\.text)
    #expect(offered.allSatisfy { texts.contains($0) })
    if offered.isEmpty { #expect(texts.isEmpty) }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: Character) -> String {
    var text = self
    while text.last == suffix { text.removeLast() }
    return text
  }
}
