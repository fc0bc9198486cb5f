/// `timer`: a notice after some minutes.
struct TimerVerb: Verb {
  static let word = "timer"
  static let usage = "timer MINUTES [TEXT] | timer off"
  static let summary = "Say when some minutes are over, above the line that is being typed."
  static let purpose = Purpose.keep
  static let slots: [Slot] = [.words(["5", "10", "90s", "off"])]

  /// A day.
  private static let longest = 24 * 60 * 60

  /// Seconds; nil where the timer is switched off.
  private let seconds: Int?
  private let subject: String

  static func examples(in room: Room) -> [String] { ["timer 10", "timer off"] }

  init(_ arguments: inout Arguments) throws(Complaint) {
    let typed = try arguments.next("a number of minutes")
    subject = arguments.remainder() ?? ""
    if typed.folded == "off" {
      seconds = nil
      return
    }
    let isInSeconds = typed.folded.hasSuffix("s")
    guard let number = Int(isInSeconds ? String(typed.dropLast()) : typed), number > 0,
      number <= Self.longest / (isInSeconds ? 1 : 60)
    else {
      throw .badValue(
        typed,
        setting: "The timer",
        allowed: "minutes (10), seconds (90s) or off, a day at most",
        example: "timer 10"
      )
    }
    seconds = isInSeconds ? number : number * 60
  }

  func run(in room: inout Room) -> Reply {
    var page = Page()
    guard let seconds else {
      page.say("The timer is off.")
      return Reply(page, document: TimerDocument(seconds: nil), wish: .remind(nil))
    }
    let span =
      seconds % 60 == 0
      ? Figures.count(seconds / 60, "minute") : Figures.count(seconds, "second")
    let notice = "Time: \(span)\(subject.isEmpty ? "" : " for \(subject)") over."
    page.say("After \(span) a notice will say so. It decides nothing.")
    return Reply(
      page,
      document: TimerDocument(seconds: seconds),
      wish: .remind(Reply.Reminder(seconds: seconds, notice: notice))
    )
  }
}

/// A timer as data.
private struct TimerDocument: Encodable, Sendable {
  let schema = "plenary.timer/1"
  let seconds: Int?
}
