/// The name that was probably meant by one that is not known.
enum NearestName {
  /// Names longer than this are nobody's slip of the finger, and cost time to compare.
  private static let longest = 48

  /// The closest of the names, if few enough letters differ for a slip: one in three, at most three.
  static func find(_ name: String, among names: [String]) -> String? {
    let wanted = folded(name)
    guard wanted.count <= longest else { return nil }
    let tolerance = min(3, max(1, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in names where candidate.utf8.count <= longest && candidate != name {
      let letters = folded(candidate)
      guard abs(letters.count - wanted.count) <= tolerance else { continue }
      let distance = distance(from: wanted, to: letters)
      guard distance <= tolerance, distance < letters.count else { continue }
      if distance < best?.distance ?? Int.max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// The remedy for an unknown name: the nearest, or else the names there are.
  static func remedy(for name: String, among names: [String], called plural: String) -> String? {
    if let nearest = find(name, among: names) {
      return "Did you mean \(nearest)?"
    }
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(8).joined(separator: ", ")
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return "The \(plural) are \(shown)\(more)."
  }

  /// The bytes of a name with capital letters made small.
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
  }

  /// How many letters are added, dropped, changed or swapped with their neighbour.
  private static func distance(from first: [UInt8], to second: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for column in second.indices {
        let same = first[row] == second[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
