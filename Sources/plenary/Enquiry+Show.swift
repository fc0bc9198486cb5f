import Console
import Foundation
import Negotiation

extension Enquiry {
  /// Writes the answer in the form that was asked for; a refusal ends the program.
  func show(
    on scenario: String,
    asJSON: Bool,
    asRows: Bool,
    color: ColourChoice
  ) throws {
    let width = Terminal.isInteractive ? Terminal.width : 80
    if let refusal = reply.refusal {
      if asJSON { try Output.show(try Output.json(reply.document)) }
      let isChange = refusal.tryInstead.hasPrefix("try ")
      let advice =
        isChange
        ? "Try: plenary try \(scenario) \(refusal.tryInstead.dropFirst(4))"
        : "`\(refusal.tryInstead)` works in a room: plenary play \(scenario)"
      throw Failure("\(refusal.sentence)\n\(advice)", .wrongUse)
    }
    if asJSON {
      try Output.show(try Output.json(reply.document))
    } else if asRows, let rows {
      try Output.show(raw: rows)
    } else {
      let isColoured = color.applies(
        in: ProcessInfo.processInfo.environment,
        isTerminal: Terminal.isInteractive
      )
      try Output.show(reply.text(on: Screen(width: width, isColoured: isColoured)))
    }
  }
}

extension Room {
  /// Opens a room on an edition of a scenario.
  init(of edition: Edition, seed: UInt64) {
    self.init(
      session: Session(scenario: edition.scenario, seed: seed),
      transcript: Transcript(of: edition, seed: seed, width: 80, version: Plenary.version),
      world: .here
    )
  }
}
