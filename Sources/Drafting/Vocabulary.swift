/// The words that the linter looks for, the longer ones before those that stand in them.
enum Vocabulary {
  /// Terms whose reach nobody can tell from the text, and what would stand without the vague word; nothing where the
  /// whole can go.
  static let vague: [(term: String, plainly: String)] = [
    ("where this is appropriate", ""), ("as is reasonable", ""), ("certain crimes", "crimes"),
    ("similar data", "data"), ("other measures", "measures"), ("effective measures", "measures"),
    ("necessary measures", "measures"), ("appropriate measures", "measures"),
    ("national security", "security"), ("in a timely manner", "within thirty days"),
    ("as soon as possible", "within thirty days"), ("without undue delay", "within thirty days"),
    ("serious harm", "harm"), ("reasonable", ""), ("adequate", ""), ("sufficient", ""),
    ("significant", ""), ("relevant", ""),
  ]

  /// Ways out of a duty.
  static let exits = [
    "as appropriate", "where appropriate", "if appropriate", "where possible", "wherever possible",
    "to the extent possible", "as far as possible", "so far as possible", "where necessary",
    "where it deems this appropriate", "within their means",
  ]

  /// Words that show that what follows is said of something and is no duty of the sentence.
  static let relatives: Set<String> = ["which", "that", "who", "whom", "when", "where"]

  /// Words by which a safeguard asks for more than domestic law happens to provide.
  static let standards: Set<String> = [
    "human", "international", "independent", "judge", "judicial", "court", "proportionality",
    "proportionate", "necessity", "legality", "remedy",
  ]

  /// Names for one thing.
  static let synonyms = [
    ["electronic data", "computer data", "digital data"],
    [
      "information and communications technology system", "computer system", "information system",
      "ICT system",
    ],
    ["serious crime", "serious offences", "serious offence"],
    ["service provider", "provider of services", "communications provider"],
    [
      "offences established in accordance with this Convention", "offences under this Convention",
      "offences of this Convention",
    ],
    ["evidence in electronic form", "electronic evidence", "digital evidence"],
    ["personal data", "personal information"],
    ["review body", "review board", "oversight board"],
    ["competent authorities", "relevant authorities"],
  ]
}
