import Negotiation
import Testing
import Treaty

@testable import Console

/// What holds for every line, whoever types it and whatever it says.
struct LineTests {
  /// Where the lines are typed; the small scenario is quick, the classroom has all there is.
  enum Place: Sendable, CaseIterable {
    case tiny
    case classroom

    var scenario: Scenario {
      get throws {
        switch self {
        case .tiny: Rooms.tiny
        case .classroom: try Rooms.scenario("classroom")
        }
      }
    }

    /// Rooms that are opened, and lines that are typed in each.
    var extent: (rooms: UInt64, lines: Int) {
      switch self {
      case .tiny: (44, 45)
      case .classroom: (3, 30)
      }
    }
  }

  /// The verbs of random lines: those that end, save or set things are left to other tests.
  private static let verbs = Verbs.words.filter { !["quit", "exit", "bye"].contains($0) }

  /// Types random lines in rooms of all kinds.
  private func converse(
    in place: Place,
    rooms: UInt64? = nil,
    _ look: (_ before: Room, _ after: Room, _ line: String, _ reply: Reply) throws -> Void
  ) throws {
    let scenario = try place.scenario
    for seed in 1...(rooms ?? place.extent.rooms) {
      var dice = Dice(seed: seed, for: "lines")
      // What has been estimated once costs nothing in the copies that refusals try lines in.
      var room = Rooms.room(in: scenario, seed: seed)
        .after([scenario.firstMove, "forecast"] + dice.beginning(in: scenario))
      for _ in 0..<place.extent.lines {
        let before = room
        let line = dice.line(in: scenario, verbs: Self.verbs)
        let reply = room.respond(to: line)
        try look(before, room, line, reply)
      }
    }
  }

  @Test(arguments: Place.allCases)
  func `a refusal leaves all alone and ends in a line that works, and no reply in nothing`(
    place: Place
  ) throws {
    var refused = 0
    var done = 0
    try converse(in: place) { before, after, line, reply in
      let rows = reply.text(on: Screen(width: 80)).rows
      #expect(rows.first?.isEmpty == false, "\(line)")
      #expect(rows.last?.isEmpty == false, "\(line)")
      #expect(after.transcript.steps.last?.line == line)
      guard reply.isRefusal else {
        done += 1
        return
      }
      refused += 1
      let last = String((rows.last ?? "").drop { $0 == " " })
      #expect(rows.first?.hasPrefix("! ") == true, "\(line)")
      #expect(after.session.log == before.session.log, "\(line)")
      #expect(after.session.text == before.session.text, "\(line)")
      #expect(after.session.proposals == before.session.proposals, "\(line)")
      #expect(after.openVote == before.openVote, "\(line)")
      #expect(after.settings == before.settings, "\(line)")
      #expect(after.prompt == before.prompt, "\(line)")
      guard last.hasPrefix("Try: ") else {
        Issue.record("the refusal of `\(line)` ends in `\(last)`")
        return
      }
      var plain = after
      var prefixed = after
      let suggestion = String(last.dropFirst(5))
      #expect(!plain.respond(to: suggestion).isRefusal, "`\(line)` suggests `\(suggestion)`")
      let again = prefixed.respond(to: last)
      #expect(!again.isRefusal, "`\(line)` suggests `\(last)`")
      #expect(prefixed.session.log == plain.session.log)
    }
    #expect(refused > 20 && done > 5)
  }

  @Test func `the same lines give the same bytes in two rooms`() throws {
    var one: [[UInt8]] = []
    var other: [[UInt8]] = []
    try converse(in: .tiny, rooms: 6) { _, _, _, reply in
      one.append(Array(reply.text(on: Screen(width: 80)).utf8))
    }
    try converse(in: .tiny, rooms: 6) { _, _, _, reply in
      other.append(Array(reply.text(on: Screen(width: 80)).utf8))
    }
    #expect(one == other)
  }

  @Test func `what was recorded replays to the same`() throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      var dice = Dice(seed: seed, for: "record")
      var room = Rooms.room(in: Rooms.tiny, seed: seed)
      for _ in 0..<40 {
        let line = dice.line(in: Rooms.tiny, verbs: Self.verbs)
        if !line.isEmpty { _ = room.respond(to: line) }
      }
      let read = try Transcript(reading: room.transcript.text)
      #expect(read.steps == room.transcript.steps)
      let replay = Replay(of: read, in: Rooms.tiny, world: Rooms.world)
      #expect(replay.differences.isEmpty)
    }
  }

  @Test func `ten thousand lines of arbitrary bytes harm nothing`() {
    var dice = Dice(seed: 7, for: "bytes")
    var room = Rooms.room(in: Rooms.tiny).after(["play Aland", "try 1 wide", "vote draft"])
    let telling = Array("\"\\\n\t:,=>#%{}[]. pPyn-ae\u{301}é“”ß🙂\u{202E}\u{0}\u{85}".utf8)
    for count in 0..<10_000 {
      if count % 500 == 0 {
        // A long record makes every copy of the room slower and shows nothing new.
        room.transcript.items = []
      }
      var bytes: [UInt8] = []
      for _ in 0..<dice.below(24) {
        bytes.append(dice.below(2) == 0 ? dice.pick(telling) : UInt8(dice.below(256)))
      }
      let line = CanonicalLine.of(String(decoding: bytes, as: UTF8.self))
      #expect(CanonicalLine.of(line) == line)
      let before = room.session.log
      let reply = room.respond(to: line)
      if reply.isRefusal { #expect(room.session.log == before) }
      _ = room.completion(of: line, at: line.utf8.count)
      #expect(room.transcript.steps.last?.reply?.isEmpty == false)
    }
  }

  @Test func `a name and a colon speak for one line only`() throws {
    var room = try Rooms.classroom(after: ["play Faro"])
    _ = room.respond(to: "Corvia: propose 2 judge-first")
    #expect(room.session.proposals.last?.proposer == .delegation("COR"))
    #expect(room.prompt == "[Faro]> ")
    _ = room.respond(to: "propose 2 may-review")
    #expect(room.session.proposals.last?.proposer == .delegation("FAR"))
    _ = room.respond(to: "brisa:propose 3 training")
    #expect(room.session.proposals.last?.proposer == .delegation("BRI"))
    _ = room.respond(to: "Corvia: nonsense")
    #expect(room.acting == .delegation("FAR"))
    _ = room.respond(to: "chair: propose 4 self-report")
    #expect(room.session.proposals.last?.proposer == .chair)
    #expect(room.acting == .delegation("FAR"))
  }

  @Test func `a ballot in the name of a state is that state's`() throws {
    var room = try Rooms.classroom(after: ["play Faro, Corvia", "vote draft", "Corvia: no"])
    #expect(room.openVote?.waiting == ["FAR"])
    #expect(room.openVote?.ballots == [Vote("COR", .no)])
    #expect(!room.respond(to: "yes").isRefusal)
    let votes = try #require(room.session.votes.last?.votes)
    #expect(votes.contains(Vote("FAR", .yes)))
    #expect(votes.contains(Vote("COR", .no)))
  }

  @Test func `a state that is not asked casts nobody's ballot`() throws {
    var room = try Rooms.classroom(after: ["play Faro", "vote draft"])
    #expect(room.respond(to: "Corvia: no").isRefusal)
    #expect(room.openVote?.waiting == ["FAR"])
  }

  @Test func `an open vote waits, and undo calls it off`() throws {
    var room = try Rooms.classroom(after: ["play Faro", "vote draft"])
    #expect(room.prompt == "[Faro]> ")
    for line in ["propose 2 may-review", "next", "vote draft", "play Corvia", "maybe"] {
      #expect(room.respond(to: line).isRefusal, "\(line)")
    }
    #expect(!room.respond(to: "status").isRefusal)
    #expect(!room.respond(to: "undo").isRefusal)
    #expect(room.openVote == nil)
    #expect(room.session.log.count == 1)
  }
}
