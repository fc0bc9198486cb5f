public import Forecasting
import Foundation
import ScenarioFile
public import Treaty

/// The large scenario that comes with the program, as everything is measured on it.
public struct Hanoi: Sendable {
  /// The scenario as its files have it.
  public let scenario: Scenario

  /// Reads it from the repository that this file stands in.
  public init() throws {
    let repository = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in
      path.deletingLastPathComponent()
    }
    let folder = repository.appendingPathComponent("scenarios/hanoi")
    let manager = FileManager.default
    var parts = ScenarioReader.parts
    for kind in ScenarioReader.folders {
      let names = try manager.contentsOfDirectory(atPath: folder.path + "/" + kind.name).sorted()
      parts += names.filter { $0.hasSuffix(kind.ending) }.map { "\(kind.name)/\($0)" }
    }
    scenario = try ScenarioReader.read(
      parts.compactMap { part in
        guard let data = manager.contents(atPath: folder.path + "/" + part) else { return nil }
        return SourceFile(path: part, bytes: Array(data))
      }
    )
  }

  /// The last of its drafts: the text that the real talks adopted.
  public var final: Draft { scenario.drafts[scenario.drafts.count - 1] }

  /// Forecasts the vote on a draft.
  public func forecast(of draft: Draft) -> Forecast {
    Forecast(
      of: draft.text,
      in: scenario,
      under: Circumstances(of: draft, in: scenario)
    )
  }

  /// The room that votes on the final draft with another number of delegations: some of them, evenly
  /// spread over the list, or all of them more than once.
  public func room(of count: Int) -> Electorate {
    var room = forecast(of: final).electorate
    let voters = room.voters
    room.voters = (0..<count).map { place in
      voters[count < voters.count ? place * voters.count / count : place % voters.count]
    }
    return room
  }

  /// Those who bargain about its first issue, chosen as in `room(of:)`.
  public func bargainers(_ count: Int) -> [Bargainer] {
    let delegations = scenario.delegations
    return (0..<count).map { place in
      let chosen =
        delegations[
          count < delegations.count
            ? place * delegations.count / count : place % delegations.count
        ]
      return Bargainer(
        position: chosen.positions[0],
        influence: chosen.influence,
        salience: chosen.saliences[0] / 4
      )
    }
  }
}
