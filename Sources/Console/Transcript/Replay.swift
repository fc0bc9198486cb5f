import Negotiation
public import Treaty

/// A record played again: every line typed anew, every reply compared byte for byte.
public struct Replay: Sendable {
  /// A step whose reply is not what was recorded.
  public struct Difference: Sendable {
    /// The step, counted from 1.
    public let step: Int
    /// Where it stands in the file, as a line counted from 1; 0 where the record was not read from one.
    public let place: Int
    /// What was typed.
    public let line: String
    /// What was recorded; nil for an expectation without a recorded reply.
    public let expected: String?
    /// What is answered now.
    public let actual: String
    /// Whether the line is an expectation that fails.
    public let isFailedExpectation: Bool
  }

  /// The steps that differ, in order.
  public let differences: [Difference]
  /// The room after the last line; its transcript holds the replies of now.
  public let room: Room
  /// Expectations that were checked.
  public let expectations: Int

  /// Types every line of a record into a fresh room.
  public init(of transcript: Transcript, in scenario: Scenario, world: Room.World) {
    var room = Room(
      session: Session(scenario: scenario, seed: transcript.seed),
      transcript: Transcript(header: transcript.header),
      world: world
    )
    var differences: [Difference] = []
    var expectations = 0
    var step = 0
    for (index, item) in transcript.items.enumerated() {
      guard case .step(let recorded) = item else {
        room.transcript.items.append(item)
        continue
      }
      step += 1
      let reply = room.respond(to: recorded.line)
      if recorded.line.split(separator: " ").first == "expect" { expectations += 1 }
      let actual = room.transcript.steps.last?.reply ?? ""
      let differs = recorded.reply.map { Array($0.utf8) != Array(actual.utf8) } ?? false
      let fails = reply.isFailedExpectation && recorded.reply == nil
      guard differs || fails else { continue }
      differences.append(
        Difference(
          step: step,
          place: index < transcript.places.count ? transcript.places[index] : 0,
          line: recorded.line,
          expected: recorded.reply,
          actual: actual,
          isFailedExpectation: reply.isFailedExpectation
        )
      )
    }
    self.differences = differences
    self.room = room
    self.expectations = expectations
  }

  /// The record with the replies of now; steps that left their reply open still do, and an
  /// expectation that fails keeps what was recorded.
  public func accepted(into transcript: Transcript) -> Transcript {
    let actual = room.transcript.steps
    var accepted = transcript
    var step = 0
    for (index, item) in transcript.items.enumerated() {
      guard case .step(let recorded) = item else { continue }
      defer { step += 1 }
      let isFailed = differences.contains { $0.step == step + 1 && $0.isFailedExpectation }
      guard recorded.reply != nil, !isFailed, step < actual.count else { continue }
      accepted.items[index] = .step(
        Transcript.Step(prompt: actual[step].prompt, line: recorded.line, reply: actual[step].reply)
      )
    }
    return accepted
  }
}
