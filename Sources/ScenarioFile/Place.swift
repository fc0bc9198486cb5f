/// A file of the folder that the rules read.
enum Part: String, CaseIterable {
  /// Title, body and rule, issues, numbers, drafts, blocs, rounds.
  case scenario = "scenario.yaml"
  /// Articles, clauses, wordings.
  case articles = "articles.yaml"
  /// Who sits in the room.
  case delegations = "delegations.csv"
  /// Who watches.
  case observers = "observers.yaml"

  /// The key under which the part may stand inline in `scenario.yaml`.
  var key: String {
    switch self {
    case .scenario: "scenario"
    case .articles: "articles"
    case .delegations: "delegations"
    case .observers: "observers"
    }
  }

  /// Where the part stands in the order of faults.
  var rank: Int {
    switch self {
    case .scenario: 0
    case .articles: 1
    case .delegations: 2
    case .observers: 3
    }
  }
}

/// Where something stands in a file, from 1; line and column 0 mean the whole file.
struct Place: Hashable {
  let part: Part
  let line: Int
  let column: Int

  /// The file as a whole.
  static func whole(_ part: Part) -> Place {
    Place(part: part, line: 0, column: 0)
  }
}

extension Place: Comparable {
  static func < (left: Place, right: Place) -> Bool {
    (left.part.rank, left.line, left.column) < (right.part.rank, right.line, right.column)
  }
}

/// A piece of text and where it stands: a YAML scalar or a field of a table.
struct Cell {
  let text: String
  let place: Place
}
