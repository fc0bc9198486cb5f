import ArgumentParser
import Console
import Treaty

/// `plenary handouts`: what a teacher prints before a class.
struct HandoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handouts",
    abstract:
      "Write the pages to print before a class: secret briefs, rules, slips, a sheet for votes."
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Option(help: "The file; one that ends in .md is written as Markdown.")
  var output: String?

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      let edition = try library.library.folder(scenario).edition()
      let handouts = Handouts(of: Room(of: edition, seed: 1))
      let path = output ?? "handouts-\(edition.scenario.id).html"
      try Disk.write(
        path.hasSuffix(".md") ? handouts.markdown : handouts.html,
        toNew: path
      )
      let briefs = handouts.briefs
      try Output.show(
        "Wrote \(path): \(briefs) secret brief\(briefs == 1 ? "" : "s") (one page each), 1 sheet of rules, "
          + "\(handouts.slips) proposal slips, 1 vote sheet."
      )
      try Output.show("Print the briefs single-sided: each says on top who may read it.")
    }
  }
}
