import ArgumentParser
import Console
import ScenarioFile
import Treaty

/// `plenary check`: all that is wrong with a scenario.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say all that is wrong with a scenario, with file, line and column.",
    discussion: "Exit code 0 if nothing is, 65 otherwise."
  )

  @Argument(help: "Scenarios: ids or folders.")
  var scenarios: [String]

  @Flag(help: "Show the result as JSON.")
  var json = false

  @Flag(help: "Check the lexicon too: place each listed wording from its siblings.")
  var wording = false

  @Option(help: "Hold the placements against a second coder's table.")
  var coding: String?

  @Option(help: "Hold the observers against a table of what they are on record as having said.")
  var reactions: String?

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try plenary.run {
      if wording {
        for name in scenarios {
          let room = Room(of: try library.library.folder(name).edition(), seed: 1)
          try Enquiry(checkingWordingsIn: room)
            .show(on: name, asJSON: json, asRows: false, color: .auto)
        }
        return
      }
      if let coding {
        try compare(with: coding) { file, edition throws(FaultyScenario) in
          let coding = try ScenarioReader.coding(file, of: edition.scenario)
          return Enquiry(holding: coding, againstPlacementsIn: Room(of: edition, seed: 1))
        }
        return
      }
      if let reactions {
        try compare(with: reactions) { file, edition throws(FaultyScenario) in
          let reactions = try ScenarioReader.reactions(file, of: edition.scenario)
          return Enquiry(holding: reactions, againstObserversIn: Room(of: edition, seed: 1))
        }
        return
      }
      var results: [CheckDocument.Result] = []
      for name in scenarios { results.append(try check(name)) }
      if json { try Output.show(try Output.json(CheckDocument(scenarios: results))) }
      if results.contains(where: { !$0.faults.isEmpty }) {
        throw ExitCode(Failure.Code.badData.rawValue)
      }
    }
  }

  /// Holds one scenario against a table.
  private func compare(
    with table: String,
    by ask: (SourceFile, Edition) throws(FaultyScenario) -> Enquiry
  ) throws {
    guard let name = scenarios.first, scenarios.count == 1 else {
      throw Failure("The table is of one scenario; name one.", .wrongUse)
    }
    guard Disk.kind(of: table) == .file else {
      throw Failure("There is no file \(table).", .noInput)
    }
    let edition = try library.library.folder(name).edition()
    let file = SourceFile(path: table, bytes: try Disk.bytes(of: table))
    let enquiry: Enquiry
    do throws(FaultyScenario) {
      enquiry = try ask(file, edition)
    } catch {
      throw Failure("\(error)", .badData)
    }
    try enquiry.show(on: name, asJSON: json, asRows: false, color: .auto)
  }

  private func check(_ name: String) throws -> CheckDocument.Result {
    let folder = try library.library.folder(name)
    let files: [SourceFile]
    do {
      files = try folder.files()
    } catch let failure as Failure where failure.code == .badData {
      if !json { try Output.show(failure.sentence) }
      return CheckDocument.Result(
        scenario: name,
        faults: [CheckDocument.Entry(sentence: failure.sentence)]
      )
    }
    switch reading(of: files) {
    case .success(let scenario):
      if !json { try Output.show(summary(of: scenario)) }
      return CheckDocument.Result(scenario: name, faults: [])
    case .failure(let faulty):
      if !json {
        for fault in faulty.faults { try Output.show("\(fault)") }
      }
      return CheckDocument.Result(
        scenario: name,
        faults: faulty.faults.map(CheckDocument.Entry.init)
      )
    }
  }

  private func reading(of files: [SourceFile]) -> Result<Scenario, FaultyScenario> {
    Result { () throws(FaultyScenario) in try ScenarioReader.read(files) }
  }

  private func summary(of scenario: Scenario) -> String {
    let wordings = scenario.clauses.reduce(0) { $0 + $1.wordings.count }
    return "\(scenario.id): no fault. \(scenario.delegations.count) delegations, "
      + "\(scenario.issues.count) issues, \(scenario.clauses.count) clauses, \(wordings) wordings, "
      + "\(scenario.drafts.count) drafts, \(scenario.observers.count) observers."
  }
}

/// Faults as data.
private struct CheckDocument: Encodable {
  struct Entry: Encodable {
    let file: String
    let line: Int
    let column: Int
    let problem: String
    let remedy: String?

    init(_ fault: Fault) {
      file = fault.file
      line = fault.line
      column = fault.column
      problem = fault.problem
      remedy = fault.remedy
    }

    init(sentence: String) {
      file = ""
      line = 0
      column = 0
      problem = sentence
      remedy = nil
    }
  }

  struct Result: Encodable {
    let scenario: String
    let faults: [Entry]
  }

  let schema = "plenary.check/1"
  let scenarios: [Result]
}
