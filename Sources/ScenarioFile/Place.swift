/// A file of the folder that the rules read.
enum Part: Hashable {
  /// Title, body and rule, issues, numbers, drafts, blocs, rounds.
  case scenario
  /// Articles, clauses, wordings.
  case articles
  /// Who sits in the room.
  case delegations
  /// Who watches.
  case observers
  /// The principles by which the text can be judged.
  case principles
  /// What may break in between rounds.
  case events
  /// What was decided in the world.
  case history
  /// What recorded votes have moved, as `plenary calibrate` writes it.
  case calibration
  /// Drafting words of the scenario's own.
  case lexicon
  /// The drafting words that scenarios share, beside their folders.
  case sharedLexicon
  /// Who voted how on one decision: a table in the folder `votes`, by its path.
  case votes(String)
  /// Confidential instructions: a file in the folder `briefs`, by its path.
  case brief(String)
  /// Placements by somebody else: a table anywhere, by its path.
  case coding(String)
  /// What observers are on record as having said: a table anywhere, by its path.
  case reactions(String)
  /// Who answered what in many votes: a table anywhere, by its path.
  case rollCalls(String)
  /// Something about states or votes, a line each: a table anywhere, by its path.
  case labels(String)

  /// The files with a name of their own.
  static let named: [Part] = [
    .scenario, .articles, .delegations, .observers, .principles, .events, .history,
    .calibration, .lexicon, .sharedLexicon,
  ]

  /// Where the file stands in the folder.
  var path: String {
    switch self {
    case .scenario: "scenario.yaml"
    case .articles: "articles.yaml"
    case .delegations: "delegations.csv"
    case .observers: "observers.yaml"
    case .principles: "principles.yaml"
    case .events: "events.yaml"
    case .history: "history.yaml"
    case .calibration: "calibration.yaml"
    case .lexicon: "lexicon.yaml"
    case .sharedLexicon: "../lexicon.yaml"
    case .votes(let path), .brief(let path), .coding(let path), .reactions(let path),
      .rollCalls(let path), .labels(let path):
      path
    }
  }

  /// The key under which the part may stand inline in `scenario.yaml`.
  var key: String {
    switch self {
    case .scenario: "scenario"
    case .articles: "articles"
    case .delegations: "delegations"
    case .observers: "observers"
    case .principles: "principles"
    case .events: "events"
    case .history: "history"
    case .calibration: "calibration"
    case .lexicon, .sharedLexicon: "lexicon"
    case .votes: "votes"
    case .brief: "briefs"
    case .coding: "coding"
    case .reactions: "reactions"
    case .rollCalls: "roll calls"
    case .labels: "labels"
    }
  }

  /// The key of the list that a file of its own holds.
  var listKey: String { self == .history ? "decisions" : key }

  /// Whether the file is a table and not YAML.
  var isTable: Bool {
    switch self {
    case .delegations, .votes, .coding, .reactions, .rollCalls, .labels: true
    case .scenario, .articles, .observers, .principles, .events, .history, .calibration,
      .lexicon, .sharedLexicon, .brief:
      false
    }
  }

  /// Where the part stands in the order of faults.
  var rank: Int {
    switch self {
    case .scenario: 0
    case .articles: 1
    case .delegations: 2
    case .observers: 3
    case .principles: 4
    case .events: 5
    case .history: 6
    case .lexicon: 7
    case .sharedLexicon: 8
    case .brief: 9
    case .votes: 10
    case .coding: 11
    case .reactions: 12
    case .rollCalls: 13
    case .labels: 14
    case .calibration: 15
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
    (left.part.rank, left.part.path, left.line, left.column)
      < (right.part.rank, right.part.path, right.line, right.column)
  }
}

/// A piece of text and where it stands: a YAML scalar or a field of a table.
struct Cell {
  let text: String
  let place: Place
}
