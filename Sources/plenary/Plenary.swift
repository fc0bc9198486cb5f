import ArgumentParser
import Foundation

/// The program: everything else is called from here.
@main
struct Plenary: ParsableCommand {
  /// The version of the program, as `--version` prints it and transcripts record it.
  static let version = "0.2.0"

  /// The commands by name.
  static var commands: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  static let configuration = CommandConfiguration(
    commandName: "plenary",
    abstract: "A room in which people negotiate a treaty.",
    discussion: """
      At every move the room shows who would vote for it and why, whether it would be adopted, and \
      what rights groups and industry would say. `plenary` alone plays the scenario `hanoi`; \
      `plenary play classroom` opens a room of six invented states for a first try.
      """,
    version: version,
    subcommands: [
      PlayCommand.self, TryCommand.self, BacktestCommand.self, PlaceCommand.self,
      ForecastCommand.self,
      ReplayCommand.self,
      CheckCommand.self, ScenariosCommand.self, ServeCommand.self, HandoutsCommand.self,
      SimulateCommand.self, FitCommand.self, CalibrateCommand.self, SweepCommand.self,
    ],
    defaultSubcommand: PlayCommand.self
  )

  /// Runs the command that was typed.
  static func main() {
    // Writing that fails is said in a sentence, by whoever wrote, in place of a death by signal.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    main(nil)
  }
}

/// Where scenarios are looked for, for every command that opens one.
struct LibraryOptions: ParsableArguments {
  @Option(name: .customLong("scenarios"), help: "The folder in which scenarios are looked for.")
  var folder: String?

  /// The library that these options mean.
  var library: ScenarioLibrary { ScenarioLibrary(given: folder) }
}
