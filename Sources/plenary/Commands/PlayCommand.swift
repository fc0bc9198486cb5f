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

  @Option(
    defaultAsFlag: "",
    help: "Go on with the transcript in this file; without one, with the last session's."
  )
  var resume: String?

  @Option(help: "When to colour replies: auto, always or never.")
  var color: ColourChoice = .auto

  @Option(help: "How to show replies: text or json.")
  var output: Settings.Output = .text

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if resume != nil, scenario != nil || seed != nil {
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
        draft: draft.map { CanonicalLine.of("start \($0)") },
        first: states.isEmpty ? [] : [CanonicalLine.of("play \(states.joined(separator: ", "))")]
      )
    }
  }

  private func opened() throws -> (Room, Recorder) {
    if let resume {
      guard let path = resume.isEmpty ? StateFolder.lastSession : resume else {
        throw Failure("There is no last session: neither XDG_STATE_HOME nor HOME is set.", .noInput)
      }
      return try Resumption(path: path, library: library).opened(record: record)
    }
    let shelf = library.library
    if let scenario, Disk.kind(of: scenario) == .nothing,
      !shelf.all().contains(where: { $0.id == scenario }),
      let command = NearestName.of(scenario, among: Plenary.commands)
    {
      throw Failure("There is no \(scenario). Did you mean: plenary \(command)", .wrongUse)
    }
    let edition = try shelf.folder(scenario ?? "hanoi").edition()
    let room = Room(of: edition, seed: seed ?? 1)
    let path = record ?? (Terminal.isInteractive ? StateFolder.newSession() : nil)
    return (room, try Recorder(path: path, isAsked: record != nil, transcript: room.transcript))
  }
}

extension ColourChoice: ExpressibleByArgument {}
extension Settings.Output: ExpressibleByArgument {}
