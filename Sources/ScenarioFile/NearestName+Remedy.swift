internal import Treaty

extension NearestName {
  /// Names longer than this are nobody's slip of the finger, and cost time to compare.
  private static let longest = 64

  /// The name that was probably meant by one that is not known.
  static func find(_ name: String, among names: [String]) -> String? {
    name.utf8.count > longest ? nil : of(name, among: names)
  }

  /// The remedy for an unknown name: the nearest, or else the names there are.
  static func remedy(for name: String, among names: [String], called plural: String) -> String? {
    if let nearest = find(name, among: names) {
      return "Did you mean \(shown(nearest))?"
    }
    guard !names.isEmpty else { return nil }
    let first = names.prefix(8).map { shown($0) }.joined(separator: ", ")
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return "The \(plural) are \(first)\(more)."
  }
}
