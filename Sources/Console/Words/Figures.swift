import Forecasting

/// Numbers as people read them: words first, and no more digits than mean something.
enum Figures {
  /// A chance, as so many in 10 or in 100.
  static func chance(_ value: Double) -> String {
    if value < 0.005 { return "less than 1 in 100" }
    if value > 0.995 { return "more than 99 in 100" }
    if value < 0.095 || value > 0.905 { return "\(rounded(value * 100)) in 100" }
    return "about \(rounded(value * 10)) in 10"
  }

  /// A chance in few columns, as a whole number of hundredths.
  static func hundredths(_ value: Double) -> String {
    if value > 0, value < 0.005 { return "<1" }
    if value < 1, value > 0.995 { return ">99" }
    return String(rounded(value * 100))
  }

  /// What a chance of being adopted means.
  static func verdict(_ value: Double) -> String {
    switch value {
    case ..<0.1: "would fail"
    case ..<0.4: "would probably fail"
    case ..<0.6: "could go either way"
    case ..<0.9: "would probably pass"
    default: "would pass"
    }
  }

  /// The range from the 5 % to the 95 % quantile: `24–57`, or one number where they meet.
  static func range(_ spread: Spread) -> String {
    spread.p05 == spread.p95 ? "\(spread.p05)" : "\(spread.p05)–\(spread.p95)"
  }

  /// An expected count with its range: `101 (69–131)`.
  static func expected(_ spread: Spread) -> String {
    "\(rounded(spread.mean)) (\(range(spread)))"
  }

  /// What a vote would count, which is less than what leans: some stay away, some waver.
  static func counts(_ tally: Tally) -> String {
    "Expected count, and its range in 9 of 10 cases: yes \(expected(tally.yes)), "
      + "no \(expected(tally.no)), abstaining \(expected(tally.abstain))"
  }

  /// A place on an issue's scale.
  static func place(_ value: Double) -> String {
    String(rounded(value))
  }

  /// A gain with its sign and two decimals; what rounds to nothing has no sign.
  static func gain(_ value: Double) -> String {
    signed(value, decimals: 2)
  }

  /// A number with its sign, rounded to so many decimals.
  static func signed(_ value: Double, decimals: Int) -> String {
    let text = decimal(value.magnitude, decimals: decimals)
    guard text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    return (value < 0 ? "−" : "+") + text
  }

  /// A number with a sign where it is below 0, rounded to so many decimals.
  static func number(_ value: Double, decimals: Int) -> String {
    value < 0 ? signed(value, decimals: decimals) : decimal(value, decimals: decimals)
  }

  /// A number of 0 or more, rounded to so many decimals.
  static func decimal(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
    let units = rounded(value * Double(scale))
    guard decimals > 0 else { return String(units) }
    let fraction = String(units % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(units / scale).\(zeros)\(fraction)"
  }

  /// The nearest whole number, halves away from zero.
  static func rounded(_ value: Double) -> Int {
    Int(value.rounded(.toNearestOrAwayFromZero))
  }

  /// How much a change means to a delegation: up to three marks, `▲▲`, or words for a screen reader; nothing where it is
  /// below what is noticeable.
  static func arrows(_ gain: Double, noticeable: Double, inWords: Bool = false) -> String {
    let size = gain.magnitude
    guard size >= noticeable else { return "" }
    let count = size >= 8 * noticeable ? 3 : size >= 4 * noticeable ? 2 : 1
    guard inWords else { return String(repeating: gain > 0 ? "▲" : "▼", count: count) }
    return "(\(gain > 0 ? "gains" : "loses") \(["a little", "much", "very much"][count - 1]))"
  }

  /// A count with its noun: `1 state`, `3 states`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
