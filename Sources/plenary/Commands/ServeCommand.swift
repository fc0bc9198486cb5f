import ArgumentParser
import Console
import Foundation

/// `plenary serve-stdio`: a room for programs.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve-stdio",
    abstract: "Open a room for a program: JSON lines in, JSON lines out.",
    discussion: """
      The protocol is plenary.jsonl/1: `{"id": 7, "line": "status"}` gets exactly one \
      `{"id": 7, "result": …}` or `{"id": 7, "error": …}`.
      """
  )

  @Argument(help: "The scenario: an id or a folder. Without one, hanoi.")
  var scenario: String?

  @Option(name: .customLong("as"), help: "Speak for this state; may be given several times.")
  var states: [String] = []

  @Option(help: "The draft to put on the table.")
  var draft: String?

  @Option(help: "What decides all chance: a whole number.")
  var seed: UInt64?

  @Option(help: "Keep the transcript in this file, line by line.")
  var record: String?

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      let edition = try library.library.folder(scenario ?? "hanoi").edition()
      var room = Room(of: edition, seed: seed ?? 1)
      var lines = draft.map { ["start \($0)"] } ?? []
      if !states.isEmpty { lines.append("play \(states.joined(separator: ", "))") }
      for line in lines {
        if let refusal = room.respond(to: CanonicalLine.of(line)).refusal {
          throw Failure("The room was not opened. \(refusal.sentence)", .wrongUse)
        }
      }
      let recorder = try Recorder(
        path: record,
        isAsked: record != nil,
        transcript: room.transcript
      )
      var server = JSONLines(room: room, edition: edition, recorder: recorder)
      try server.run()
    }
  }
}
