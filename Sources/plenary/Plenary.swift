import ArgumentParser

/// The program: everything else is called from here.
@main
struct Plenary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plenary",
    abstract: "A room in which people negotiate a treaty and see at every move who would vote for it.",
    version: "0.1.0"
  )
}
