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

  @OptionGroup var options: RoomOptions

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      let edition = try library.library.folder(options.scenario ?? RoomOptions.usual).edition()
      var room = Room(of: edition, seed: options.seed ?? 1)
      for line in [options.draftLine].compactMap(\.self) + options.firstLines {
        if let refusal = room.respond(to: line).refusal {
          throw Failure("The room was not opened. \(refusal.sentence)", .wrongUse)
        }
      }
      let recorder = try Recorder(
        path: options.record,
        isAsked: options.record != nil,
        transcript: room.transcript
      )
      var server = JSONLines(room: room, edition: edition, recorder: recorder)
      try server.run()
    }
  }
}
