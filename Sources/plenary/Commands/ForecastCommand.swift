import ArgumentParser
import Console

/// `plenary forecast`: what would become of a draft.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Estimate what would become of a draft, without opening a room."
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Option(help: "The draft; without one, the scenario's opening draft.")
  var draft: String?

  @Option(name: .customLong("set"), help: "Have a clause read otherwise: CLAUSE=WORDING.")
  var changes: [String] = []

  @Option(help: "The rule: simple-majority, two-thirds, absolute-majority or consensus.")
  var rule: String?

  @Option(help: "What is looked to: adoption, signature or ratification.")
  var stage: Stage = .adoption

  /// A stage that a forecast can look to.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case adoption
    case signature
    case ratification
  }

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Flag(help: "Show a row per state, as comma-separated values.")
  var csv = false

  @Option(help: "When to colour the reply: auto, always or never.")
  var color: ColourChoice = .auto

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if rule != nil, stage != .adoption {
      throw ValidationError("--rule is for adoption; nobody votes on who signs.")
    }
    if json, csv { throw ValidationError("Take either --json or --csv.") }
    for change in changes where change.split(separator: "=", maxSplits: 1).count != 2 {
      throw ValidationError("“\(change)” is no change; write --set CLAUSE=WORDING.")
    }
  }

  func run() throws {
    try plenary.run {
      let room = Room(of: try library.library.folder(scenario).edition(), seed: 1)
      let enquiry =
        switch stage {
        case .adoption: Enquiry(forecasting: draft, changes: changes, rule: rule, in: room)
        case .signature: Enquiry(lookingTo: .signature, of: draft, changes: changes, in: room)
        case .ratification: Enquiry(lookingTo: .ratification, of: draft, changes: changes, in: room)
        }
      try enquiry.show(on: scenario, asJSON: json, asRows: csv, color: color)
    }
  }
}
