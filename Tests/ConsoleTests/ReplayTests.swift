import Console
import Foundation
import Negotiation
import Testing
import Treaty

struct ReplayTests {
  private static let lines = [
    "text", "expect not adopted", "play Faro", "try 2 shall-review", "propose 2 shall-review",
    "expect 2 bracketed", "Corvia: sponsor P1", "nonsense", "expect refused", "vote P1", "yes",
    "log", "expect 2 = shall-review", "expect adopted",
  ]

  private func replay(_ transcript: Transcript) throws -> Replay {
    Replay(of: transcript, in: try Rooms.scenario("classroom"), world: Rooms.world)
  }

  /// A transcript with the reply of a step changed.
  private func changed(_ transcript: Transcript, step: Int, to reply: String?) -> Transcript {
    var changed = transcript
    let old = transcript.steps[step - 1]
    let place = transcript.items.firstIndex(of: .step(old)) ?? 0
    changed.items[place] = .step(
      Transcript.Step(prompt: old.prompt, line: old.line, reply: reply)
    )
    return changed
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a room just recorded replays to the same`(seed: UInt64) throws {
    let room = try Rooms.classroom(after: Self.lines, seed: seed)
    let read = try Transcript(reading: room.transcript.text)
    let replay = try replay(read)
    #expect(replay.differences.isEmpty)
    #expect(replay.expectations == 5)
    #expect(replay.room.transcript.steps == room.transcript.steps)
    #expect(replay.room.session.log == room.session.log)
  }

  @Test func `a changed reply differs at its step and line`() throws {
    let room = try Rooms.classroom(after: Self.lines)
    let altered = changed(room.transcript, step: 3, to: "You speak for Brisa.")
    let read = try Transcript(reading: altered.text)
    let replay = try replay(read)
    #expect(replay.differences.map(\.step) == [3])
    let difference = try #require(replay.differences.first)
    #expect(difference.line == "play Faro")
    #expect(difference.expected == "You speak for Brisa.")
    #expect(difference.actual == room.transcript.steps[2].reply)
    #expect(altered.text.rows[difference.place - 1] == "> play Faro")
  }

  @Test func `a step that leaves its reply open is not compared`() throws {
    let text = "%plenary 1\n%scenario classroom\n\n> text\n\n> nonsense\n\n> expect refused\n"
    #expect(try replay(Transcript(reading: text)).differences.isEmpty)
  }

  @Test func `an expectation that fails differs even without a reply`() throws {
    let text = "%plenary 1\n%scenario classroom\n\n> text\n\n> expect adopted\n"
    let replay = try replay(Transcript(reading: text))
    #expect(replay.differences.map(\.step) == [2])
    #expect(replay.differences.first?.isFailedExpectation == true)
  }

  @Test func `accepting keeps comments and open replies, and takes the replies of now`() throws {
    var room = try Rooms.classroom()
    room.note("# The class begins.")
    room = room.after(["text"])
    room.note("# And goes on.")
    room = room.after(["play Faro"])
    let altered = changed(
      changed(room.transcript, step: 1, to: "Nothing."),
      step: 2,
      to: nil
    )
    let accepted = try replay(altered).accepted(into: altered)
    #expect(accepted == changed(room.transcript, step: 2, to: nil))
    #expect(try replay(accepted).differences.isEmpty)
  }

  @Test func `accepting never takes an expectation that fails`() throws {
    let text =
      "%plenary 1\n%scenario classroom\n\n> expect adopted\nok\n\n> status\nWrong.\n\n> expect 2 open\nok\n"
    let transcript = try Transcript(reading: text)
    let replay = try replay(transcript)
    let accepted = replay.accepted(into: transcript)
    #expect(accepted.steps[0].reply == "ok")
    #expect(accepted.steps[1].reply != "Wrong.")
    #expect(try self.replay(accepted).differences.map(\.step) == [1])
  }
}

/// The recorded sessions of the repository.
struct RecordedSessionTests {
  private static let folder = "\(Rooms.repository)/transcripts"

  static let files: [String] = {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.hasSuffix(".plenary") }.sorted()
  }()

  private func transcript(_ file: String) throws -> Transcript {
    let data = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(file)"))
    return try Transcript(reading: String(decoding: data, as: UTF8.self))
  }

  @Test func `there are recorded sessions, and each scenario has one`() throws {
    #expect(!Self.files.isEmpty)
    let played = try Self.files.compactMap { try transcript($0).scenario }
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: "\(Rooms.repository)/scenarios"
    )
    // What stands there and is no folder is shared by all.
    for name in folders where !name.contains(".") {
      #expect(played.contains(name), "no transcript plays \(name)")
    }
  }

  @Test(arguments: files) func `a recorded session replays to the same`(file: String) throws {
    let transcript = try transcript(file)
    let scenario = try Rooms.scenario(try #require(transcript.scenario))
    let replay = Replay(of: transcript, in: scenario, world: Rooms.world)
    for difference in replay.differences {
      Issue.record(
        "\(file):\(difference.place) `\(difference.line)` is answered:\n\(difference.actual)"
      )
    }
  }
}
