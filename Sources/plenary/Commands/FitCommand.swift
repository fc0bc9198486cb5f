import ArgumentParser
import Calibration
import Console
import Foundation
import ScenarioFile

/// `plenary fit`: where states stand as their votes tell.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Place states by how they voted, with standard errors, to start a scenario from.",
    discussion: """
      The table has a line for each state: its code, then Y, N, A or nothing for each vote. Columns \
      called name and bloc are no votes.
      """
  )

  @Argument(help: "The table of roll calls.")
  var votes: String

  @Option(help: "In how many dimensions: 1 or 2.")
  var dimensions = 1

  @Option(help: "States at the high end of each dimension, by commas; else those furthest out.")
  var high: String?

  @Option(help: "Votes to leave out, by commas.")
  var drop: String?

  @Option(help: "A table with a line for each vote, for --where.")
  var index: String?

  @Option(help: "Which votes of --index to fit: COLUMN=VALUE, or more values by commas.")
  var `where`: String?

  @Option(help: "A table with id, name and bloc of the states.")
  var states: String?

  @Option(help: "A table with numbers for the states, to hold the points against.")
  var against: String?

  @Option(help: "The column of --against.")
  var column: String?

  @Option(help: "Write a delegations.csv to start a scenario from.")
  var output: String?

  @Option(help: "What the dimensions are called in that file, by commas.")
  var issues: String?

  @Flag(help: "Fit without a fifth of the answers, five times, and tell those.")
  var check = false

  @Option(help: "What deals the answers into fifths for --check: a whole number.")
  var seed: UInt64 = 1

  @Flag(help: "Show the result as JSON.")
  var json = false

  func validate() throws {
    guard let plane = Dimensions(rawValue: dimensions) else {
      throw ValidationError("--dimensions takes 1 or 2.")
    }
    guard (index == nil) == (`where` == nil) else {
      throw ValidationError("--index and --where go together.")
    }
    guard (against == nil) == (column == nil) else {
      throw ValidationError("--against and --column go together.")
    }
    guard !check || (output == nil && against == nil && high == nil) else {
      throw ValidationError("--check takes neither --output nor --against nor --high.")
    }
    guard output != nil || issues == nil else {
      throw ValidationError("--issues names what --output writes; add --output FILE.")
    }
    let names = issueNames
    guard names.count == plane.rawValue, Set(names).count == names.count,
      names.allSatisfy(Self.isIssue)
    else {
      throw ValidationError(
        "--issues takes \(dimensions == 1 ? "one name" : "two names, by a comma"), in small letters, digits and hyphens."
      )
    }
  }

  func run() throws {
    try plenary.run {
      guard let plane = Dimensions(rawValue: dimensions) else { return }
      if let output, Disk.kind(of: output) != .nothing {
        throw Failure("\(output) exists already. Name another file.", .cannotCreate)
      }
      let selection = try RollCallSelection(
        of: votes,
        dropping: list(drop),
        index: index,
        where: `where`,
        states: states
      )
      do {
        if check {
          try HeldOutCheck(
            of: selection.rolls,
            in: plane,
            groups: selection.groups,
            seed: seed
          ).enquiry.show(on: votes, asJSON: json, asRows: false, color: .auto)
          return
        }
        let ideal = try IdealPoints(
          fitting: selection.rolls,
          in: plane,
          high: try selection.places(of: list(high), atMost: plane.rawValue)
        )
        try show(ideal, of: selection)
      } catch let unfittable as Unfittable {
        throw Failure("\(votes): \(sentence(on: unfittable))", .badData)
      }
    }
  }

  private func show(_ ideal: IdealPoints, of selection: RollCallSelection) throws {
    let room = FittedRoom(
      ideal,
      to: selection.rolls,
      states: selection.states,
      votes: selection.votes,
      yardstick: try against.flatMap { file in
        try column.map { try selection.yardstick(in: file, column: $0) }
      }
    )
    if let output {
      try Disk.write(room.delegations(on: issueNames), toNew: output)
      Output.complain("Wrote \(output): \(selection.states.count) delegations.")
      for scale in room.scales(on: issueNames) { Output.complain(scale) }
    }
    try room.enquiry.show(on: votes, asJSON: json, asRows: false, color: .auto)
  }

  private var issueNames: [String] {
    issues.map(list) ?? Array(["first", "second"].prefix(dimensions))
  }

  private static func isIssue(_ name: String) -> Bool {
    name.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,63}/) != nil
  }

  private func list(_ words: String?) -> [String] {
    (words ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func sentence(on unfittable: Unfittable) -> String {
    switch unfittable {
    case .tooFewStates(let count, let needed):
      "\(count) of its states took part in a vote, and a fit needs \(needed)."
    case .tooFewDivisions(let count, let needed):
      "\(count) of its votes divide the states, and a fit needs \(needed): in the others all answered alike."
    }
  }
}
