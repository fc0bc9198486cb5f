import Console
import Foundation

/// A session at a terminal or over a pipe: lines in, replies out, the transcript in between.
struct SessionLoop {
  var room: Room
  var recorder: Recorder
  let isColoured: Bool
  /// Whether the last line was refused.
  private var wasRefused = false
  private var desk = WritingDesk()
  /// How many files of lines are being typed, one out of another.
  private var depth = 0
  /// Files that name each other in a ring end here.
  private static let deepest = 8

  init(room: Room, recorder: Recorder, isColoured: Bool) {
    self.room = room
    self.recorder = recorder
    self.isColoured = isColoured
  }

  /// Runs until the input ends or somebody quits.
  ///
  /// `draft` and `first` are lines that the command line stands for, the one before the greeting and
  /// the others after it.
  mutating func run(draft: String?, first: [String]) throws {
    if let draft, let refusal = room.respond(to: draft).refusal {
      throw Failure("The room was not opened. \(refusal.sentence)", .wrongUse)
    }
    if room.settings.output == .text {
      try Output.show(screen.text(of: room.greeting))
    }
    var isOver = false
    for line in first where !isOver {
      try separate()
      isOver = try answer(line)
      if wasRefused { throw Failure("The room was not opened: `\(line)` is refused.", .wrongUse) }
    }
    if !isOver, Terminal.isInteractive, let config = LineFile.config {
      isOver = try type(config)
    }
    if !isOver {
      if Terminal.isInteractive { try runAtTerminal() } else { try runOverPipe() }
    }
    try recorder.close(room.transcript)
  }

  private mutating func runOverPipe() throws {
    while let typed = readLine(strippingNewline: true) {
      if typed.hasPrefix("#") {
        room.note(CanonicalLine.of(typed))
        try recorder.keep(room.transcript)
        continue
      }
      let line = CanonicalLine.of(typed.precomposedStringWithCanonicalMapping)
      guard !line.isEmpty else { continue }
      try separate()
      if try answer(line) { return }
    }
  }

  private mutating func runAtTerminal() throws {
    Terminal.restoreOnExit()
    let shared = SharedRoom(room)
    let editor = LineEditor(
      program: "plenary",
      history: StateFolder.history,
      completing: { line, cursor in
        let completion = shared.room.completion(of: line, at: cursor)
        return (completion.start, completion.candidates)
      },
      isComplete: { CanonicalLine.isComplete($0) }
    )
    if let problem = editor.historyProblem {
      Output.complain("Lines typed are not kept for the next session: \(problem)")
    }
    while true {
      shared.room = room
      editor.isGhosting = room.settings.showsGhost
      try Output.show(raw: "\n")
      switch editor.read(prompt: room.prompt, styled: isColoured) {
      case .interrupted: continue
      case .endOfInput:
        try Output.show("")
        return
      case .failed(let reason):
        throw Failure("The terminal cannot be read (error \(reason)).", .ourFault)
      case .line(let typed):
        if typed.hasPrefix("#") {
          room.note(CanonicalLine.of(typed))
          try recorder.keep(room.transcript)
          continue
        }
        let line = CanonicalLine.of(
          typed.joiningContinuedLines.precomposedStringWithCanonicalMapping
        )
        guard !line.isEmpty else {
          try Output.show(screen.text(of: room.suggestion))
          continue
        }
        editor.remember(typed)
        if try answer(line) { return }
      }
    }
  }

  /// Answers one line; true where it ends the session.
  private mutating func answer(_ line: String) throws -> Bool {
    let reply = room.respond(to: line)
    wasRefused = reply.isRefusal
    try recorder.keep(room.transcript)
    if let problem = desk.carryOut(reply.wish, for: room.transcript) {
      try Output.show("! \(problem)")
      return false
    }
    try show(reply)
    if case .type(let name) = reply.wish { return try type(LineFile(name)) }
    return reply.wish == .quit
  }

  /// Types the lines of a file; true where one of them ends the session.
  private mutating func type(_ file: LineFile) throws -> Bool {
    guard depth < Self.deepest else {
      try Output.show("! \(file.path) is not read: files name each other \(Self.deepest) deep.")
      return false
    }
    depth += 1
    defer { depth -= 1 }
    switch file.lines() {
    case .failure(let failure):
      try Output.show("! \(failure.sentence)")
    case .success(let lines):
      for line in lines {
        try separate()
        if room.settings.output == .text { try Output.show("\(room.prompt)\(line)") }
        if try answer(line) { return true }
      }
    }
    return false
  }

  private func show(_ reply: Reply) throws {
    switch room.settings.output {
    case .text: try Output.show(reply.text(on: screen))
    case .json: try Output.show(try Output.json(reply.document))
    }
  }

  /// Replies over a pipe are kept apart by an empty line.
  private func separate() throws {
    if room.settings.output == .text { try Output.show("") }
  }

  private var screen: Screen {
    let width = room.settings.width ?? (Terminal.isInteractive ? Terminal.width : 80)
    return Screen(width: width, isColoured: isColoured)
  }
}

/// The room as the line editor's callbacks see it, which C keeps by reference.
private final class SharedRoom {
  var room: Room

  init(_ room: Room) {
    self.room = room
  }
}

extension String {
  /// The lines of an entry that a backslash continued, as one.
  fileprivate var joiningContinuedLines: String {
    replacingOccurrences(of: "\\\n", with: " ")
  }
}
