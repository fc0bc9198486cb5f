import ArgumentParser
import Console
import Treaty

/// `plenary scenarios`: what can be played.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "List the scenarios that are found."
  )

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      let all = library.library.all()
      guard !all.isEmpty else {
        throw Failure("No scenario is found. Say where they are: --scenarios FOLDER", .noInput)
      }
      let width = all.map(\.id.count).max() ?? 0
      for (id, path) in all {
        let padded = id + String(repeating: " ", count: width - id.count)
        do {
          let scenario = try ScenarioFolder(path: path).edition().scenario
          try Output.show(
            "\(padded)  \(scenario.title): \(scenario.delegations.count) states, "
              + "\(scenario.clauses.count) clauses"
          )
        } catch is Failure {
          try Output.show("\(padded)  has faults: plenary check \(path)")
        }
      }
    }
  }
}
