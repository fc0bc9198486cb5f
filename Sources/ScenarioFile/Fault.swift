/// Something that is wrong with a scenario, and where.
public struct Fault: Error, Sendable, Equatable {
  /// The file, relative to the folder.
  public let file: String
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The column in characters, from 1; 0 where the whole file is meant.
  public let column: Int
  /// What is wrong and what was found, in a sentence.
  public let problem: String
  /// What would have done, in a sentence, where that can be said.
  public let remedy: String?

  /// Puts a fault at its place.
  public init(file: String, line: Int, column: Int, problem: String, remedy: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }
}

extension Fault: CustomStringConvertible {
  /// The fault on one line: `file:line:column: problem remedy`, or `file: problem remedy` where the
  /// whole file is meant.
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    let sentences = remedy.map { "\(problem) \($0)" } ?? problem
    return "\(place): \(sentences)"
  }
}

/// A scenario that cannot be used, with all that is wrong with it.
public struct FaultyScenario: Error, Sendable, Equatable {
  /// The faults in the order of file, line and column; never empty.
  public let faults: [Fault]

  /// Takes the faults in their order.
  public init(faults: [Fault]) {
    self.faults = faults
  }
}

extension FaultyScenario: CustomStringConvertible {
  /// The faults, one a line.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
