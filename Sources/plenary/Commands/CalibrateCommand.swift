import ArgumentParser
import Console

/// `plenary calibrate`: what recorded votes say of numbers and positions.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract:
      "Let recorded votes move a scenario's numbers and positions, and say what moved and why.",
    discussion: """
      Fits all votes whose answers by state are on record to the positions as they were coded. With --output it \
      writes the file calibration.yaml that keeps the fit; what was coded stays as it is beside it.
      """
  )

  @Argument(help: "The scenario: an id or a folder.")
  var scenario: String

  @Option(
    help:
      "Write the file that keeps the fit; put it into the scenario's folder as calibration.yaml."
  )
  var output: String?

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Option(help: "When to colour the reply: auto, always or never.")
  var color: ColourChoice = .auto

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      if let output, Disk.kind(of: output) != .nothing {
        throw Failure("\(output) exists already. Name another file.", .cannotCreate)
      }
      let edition = try library.library.folder(scenario).edition()
      guard let answer = CalibrationAnswer(of: edition.scenario) else {
        throw Failure(
          "The scenario \(scenario) has no recorded vote with answers by state: there is nothing to fit.",
          .badData
        )
      }
      if let output {
        guard answer.isSettled else {
          throw Failure(
            "The search for what is likeliest did not come to rest, so that nothing is written. Look at the numbers of the "
              + "model: plenary calibrate \(scenario)",
            .badData
          )
        }
        try Disk.write(answer.file, toNew: output)
        Output.complain("Wrote \(output).")
      }
      try answer.enquiry.show(on: scenario, asJSON: json, asRows: false, color: color)
    }
  }
}
