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
  /// Where a terminal takes notices; nil without one.
  private var postbox: Postbox?
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
      try Output.show(screen.text(of: room.greeting(isFollowed: !first.isEmpty)))
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
        guard completion.awaitsFile else { return (completion.start, completion.candidates) }
        let typed = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
        let name = String(decoding: typed.utf8.dropFirst(completion.start), as: UTF8.self)
        return (completion.start, FileNames.candidates(beginning: name))
      },
      isComplete: { CanonicalLine.isComplete($0) }
    )
    postbox = editor.postbox
    var isProblemTold = false
    while true {
      if let problem = editor.historyProblem, !isProblemTold {
        Output.complain("Lines typed are not kept for the next session: \(problem)")
        isProblemTold = true
      }
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
        var line = CanonicalLine.of(
          typed.joiningContinuedLines.precomposedStringWithCanonicalMapping
        )
        if line.isEmpty, let rest = room.lineForEnter { line = rest }
        guard !line.isEmpty else {
          try Output.show(screen.text(of: room.suggestion))
          continue
        }
        editor.remember(typed)
        Terminal.clearInterrupt()
        if try answer(line) { return }
      }
    }
  }

  /// Answers one line; true where it ends the session.
  private mutating func answer(_ line: String) throws -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    guard let reply = response(to: line) else {
      try Output.show("Stopped. Nothing has changed.")
      return false
    }
    let time = clock.now - start
    wasRefused = reply.isRefusal
    try recorder.keep(room.transcript)
    if let problem = desk.carryOut(reply.wish, for: room.transcript) {
      try Output.show("! \(problem)")
      return false
    }
    try show(reply)
    if room.settings.showsTiming { Output.complain("(\(time.inMilliseconds) ms)") }
    switch reply.wish {
    case .type(let name): return try type(LineFile(name))
    case .edit(let manuscript): return try edit(manuscript)
    case .remind(let reminder): postbox?.remind(reminder)
    case .save, .write, .quit, nil: break
    }
    return reply.wish == .quit
  }

  /// What the room answers; nil where a person at a terminal did not wait for it.
  private mutating func response(to line: String) -> Reply? {
    guard Terminal.isInteractive else { return room.respond(to: line) }
    guard let (next, reply) = Aside.response(of: room, to: line) else { return nil }
    room = next
    return reply
  }

  /// Has a person change the words of a clause, and tries what comes of it; true where that ends the session.
  private mutating func edit(_ manuscript: Reply.Manuscript) throws -> Bool {
    let instead = "  Try: show \(manuscript.clause)"
    guard Terminal.isInteractive else {
      try Output.show(
        "! There is no terminal to edit at. `try` takes a whole text in quotes.\n\(instead)"
      )
      return false
    }
    switch TextEditor.words(of: manuscript.text) {
    case .failure(let failure): try Output.show("! \(failure.sentence)\n\(instead)")
    case .success(let words):
      let typed = words.precomposedStringWithCanonicalMapping
      guard let line = manuscript.line(trying: typed) else {
        try Output.show("Nothing was changed.")
        return false
      }
      try separate()
      try Output.show("\(room.prompt)\(line)")
      return try answer(line)
    }
    return false
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
      for (count, line) in lines.enumerated() {
        if Terminal.interruptRequested {
          Terminal.clearInterrupt()
          let rest = lines.count - count
          try Output.show(
            "Stopped. \(rest) of \(lines.count) lines of \(file.path) were not typed."
          )
          return false
        }
        try separate()
        if room.settings.output == .text { try Output.show("\(room.prompt)\(line)") }
        if try answer(line) { return true }
      }
    }
    return false
  }

  private func show(_ reply: Reply) throws {
    switch room.settings.output {
    case .text: try showPaged(reply.text(on: screen))
    case .markdown: try showPaged(reply.markdown)
    case .json: try Output.show(try Output.json(reply.document))
    case .csv:
      // A spreadsheet takes tables; sentences are for the person.
      let rows = reply.commaSeparated
      if rows.isEmpty { Output.complain(reply.text(on: screen)) } else { try Output.show(rows) }
    }
  }

  /// Shows a text, by a pager if it is taller than the terminal; the lines of a file do not wait for one.
  private func showPaged(_ text: String) throws {
    let isTall = text.utf8.count { $0 == UInt8(ascii: "\n") } + rowsAround > Terminal.height
    if depth == 0, Terminal.isInteractive, room.settings.isPaged, isTall, Pager.show(text) {
      return
    }
    try Output.show(text)
  }

  /// The row of the last line, and the empty row and the prompt below it.
  private let rowsAround = 3

  /// Replies over a pipe are kept apart by an empty line.
  private func separate() throws {
    switch room.settings.output {
    case .text, .markdown: try Output.show("")
    case .csv, .json: break
    }
  }

  private var screen: Screen {
    let width = room.settings.columns ?? (Terminal.isInteractive ? Terminal.width : 80)
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

extension Duration {
  /// Whole milliseconds.
  fileprivate var inMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

extension String {
  /// The lines of an entry that a backslash continued, as one.
  fileprivate var joiningContinuedLines: String {
    replacingOccurrences(of: "\\\n", with: " ")
  }
}
