import Foundation
import Negotiation
import ScenarioFile
import Testing
import Treaty

@testable import Console

/// Nothing sealed reaches another delegation: screen, log, completion, data.
struct SealedTests {
  /// What somebody does who has other instructions in one room than in the other.
  private static let secret = [
    "Faro: brief", "Faro: capital 3 on-request", "Faro: capital 2 judge-first",
    "Faro: propose 3 on-request",
  ]

  /// What everybody else can see of it.
  private static let looks = [
    "status", "text", "log", "why Faro", "why Faro 3", "lobby P1", "lobby P1 Faro", "who for",
    "forecast",
    "show 3", "react", "rules", "complete \"Faro: brief\"", "complete \"brief \"",
    "complete \"capital 3 \"",
    "Corvia: brief", "Corvia: log", "Estova: log", "chair: log", "undo", "next", "log", "status",
    "debrief", "memo", "help brief", "Faro: propose 4 self-report", "tested", "assumptions",
  ]

  private struct Document: Encodable {
    private let write: (any Encoder) throws -> Void
    init(_ document: any Encodable) { write = { try document.encode(to: $0) } }
    func encode(to encoder: any Encoder) throws { try write(encoder) }
  }

  /// Faro's instructions in one room, and quite other ones in the other.
  private func rooms(isClass: Bool) throws -> [Room] {
    let files = Rooms.files(of: "classroom")
    let corvia = try #require(files.first { $0.path == "briefs/COR.md" })
    let other =
      String(decoding: corvia.bytes, as: UTF8.self)
      .replacingOccurrences(of: "delegation: COR", with: "delegation: FAR") + "Sealed: 7f3a."
    let swapped = try ScenarioReader.read(
      files.map {
        $0.path == "briefs/FAR.md" ? SourceFile(path: $0.path, bytes: Array(other.utf8)) : $0
      }
    )
    let scenario = try Rooms.scenario("classroom")
    return [scenario, swapped].map {
      Rooms.room(in: $0).after(
        isClass ? ["rules class", "play chair, Faro"] : ["play chair, Faro"]
      )
    }
  }

  @Test(arguments: [false, true])
  func `what others see is the same, whatever one is instructed to do`(
    isClass: Bool
  ) throws {
    var rooms = try rooms(isClass: isClass)
    var own: [[String]] = [[], []]
    for line in Self.secret {
      for place in rooms.indices { own[place].append(rooms[place].answer(line)) }
    }
    #expect(own[0] != own[1], "Faro sees the difference")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for line in Self.looks {
      let replies = rooms.indices.map { rooms[$0].respond(to: line) }
      let texts = replies.map { $0.text(on: Screen(width: 80)) }
      #expect(texts[0] == texts[1], "\(line)")
      let data = try replies.map { try encoder.encode(Document($0.document)) }
      #expect(data[0] == data[1], "\(line)")
      #expect(!texts[1].contains("7f3a"))
    }
    for line in ["", "bri", "capital 2 ", "Corvia: ", "debrief "] {
      let candidates = rooms.map {
        $0.completion(of: line, at: line.utf8.count).candidates.map(\.text)
      }
      #expect(candidates[0] == candidates[1], "\(line)")
    }
  }

  @Test func `in a class instructions open to those who have the seat, and to all at the end`()
    throws
  {
    var room = Rooms.room(in: try Rooms.scenario("classroom")).after([
      "rules class", "play chair, Faro",
    ])
    #expect(room.answer("Faro: brief").contains("MUST"))
    #expect(room.respond(to: "Corvia: brief").isRefusal)
    #expect(room.respond(to: "Corvia: capital 1 serious-crime").isRefusal)
    #expect(room.respond(to: "debrief").isRefusal)
    for line in ["vote draft y y y y y y", "next", "next", "next"] {
      #expect(!room.respond(to: line).isRefusal, "\(line)")
    }
    let debrief = room.answer("debrief Corvia")
    #expect(debrief.contains("NEVER") && debrief.contains("came about"))
  }

  @Test func `an undone deal leaves no estimate behind`() throws {
    let lines = ["play chair, Faro, Corvia", "Faro: propose 2 shall-review"]
    func deal(_ want: String) -> [String] {
      ["Faro: offer Corvia help for \(want)", "Corvia: accept D1"]
    }
    let scenario = try Rooms.scenario("classroom")
    var fresh = Rooms.room(in: scenario).after(lines + deal("draft"))
    var used = Rooms.room(in: scenario)
      .after(
        lines + [
          "Corvia: offer Faro help for draft", "Faro: accept D1", "forecast", "why Faro", "undo",
          "undo",
        ]
      )
      .after(deal("draft"))
    for line in ["forecast", "why Faro", "why Corvia", "try 3 training"] {
      #expect(used.answer(line) == fresh.answer(line), "\(line)")
    }
  }
}
