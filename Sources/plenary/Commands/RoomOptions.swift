public import ArgumentParser
import Console
public import Negotiation

/// How a new room is opened, for every command that opens one to be played in.
struct RoomOptions: ParsableArguments {
  /// The scenario where none is named.
  static let usual = "hanoi"

  @Argument(help: "The scenario: an id or a folder. Without one, hanoi.")
  var scenario: String?

  @Option(name: .customLong("as"), help: "Speak for this state; may be given several times.")
  var states: [String] = []

  @Option(help: "The draft to put on the table.")
  var draft: String?

  @Option(help: "What decides all chance: a whole number.")
  var seed: UInt64?

  @Option(help: "Keep the transcript in this file, line by line.")
  var record: String?

  @Flag(
    name: .customLong("class"),
    help: "For a class: instructions are shown to their own delegation only."
  )
  var isClass = false

  @Option(help: "How much time there is: 45-minutes or 90-minutes.")
  var pace: HouseRules.Pace?

  /// The line that puts the draft on the table, if one is named.
  var draftLine: String? { draft.map { CanonicalLine.of("start \($0)") } }

  /// The lines that speak for the states named.
  var firstLines: [String] {
    var lines: [String] = []
    let rules = (isClass ? ["class"] : []) + (pace.map { [$0.rawValue] } ?? [])
    if !rules.isEmpty { lines.append("rules \(rules.joined(separator: " "))") }
    if !states.isEmpty { lines.append(CanonicalLine.of("play \(states.joined(separator: ", "))")) }
    return lines
  }
}

extension HouseRules.Pace: ExpressibleByArgument {}
