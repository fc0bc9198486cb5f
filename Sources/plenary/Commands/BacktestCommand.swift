import ArgumentParser
import Calibration
import Console
import Treaty

/// `plenary backtest`: estimates against recorded decisions.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Hold estimates against recorded decisions.",
    discussion: """
      Without options it looks at the scenario as it is played. With --train-before it forgets what votes have moved, \
      fits those before the date and tells the rest; with --folds it tells one vote state by state, each from a fit \
      that did not see the answer.
      """
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "Fit the votes before this date, as in 2019-06, and tell what was decided since.",
      valueName: "date"
    )
  )
  var trainBefore: String?

  @Option(
    help: ArgumentHelp(
      "Tell this decision, as in 73/187, in five parts of its states.",
      valueName: "decision"
    )
  )
  var folds: String?

  @Option(
    help: ArgumentHelp(
      "What deals the states into parts for --folds: a whole number, 1 without it.",
      valueName: "number"
    )
  )
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "How often the states are dealt for --folds: 20 times without it.",
      valueName: "number"
    )
  )
  var deals: Int?

  @Flag(help: "Show the scenario as it was coded, before recorded votes moved it.")
  var coded = false

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Option(help: "When to colour the reply: auto, always or never.")
  var color: ColourChoice = .auto

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if let trainBefore, !Decision.isDate(trainBefore) {
      throw ValidationError("--train-before takes a date, as in 2019-06 or 2019-06-30.")
    }
    guard folds != nil || (seed == nil && deals == nil) else {
      throw ValidationError("--seed and --deals are for --folds.")
    }
    guard (1...1000).contains(deals ?? 1) else {
      throw ValidationError("--deals takes 1 to 1000.")
    }
    let given = [trainBefore != nil, folds != nil, coded].count { $0 }
    guard given < 2 else {
      throw ValidationError("Take one of --train-before, --folds and --coded.")
    }
  }

  func run() throws {
    try plenary.run {
      let edition = try library.library.folder(scenario).edition()
      try enquiry(of: edition).show(on: scenario, asJSON: json, asRows: false, color: color)
    }
  }

  private func enquiry(of edition: Edition) throws -> Enquiry {
    if let trainBefore {
      guard let test = BlindTest(of: edition.scenario, trainedBefore: trainBefore) else {
        throw Failure(
          "No vote with answers by state was recorded before \(trainBefore): there is nothing to fit.",
          .badData
        )
      }
      guard !test.isEmpty else {
        throw Failure("Nothing was decided in \(trainBefore) or later.", .badData)
      }
      return test.enquiry
    }
    if let folds {
      let scenario = edition.scenario
      guard let place = scenario.decisions.firstIndex(where: { $0.id.text == folds }),
        let parts = StateFolds(of: place, in: scenario)
      else {
        let names = edition.scenario.decisions.filter(\.hasAnswersByState).map(\.id.text)
        throw Failure(
          names.isEmpty
            ? "The scenario \(self.scenario) has no recorded vote with answers by state."
            : "There are no answers by state to \(folds). There are to \(names.joined(separator: ", ")).",
          .wrongUse
        )
      }
      let seed = seed ?? 1
      let told = Results(count: deals ?? StateFolds.usualDeals) { parts.told(deal: $0, seed: seed) }
      return BlindTest(of: scenario, in: parts, told: told.all).enquiry
    }
    let room = Room(of: coded ? edition.uncalibrated : edition, seed: 1)
    return Enquiry(testing: room)
  }
}
