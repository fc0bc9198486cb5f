import ArgumentParser
import Console

/// `plenary place`: where a wording stands, cue by cue.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Show where a wording stands on the issues, cue by cue."
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Argument(help: "The clause.")
  var clause: String

  @Argument(help: "The change: a wording, or an edit such as 'replace \"shall\"#1 with \"may\"'.")
  var change: String?

  @Option(help: "The whole text of the clause, in words of your own.")
  var text: String?

  @Option(help: "The draft on the table; without one, the scenario's opening draft.")
  var draft: String?

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Option(help: "When to colour the reply: auto, always or never.")
  var color: ColourChoice = .auto

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if (change == nil) == (text == nil) {
      throw ValidationError("Give a change, or the whole text with --text; one of the two.")
    }
  }

  func run() throws {
    try plenary.run {
      let room = Room(of: try library.library.folder(scenario).edition(), seed: 1)
      let quoted = text.map { whole in
        let escaped = whole.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "\"\(escaped)\""
      }
      let line = CanonicalLine.of("\(clause) \(change ?? quoted ?? "")")
      try Enquiry(placing: line, on: draft, in: room)
        .show(on: scenario, asJSON: json, asRows: false, color: color)
    }
  }
}
