import ArgumentParser
import Console
import Forecasting

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

  @Flag(help: "Draw the inputs anew many times: how far the answer moves, and what moves it most.")
  var uncertain = false

  @Option(help: "How many draws for --uncertain: 16 to 4096; without it, 256.")
  var draws: Int?

  @Option(help: "What decides the draws of --uncertain: a whole number; without it, 1.")
  var seed: UInt64?

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Flag(help: "Show a row per state, as comma-separated values.")
  var csv = false

  @Option(help: "When to colour the reply: auto, always or never.")
  var color: ColourChoice = .auto

  @OptionGroup var library: LibraryOptions

  /// Draws of all inputs: the ends of ranges then differ by two or three hundredths from seed to seed.
  private static let usualDraws = 256

  func validate() throws {
    if rule != nil, stage != .adoption {
      throw ValidationError("--rule is for adoption; nobody votes on who signs.")
    }
    if uncertain, stage != .adoption || csv {
      throw ValidationError("--uncertain is for adoption, and has no rows per state.")
    }
    if !uncertain, draws != nil || seed != nil {
      throw ValidationError("--draws and --seed belong to --uncertain.")
    }
    if let draws, !(16...4096).contains(draws) {
      throw ValidationError("--draws takes 16 to 4096.")
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
        case .adoption where uncertain:
          Enquiry(
            forecasting: draft,
            changes: changes,
            rule: rule,
            drawing: draws ?? ForecastCommand.usualDraws,
            seed: seed ?? 1,
            in: room
          ) { plan in
            Uncertainty(
              of: plan,
              from: Results(count: plan.runs) { plan.outcome(of: $0) }.all
            )
          }
        case .adoption: Enquiry(forecasting: draft, changes: changes, rule: rule, in: room)
        case .signature: Enquiry(lookingTo: .signature, of: draft, changes: changes, in: room)
        case .ratification: Enquiry(lookingTo: .ratification, of: draft, changes: changes, in: room)
        }
      try enquiry.show(on: scenario, asJSON: json, asRows: csv, color: color)
    }
  }
}
