import ArgumentParser
import Console

/// `plenary backtest`: estimates against recorded decisions.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Hold estimates against recorded decisions, with nothing fitted to them."
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Option(help: "When to colour the reply: auto, always or never.")
  var color: ColourChoice = .auto

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      let room = Room(of: try library.library.folder(scenario).edition(), seed: 1)
      try Enquiry(testing: room).show(on: scenario, asJSON: json, asRows: false, color: color)
    }
  }
}
