/// Pieces of sentences, put at another place of one.
extension String {
  /// The text with its first letter capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text with its first letter small.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// The text without the full stop at its end.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
