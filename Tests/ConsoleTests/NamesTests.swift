import Negotiation
import Testing
import Treaty

@testable import Console

struct NamesTests {
  /// The code of the state that a name means.
  private func code(_ typed: String) throws -> String {
    let scenario = try Rooms.scenario("hanoi")
    return scenario.delegations[try Names(scenario: scenario).delegation(typed)].id.text
  }

  @Test(
    arguments: [
      ("AUS", "AUS"), ("aus", "AUS"), ("Austria", "AUT"), ("austr", nil), ("Austra", "AUS"),
      ("Niger", "NER"), ("niger", "NER"), ("Nigeri", "NGA"), ("NIG", nil), ("turkiye", "TUR"),
      ("TÜRKIYE", "TUR"), ("Tu\u{308}rkiye", "TUR"), ("cote d'ivoire", "CIV"),
      ("Côte d’Ivoire", "CIV"), ("Guinea", "GIN"), ("Guinea-", "GNB"), ("Costa Rica", "CRI"),
      ("Costa R", "CRI"),
    ] as [(String, String?)]
  )
  func `an exact code or name beats a beginning, accents aside`(
    typed: String,
    expected: String?
  ) throws {
    guard let expected else {
      #expect(throws: Complaint.self) { try code(typed) }
      return
    }
    #expect(try code(typed) == expected)
  }

  @Test func `a beginning of several names is refused with their names`() throws {
    var room = try Rooms.hanoi()
    let reply = room.respond(to: "play austr")
    #expect(reply.isRefusal)
    let text = reply.text(on: Screen(width: 200))
    #expect(text.contains("Australia (AUS)"))
    #expect(text.contains("Austria (AUT)"))
  }

  @Test func `a misspelt name is refused with the nearest`() throws {
    var room = try Rooms.hanoi()
    let text = room.answer("play Costa Rcia")
    #expect(text.contains("Costa Rica"))
    #expect(text.rows.last == "  Try: why Costa Rica")
  }

  @Test func `lists are cut at commas, and nobody is named twice`() throws {
    let room = try Rooms.hanoi(after: ["play cote d'ivoire, NER ,turkiye,, ner"])
    #expect(room.session.played == ["CIV", "NER", "TUR"])
    #expect(room.prompt == "[Côte d'Ivoire]> ")
  }

  @Test func `the longest run of words that is a name is taken`() throws {
    var room = try Rooms.classroom()
    #expect(room.answer("why Faro 2").hasPrefix("Faro (FAR) on 2"))
    var tiny = Rooms.room(in: Rooms.tiny)
    #expect(tiny.answer("why albany d'or 1").hasPrefix("Albany d'Or (ALB) on 1"))
    #expect(tiny.answer("why bord").hasPrefix("Bördurland (BOR) on the treaty"))
    #expect(tiny.respond(to: "why al").isRefusal)
  }

  @Test func `all and chair are names of roles`() throws {
    var room = try Rooms.classroom(after: ["play all"])
    #expect(room.session.played.count == 6)
    _ = room.respond(to: "play chair")
    #expect(room.session.played.isEmpty)
    #expect(room.prompt == "> ")
  }
}

struct CompletionTests {
  private func texts(_ line: String, in room: Room) -> [String] {
    room.completion(of: line, at: line.utf8.count).candidates.map(\.text)
  }

  @Test(arguments: ["as tur", "play tur", "play Faro, tür", "why TUR"])
  func `names are completed whatever their accents`(line: String) throws {
    let room = try Rooms.hanoi()
    let completion = room.completion(of: line, at: line.utf8.count)
    #expect(completion.candidates.map(\.text).contains("Türkiye"))
    let before = String(decoding: Array(line.utf8.prefix(completion.start)), as: UTF8.self)
    #expect(before.hasSuffix(" "))
    #expect(!room.after([before + "Türkiye"]).wasRefused || line.contains("Faro"))
  }

  @Test func `after a clause only its wordings are offered`() throws {
    let room = try Rooms.hanoi()
    let clause = try #require(room.scenario.clauses.first { $0.id == "24.1" })
    #expect(texts("propose 24.1 ", in: room) == clause.wordings.map(\.id.text) + ["strike"])
    #expect(texts("propose 24.1 zzz", in: room).isEmpty)
    #expect(texts("try 24.1 stri", in: room) == ["strike"])
  }

  @Test(arguments: ["", "pro", "Faro: pro", "propose ", "propose 2 ", "propose 2 sha", "as Fa"])
  func `the start is where the word under way begins`(line: String) throws {
    let room = try Rooms.classroom()
    let completion = room.completion(of: line, at: line.utf8.count)
    #expect(!completion.candidates.isEmpty)
    let word = line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    #expect(completion.start == line.utf8.count - word.utf8.count)
    for candidate in completion.candidates { #expect(candidate.text.folded.hasPrefix(word.folded)) }
  }

  @Test func `a name with a space is replaced from its beginning`() throws {
    let completion = try Rooms.hanoi().completion(of: "play Faro, costa r", at: 18)
    #expect(completion.candidates.map(\.text) == ["Costa Rica"])
    #expect(completion.start == 11)
  }

  @Test func `after a name and a colon a line begins`() throws {
    let room = try Rooms.classroom()
    #expect(texts("Faro: prop", in: room) == ["propose"])
    #expect(texts("Faro: propose 2 may", in: room) == ["may-review"])
  }

  @Test func `what stands after the cursor is left alone`() throws {
    let completion = try Rooms.classroom().completion(of: "prop 2 may-review", at: 4)
    #expect(completion.candidates.map(\.text) == ["propose"])
    #expect(completion.start == 0)
  }

  @Test func `every verb and every proposal on the table is offered`() throws {
    let room = try Rooms.classroom(after: ["propose 2 may-review", "propose 3 training"])
    let words = Verbs.all.map { $0.word }
    #expect(Set(words).isSubset(of: texts("", in: room)))
    #expect(texts("vote P", in: room) == ["P1", "P2"])
    let open = room.after(["play Faro", "vote draft"])
    #expect(texts("", in: open).starts(with: ["yes", "no", "abstain", "absent"]))
  }

  @Test func `a wording offered for a line makes it work`() throws {
    let room = try Rooms.classroom()
    for clause in room.scenario.clauses {
      let now = room.session.text.provisions[try #require(room.scenario.index(of: clause.id))]
      for text in texts("propose \(clause.id) ", in: room) {
        let reads = text == now.name || (text == "strike" && now == .absent)
        var trial = room
        #expect(trial.respond(to: "propose \(clause.id) \(text)").isRefusal == reads)
      }
    }
  }
}
