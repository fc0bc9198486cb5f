public import ArgumentParser
public import Console
import Foundation
import Negotiation
import Treaty

/// `plenary play`: opens a room.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Open a room and negotiate.",
    discussion: """
      Lines are read from the terminal, or from standard input where that is none. A transcript of \
      every session at a terminal is kept, and `--resume` alone goes on with the last one.
      """
  )

  @OptionGroup var options: RoomOptions

  @Option(
    defaultAsFlag: "",
    help: "Go on with the transcript in this file; without one, with the last session's."
  )
  var resume: String?

  @Option(help: "When to colour replies: auto, always or never.")
  var color: ColourChoice = .auto

  @Option(help: "How to show replies: text, markdown, csv or json.")
  var output: Settings.Output = .text

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if resume != nil, options.scenario != nil || options.seed != nil {
      throw ValidationError("--resume takes scenario and seed from the transcript; leave them out.")
    }
  }

  func run() throws {
    try plenary.run {
      let (room, recorder) = try opened()
      var loop = SessionLoop(
        room: room,
        recorder: recorder,
        isColoured: color.applies(
          in: ProcessInfo.processInfo.environment,
          isTerminal: Terminal.isInteractive
        )
      )
      loop.room.settings.output = output
      try loop.run(
        draft: options.draftLine,
        first: options.firstLines
      )
    }
  }

  private func opened() throws -> (Room, Recorder) {
    if let resume {
      guard let path = resume.isEmpty ? StateFolder.lastSession : resume else {
        throw Failure("There is no last session: neither XDG_STATE_HOME nor HOME is set.", .noInput)
      }
      return try Resumption(path: path, library: library).opened(record: options.record)
    }
    let shelf = library.library
    if let scenario = options.scenario, Disk.kind(of: scenario) == .nothing,
      !shelf.all().contains(where: { $0.id == scenario }),
      let command = NearestName.of(scenario, among: Plenary.commands)
    {
      throw Failure("There is no \(scenario). Did you mean: plenary \(command)", .wrongUse)
    }
    let edition = try shelf.folder(options.scenario ?? RoomOptions.usual).edition()
    let room = Room(of: edition, seed: options.seed ?? 1)
    let path = options.record ?? (Terminal.isInteractive ? StateFolder.newSession() : nil)
    return (
      room, try Recorder(path: path, isAsked: options.record != nil, transcript: room.transcript)
    )
  }
}

extension ColourChoice: ExpressibleByArgument {}
extension Settings.Output: ExpressibleByArgument {}
