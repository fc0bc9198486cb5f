import ArgumentParser
import Console
import Foundation

/// `plenary sweep`: what would become of every changed text, one after another.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Estimate a draft with every change of one clause, or of two, as JSON lines.",
    discussion: """
      A line for the draft as it stands, then one for each listed wording of each clause and for leaving it out \
      where some draft does. Lines do not depend on each other: what --shard 1/4 to 4/4 print, put together, is \
      the whole. In a room, `sweep CLAUSE` is another thing: it shows the changes of one clause side by side.
      """
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Option(help: "The draft; without one, the scenario's opening draft.")
  var draft: String?

  @Option(help: "The clauses that may change, by commas; without it, all.")
  var clauses: String?

  @Flag(help: "Then a line for every two changes of two clauses, too.")
  var pairs = false

  @Option(help: "The rule: simple-majority, two-thirds, absolute-majority or consensus.")
  var rule: String?

  @Option(help: "Only every N-th line from line I on: I/N, such as 1/4.")
  var shard: String?

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if let shard, Shard(shard) == nil {
      throw ValidationError(
        "“\(shard)” is no share; write --shard I/N with I from 1 to N, such as --shard 1/4."
      )
    }
    guard clauses == nil || !names.isEmpty else {
      throw ValidationError("--clauses takes clauses by commas, such as --clauses 6.2,24.1.")
    }
  }

  func run() throws {
    try plenary.run {
      let room = Room(of: try library.library.folder(scenario).edition(), seed: 1)
      let sweep: TextSweep
      do {
        sweep = try TextSweep(of: draft, clauses: names, withPairs: pairs, rule: rule, in: room)
      } catch let error as TextSweep.Refused {
        return try error.enquiry.show(on: scenario, asJSON: false, asRows: false, color: .never)
      }
      let share = shard.flatMap { Shard($0) } ?? .whole
      for number in share.parts(of: sweep.count) {
        try Output.show(try Output.json(sweep.line(number)))
      }
    }
  }

  private var names: [String] {
    (clauses ?? "").split(separator: ",")
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
