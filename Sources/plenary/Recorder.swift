import Console
import Foundation

/// A transcript that grows on disk after every line: written, synced, then shown.
struct Recorder {
  /// Where it grows; nil where nothing is kept.
  let path: String?
  private var handle: FileHandle?
  private var written = 0

  /// Starts a file with what is on the record so far.
  ///
  /// A file that was asked for must not exist yet, and failing to write it ends the program; one
  /// that is only kept in passing is done without, and that is said.
  init(path: String?, isAsked: Bool, transcript: Transcript) throws {
    self.path = path
    guard let path else { return }
    do {
      try start(path, isAsked: isAsked, transcript)
    } catch let failure as Failure where isAsked {
      throw failure
    } catch {
      Output.complain("This session is not kept: \(path) cannot be written.")
    }
  }

  private mutating func start(_ path: String, isAsked: Bool, _ transcript: Transcript) throws {
    if isAsked, Disk.kind(of: path) != .nothing {
      throw Failure(
        "\(path) exists already. Go on with it by --resume \(path), or record under another name.",
        .cannotCreate
      )
    }
    // Whole or not at all: a file that is gone on with is never half there.
    try TranscriptFile(path: path).replace(with: transcript.text)
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw Failure("\(path) cannot be written: check who may write there.", .cannotCreate)
    }
    try handle.seekToEnd()
    self.handle = handle
    written = transcript.items.count
  }

  /// Writes what has come onto the record since.
  mutating func keep(_ transcript: Transcript) throws {
    guard let handle, written < transcript.items.count else { return }
    let text = transcript.items[written...].map { Transcript.text(of: $0) }.joined()
    try write(text, to: handle)
    written = transcript.items.count
  }

  /// Writes the closing line and ends the file.
  mutating func close(_ transcript: Transcript) throws {
    try keep(transcript)
    guard let handle else { return }
    try write(Transcript.text(of: .mark(transcript.end(sha256: Digest.sha256))), to: handle)
    self.handle = nil
  }

  private func write(_ text: String, to handle: FileHandle) throws {
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch {
      throw Failure(
        "The transcript \(path ?? "") cannot be written any more: the disk may be full. What was written so far is kept.",
        .cannotWrite
      )
    }
  }
}

/// What the program keeps for itself: `$XDG_STATE_HOME/plenary`.
enum StateFolder {
  /// The folder, made if it can be; nil where there is no home.
  static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    let base =
      environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state" }
    guard let base else { return nil }
    let path = base + "/plenary"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return path
    } catch {
      return nil
    }
  }

  /// The file of lines typed before, for the arrow keys.
  static var history: String? { path.map { $0 + "/history" } }

  /// The transcript of the last session at a terminal.
  static var lastSession: String? { path.map { $0 + "/last.plenary" } }

  /// Makes room for the transcript of a new session: the last one becomes the one before.
  static func newSession() -> String? {
    guard let lastSession, let path else { return nil }
    let manager = FileManager.default
    let before = path + "/before-last.plenary"
    do {
      if manager.fileExists(atPath: lastSession) {
        if manager.fileExists(atPath: before) { try manager.removeItem(atPath: before) }
        try manager.moveItem(atPath: lastSession, toPath: before)
      }
      return lastSession
    } catch {
      return nil
    }
  }
}
