import Console
import Foundation

/// A transcript on a disk.
struct TranscriptFile {
  /// Where it is.
  let path: String

  /// Reads it.
  func transcript() throws -> Transcript {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("There is no file \(path) that can be read.", .noInput)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure("\(path) is no transcript: it is not UTF-8 text.", .badData)
    }
    do throws(Transcript.Fault) {
      return try Transcript(reading: text)
    } catch {
      throw Failure("\(path):\(error.line): \(error.problem)", .badData)
    }
  }

  /// The folder that it is in.
  var folder: String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  /// Writes a text in place of the file, whole or not at all.
  func replace(with text: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        "\(path) cannot be written: check the folder and who may write there.",
        .cannotWrite
      )
    }
  }
}

/// A session that goes on from its transcript.
struct Resumption {
  let path: String
  let library: LibraryOptions

  /// Plays the transcript again and opens the room where it ended; the first reply that differs is
  /// told, and the session then goes on in a new file.
  func opened(record: String?) throws -> (Room, Recorder) {
    let file = TranscriptFile(path: path)
    let transcript = try file.transcript().reopened
    let shelf = ScenarioLibrary(given: library.folder, transcriptFolder: file.folder)
    let edition = try shelf.folder(transcript.scenario ?? "").edition()
    let replay = Replay(of: transcript, in: edition.scenario, world: .here)
    guard let first = replay.differences.first else {
      let recorder =
        if let record {
          try Recorder(path: record, isAsked: true, transcript: replay.room.transcript)
        } else {
          try Recorder(path: path, isAsked: false, transcript: replay.room.transcript)
        }
      return (replay.room, recorder)
    }
    let changed = transcript.changedFiles(against: edition)
    let other = record ?? path.replacingSuffix(".plenary", with: "-resumed.plenary")
    Output.complain(
      "Step \(first.step), `\(first.line)`, is answered differently now"
        + (changed.isEmpty ? "." : ": \(changed.joined(separator: ", ")) changed.")
        + " The session goes on in \(other); \(path) stays as it was."
    )
    let now = Transcript(
      of: edition,
      seed: transcript.seed,
      width: transcript.width,
      version: Plenary.version
    )
    var room = replay.room
    room.transcript.header = now.header
    return (room, try Recorder(path: other, isAsked: true, transcript: room.transcript))
  }
}

extension String {
  /// The text with one suffix for another, or with the other added where it has none.
  fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self + other
  }
}
