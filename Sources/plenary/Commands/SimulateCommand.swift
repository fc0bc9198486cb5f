import ArgumentParser
import Console
import Treaty

/// `plenary simulate`: many negotiations in which nobody plays.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Play a scenario many times with nobody playing, and count what comes of it."
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Option(help: "How many times: seeds 1, 2, …")
  var seeds = 200

  @Option(help: "The draft that opens the talks; without one, the scenario's own.")
  var draft: String?

  @Flag(help: "Show the result as JSON.")
  var json = false

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    guard (1...100_000).contains(seeds) else {
      throw ValidationError("--seeds takes 1 to 100000.")
    }
  }

  func run() throws {
    try plenary.run {
      let scenario = try library.library.folder(scenario).edition().scenario
      let place = try draft.map { name in
        guard let place = scenario.drafts.firstIndex(where: { $0.id.text == name }) else {
          let names = scenario.drafts.map(\.id.text).joined(separator: ", ")
          throw Failure("No draft is called \(name). There are: \(names)", .wrongUse)
        }
        return place
      }
      let plays = Results(count: seeds) { number in
        Playthrough(of: scenario, seed: UInt64(number + 1), draft: place)
      }
      let simulation = Simulation(of: plays.all, in: scenario, draft: place)
      try simulation.enquiry.show(on: self.scenario, asJSON: json, asRows: false, color: .auto)
    }
  }
}
