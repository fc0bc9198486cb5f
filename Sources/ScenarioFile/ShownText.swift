/// Text of a file as a message may show it: short, on one line, without characters that act on a
/// terminal.
func shown(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for (count, scalar) in text.unicodeScalars.enumerated() {
    guard count < 40 else {
      return String(result) + "…"
    }
    if scalar == "\n" || scalar == "\t" {
      result.append(" ")
    } else {
      result.append(ForbiddenCharacter(scalar) == nil ? scalar : "\u{FFFD}")
    }
  }
  return String(result)
}
