import ArgumentParser
import Console

/// `plenary try`: one change, what it does and to whom.
struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Estimate one change of one clause, without opening a room."
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Argument(help: "The clause.")
  var clause: String

  @Argument(help: "The wording that it would have, or strike.")
  var change: String

  @Option(help: "The draft on the table; without one, the scenario's opening draft.")
  var draft: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Another clause that already reads otherwise: CLAUSE=WORDING. May be repeated.",
      valueName: "change"
    )
  )
  var changes: [String] = []

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Flag(help: "Show a row per state, as comma-separated values.")
  var csv = false

  @Option(help: "When to colour the reply: auto, always or never.")
  var color: ColourChoice = .auto

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if json, csv { throw ValidationError("Take either --json or --csv.") }
    for change in changes where change.split(separator: "=", maxSplits: 1).count != 2 {
      throw ValidationError("“\(change)” is no change; write --set CLAUSE=WORDING.")
    }
  }

  func run() throws {
    try plenary.run {
      let room = Room(of: try library.library.folder(scenario).edition(), seed: 1)
      let line = CanonicalLine.of("\(clause) \(change)")
      let enquiry = Enquiry(trying: line, on: draft, changes: changes, in: room)
      try enquiry.show(on: scenario, asJSON: json, asRows: csv, color: color)
    }
  }
}
