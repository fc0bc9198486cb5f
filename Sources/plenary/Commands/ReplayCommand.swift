import ArgumentParser
import Console
import Foundation
import Treaty

/// `plenary replay`: plays transcripts again and compares every reply.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play transcripts again and compare every reply, byte for byte.",
    discussion: "Exit code 0 if all agree, 1 if some differ, 65 if a file is no transcript."
  )

  @Argument(help: "Transcripts, or folders that are searched for them.")
  var paths: [String]

  @Flag(help: "Rewrite the replies that differ; refused where CI is set.")
  var accept = false

  @Option(name: .customLong("scenario"), help: "Type the lines into this scenario instead.")
  var scenario: String?

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      if accept, ProcessInfo.processInfo.environment["CI"] != nil {
        throw Failure(
          "Replies are never accepted where CI is set: look at the differences.",
          .wrongUse
        )
      }
      let files = try paths.flatMap { try transcripts(at: $0) }
      guard !files.isEmpty else {
        throw Failure("No transcript is found there: their names end in .plenary.", .noInput)
      }
      var differing = 0
      var shown: [String: String] = [:]
      for file in files where try !agrees(file, shown: &shown) {
        differing += 1
      }
      try Output.show("\(files.count - differing) agree, \(differing) differ")
      if differing > 0, !accept { throw ExitCode(1) }
    }
  }

  private func transcripts(at path: String) throws -> [TranscriptFile] {
    switch Disk.kind(of: path) {
    case .nothing: throw Failure("There is no file or folder \(path).", .noInput)
    case .file: return [TranscriptFile(path: path)]
    case .folder:
      return Disk.files(below: path, ending: ".plenary").map { TranscriptFile(path: $0) }
    }
  }

  /// Plays one file; shows its first difference, unless another file had the same.
  private func agrees(_ file: TranscriptFile, shown: inout [String: String]) throws -> Bool {
    let transcript = try file.transcript()
    let shelf = ScenarioLibrary(given: library.folder, transcriptFolder: file.folder)
    let edition = try shelf.folder(scenario ?? transcript.scenario ?? "").edition()
    let replay = Replay(of: transcript, in: edition.scenario, world: .here)
    let isIntact = transcript.isIntact(sha256: Digest.sha256)
    if replay.differences.isEmpty, isIntact != false { return true }
    if accept {
      try rewrite(file, transcript, replay, edition)
      return false
    }
    guard let first = replay.differences.first else {
      try Output.show(
        "\(file.path): the closing line does not fit: the file was cut or changed after it was closed"
      )
      return false
    }
    let lines = description(of: first)
    let key = lines.joined(separator: "\n")
    if let other = shown[key] {
      try Output.show("\(file.path):\(first.place)  the same difference as in \(other)")
      return false
    }
    shown[key] = file.path
    try Output.show("\(file.path):\(first.place)  step \(first.step)  `\(first.line)`")
    for line in lines { try Output.show("  \(line)") }
    let changed = transcript.changedFiles(against: edition)
    if !changed.isEmpty {
      try Output.show("  recorded on other files: \(changed.joined(separator: ", ")) changed")
    }
    if let version = transcript.value(of: "program"), version != Plenary.version {
      try Output.show("  recorded with plenary \(version); this is \(Plenary.version)")
    }
    return false
  }

  /// The lines of a reply that went and came.
  private func description(of difference: Replay.Difference) -> [String] {
    guard let expected = difference.expected else { return difference.actual.rows }
    let old = expected.rows
    let new = difference.actual.rows
    let changes = new.difference(from: old)
    return changes.removals.map { "- \($0.element)" } + changes.insertions.map { "+ \($0.element)" }
  }

  private func rewrite(
    _ file: TranscriptFile,
    _ transcript: Transcript,
    _ replay: Replay,
    _ edition: Edition
  ) throws {
    var accepted = replay.accepted(into: transcript)
    if transcript.value(of: "program") != nil {
      accepted.header =
        Transcript(
          of: edition,
          seed: transcript.seed,
          width: transcript.width,
          version: Plenary.version
        ).header
    }
    if transcript.isIntact(sha256: Digest.sha256) != nil {
      accepted = accepted.reopened.closed(sha256: Digest.sha256)
    }
    try file.replace(with: accepted.text)
    try Output.show("Rewrote \(file.path).")
  }
}

extension String {
  fileprivate var rows: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension CollectionDifference.Change {
  fileprivate var element: ChangeElement {
    switch self {
    case .insert(_, let element, _), .remove(_, let element, _): element
    }
  }
}
