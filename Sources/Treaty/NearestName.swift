/// The name that somebody probably meant.
public enum NearestName {
  /// The name with the fewest slips from what was written, if they are few enough to be slips.
  ///
  /// Few enough is at most a third of the letters, and one in short words. Ties go to the earlier name.
  public static func of(_ written: String, among names: [String]) -> String? {
    let sought = Array(written.lowercased().unicodeScalars)
    guard !sought.isEmpty else { return nil }
    var best: (name: String, slips: Int)?
    for name in names {
      let letters = Array(name.lowercased().unicodeScalars)
      let allowed = max(1, max(letters.count, sought.count) / 3)
      let slips = slips(from: sought, to: letters)
      if slips <= allowed, slips < best?.slips ?? .max { best = (name, slips) }
    }
    return best?.name
      ?? names.first { $0.lowercased().hasPrefix(written.lowercased()) }
  }

  /// Letters to insert, remove, replace or swap with a neighbour, at least.
  private static func slips(from old: [Unicode.Scalar], to new: [Unicode.Scalar]) -> Int {
    guard abs(old.count - new.count) <= 12, old.count <= 64 else { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...new.count)
    for row in old.indices {
      var current = [row + 1]
      for column in new.indices {
        let isSame = old[row] == new[column]
        var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, old[row] == new[column - 1], old[row - 1] == new[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[new.count]
  }
}
