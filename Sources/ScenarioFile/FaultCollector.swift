/// Gathers faults while reading goes on, so that an author sees all of them at once.
struct FaultCollector {
  /// A fault before it is put in order.
  private struct Entry: Hashable {
    let place: Place
    let problem: String
    let remedy: String?
  }

  private var entries: [Entry] = []
  private var known: Set<Entry> = []
  private var leftOut = 0

  /// Whether nothing is wrong so far.
  var isEmpty: Bool { entries.isEmpty }

  /// Whether further faults are only counted; the search for the nearest name then is a waste.
  var isFull: Bool { entries.count >= ScenarioReader.limits.faults }

  /// Notes a fault; the same one twice, as an alias gives it, counts once.
  mutating func add(_ problem: String, at place: Place, remedy: String? = nil) {
    guard !isFull else {
      leftOut += 1
      return
    }
    let entry = Entry(place: place, problem: problem, remedy: remedy)
    if known.insert(entry).inserted {
      entries.append(entry)
    }
  }

  /// The faults in the order of file, line and column, those of one place in the order found.
  var inOrder: [Fault] {
    let sorted = entries.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    var faults = sorted.map { $0.element }.map {
      Fault(
        file: $0.place.part.path,
        line: $0.place.line,
        column: $0.place.column,
        problem: $0.problem,
        remedy: $0.remedy
      )
    }
    if leftOut > 0, let last = faults.last {
      faults.append(
        Fault(
          file: last.file,
          line: last.line,
          column: last.column,
          problem: "There are \(leftOut) faults more.",
          remedy: "Mend these first."
        )
      )
    }
    return faults
  }
}
