import Foundation
import Testing
import Treaty

@testable import Console

struct VerbTests {
  @Test func `every verb is in the overview and no word means two verbs`() throws {
    var room = try Rooms.classroom()
    let overview = room.answer("help")
    for verb in Verbs.all {
      let words = overview.split { $0.isWhitespace || $0 == "," }
      #expect(words.contains(Substring(verb.word)), "\(verb.word)")
    }
    #expect(overview.rows.count <= 23, "with the prompt it has to fit a screen")
    #expect(Set(Verbs.words).count == Verbs.words.count)
  }

  @Test(arguments: Verbs.words)
  func `every verb has help with an example that works`(word: String) throws {
    for lines in [
      [], ["play Faro"], ["Aurland: propose 2 may-review"],
      ["play all", "vote draft yes yes yes yes yes yes"],
    ] {
      var room = Rooms.room(in: try Rooms.scenario("classroom")).after(lines)
      let page = room.answer("help \(word)").rows
      let verb = try #require(Verbs.named(word))
      #expect(page.first == verb.usage)
      let example = try #require(
        page.last.flatMap { $0.hasPrefix("  Example: ") ? String($0.dropFirst(11)) : nil }
      )
      #expect(!room.respond(to: example).isRefusal, "\(word): \(example)")
    }
  }

  /// Lines that pass through every verb; all of them are done, in this order.
  static let tour: [(scenario: String, lines: [String])] = [
    (
      "classroom",
      [
        "tour", "tour off", "source lines.txt", "help", "status", "text", "text 2", "show 3",
        "find police",
        "compare compromise",
        "try 2 shall-review", "who changed", "assumptions", "tested", "memo", "react",
        "react net-alliance",
        "forecast",
        "forecast consensus", "why Dunmar", "why Dunmar 1", "who for", "who against", "who unsure",
        "lobby", "lobby Brisa", "play Faro, Corvia", "propose 2 shall-review", "show P1",
        "Brisa: object P1", "Estova: sponsor P1", "Estova: withdraw P1", "lobby P1 Aurland",
        "why Corvia P1", "expect 2 bracketed", "vote P1", "yes", "no", "log", "status",
        "chair: agree draft", "next", "undo", "set hints on", "complete \"try 2 \"",
        "start compromise",
        "whatif 1 any-offence", "vote 5 yes yes", "save", "help try", "as all",
        "vote draft yes yes yes yes yes yes", "status", "log", "Faro: sign yes", "next", "next",
        "next", "debrief", "debrief Faro", "debrief cards.html", "set projector on", "help", "more",
        "set projector off",
        "timer 10 caucus", "lint", "sweep 2", "edit 2", "principles", "start opening",
        "power", "power Faro two thirds", "landing", "landing limits salience", "advise --for Faro",
        "play chair, Faro, Corvia", "rules", "rules class", "Faro: brief", "rules open",
        "rules 45-minutes", "Faro: propose 2 shall-review", "ask Estova, Dunmar sponsor P1",
        "Faro: capital 3 on-request", "Faro: offer Brisa \"I will speak for you\"",
        "Faro: offer Corvia help for sponsor P1", "Corvia: counter D2 sponsor P1 for help",
        "Faro: accept D3", "Faro: offer Corvia help for draft", "Corvia: refuse D4",
        "Faro: declare reservation 1", "say \"We are nearly there.\"", "noaction P1 yes no",
        "Estova: explain draft \"We can live with it.\"", "Faro: divide 1", "yes yes", "status",
        "next", "undo", "quit",
      ]
    ),
    (
      "hanoi",
      [
        "text", "show 24.2", "find evidence", "compare final", "try 6.2 listed-rights",
        "forecast", "why Iran", "who against", "lobby", "play Türkiye", "propose 24.2 strike",
        "Costa Rica: sponsor P1", "show P1", "react", "Costa Rica: propose 24.2 with-remedy",
        "show 24.2",
        "Türkiye: appeal 24.2 no", "vote P1 yes", "reconsider 24.2 yes",
        "power", "log", "status", "undo", "quit",
      ]
    ),
  ]

  @Test(arguments: tour.indices)
  func `no line of a reply is wider than the screen`(place: Int) throws {
    let (scenario, lines) = Self.tour[place]
    for width in [80, 60, 40] {
      if width < 80, scenario == "hanoi" { continue }
      var room = Rooms.room(in: try Rooms.scenario(scenario))
      for line in lines {
        let reply = room.respond(to: line)
        #expect(!reply.isRefusal, "\(line)")
        // A projector has columns of its own.
        if room.settings.isProjected { continue }
        for row in reply.text(on: Screen(width: width)).rows where row.displayWidth > width {
          // A word that is wider than its column stands alone.
          let words = row.split(separator: " ")
          #expect(words.count == 1, "`\(line)` shows `\(row)`")
        }
        #expect(reply.text(on: Screen(width: width)).rows.allSatisfy { !$0.hasSuffix(" ") })
      }
    }
  }

  @Test func `the tour passes through every verb`() {
    let verbs = Self.tour.flatMap(\.lines).compactMap { line -> String? in
      let words = line.split(separator: " ").map(String.init)
      let word = words.first.map { $0.hasSuffix(":") ? words[1] : $0 }
      return word.flatMap { Verbs.named($0)?.word }
    }
    for verb in Verbs.all {
      #expect(verbs.contains(verb.word), "\(verb.word)")
    }
  }

  @Test func `every reply is a document with a schema`() throws {
    var room = Rooms.room(in: try Rooms.scenario("classroom"))
    let refused = ["nonsense", "show 9", "undo x", "vote P9", "expect adopted", "set width 3"]
    for line in refused + Self.tour[0].lines {
      let reply = room.respond(to: line)
      let data = try JSONEncoder().encode(Document(reply.document))
      let fields = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let schema = fields?["schema"] as? String
      #expect(schema?.hasPrefix("plenary.") == true && schema?.hasSuffix("/1") == true, "\(line)")
      if reply.isRefusal { #expect(schema == "plenary.refusal/1", "\(line)") }
    }
  }

  /// A document whose type is only known while the program runs.
  private struct Document: Encodable {
    private let write: (any Encoder) throws -> Void

    init(_ document: any Encodable) {
      write = { try document.encode(to: $0) }
    }

    func encode(to encoder: any Encoder) throws {
      try write(encoder)
    }
  }

  @Test func `every verb is typed in a recorded session`() throws {
    var typed: Set<String> = []
    for file in RecordedSessionTests.files {
      let path = "\(Rooms.repository)/transcripts/\(file)"
      let data = try #require(FileManager.default.contents(atPath: path))
      for step in try Transcript(reading: String(decoding: data, as: UTF8.self)).steps {
        let line = step.line.split(separator: ":").last.map(String.init) ?? step.line
        for part in [step.line, line] {
          let word = part.split(separator: " ").first.map(String.init) ?? ""
          if let verb = Verbs.named(word) { typed.insert(verb.word) }
        }
      }
    }
    for verb in Verbs.all {
      #expect(typed.contains(verb.word), "no transcript types \(verb.word)")
    }
  }

  @Test func `saving and leaving are wishes, and nothing else is`() throws {
    var room = try Rooms.classroom()
    #expect(room.respond(to: "save a.plenary").wish == .save("a.plenary"))
    #expect(room.respond(to: "quit").wish == .quit)
    #expect(room.respond(to: "save x/").wish == nil)
    #expect(room.respond(to: "status").wish == nil)
  }

  @Test func `no file name has a line break in it`() throws {
    var room = try Rooms.classroom()
    #expect(room.respond(to: #"save "a\n""#).isRefusal)
    #expect(room.respond(to: #"save "a\nb""#).isRefusal)
  }
}
