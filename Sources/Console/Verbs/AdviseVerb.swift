import Forecasting
import Negotiation
import Treaty

/// `advise`: which changes of the text would carry it.
struct AdviseVerb: Verb {
  static let word = "advise"
  static let usage =
    "advise [--goal 0.9] [--for STATE] [--keep CLAUSE,…] [--never NAME,…]"
  static let summary =
    "The fewest changes that would carry the text, and the best; red lines can be ruled out."
  static let purpose = Purpose.ask
  static let slots: [Slot] = Array(repeating: .adviceOption, count: 2 * options.count)

  /// What can be added, each with what has to follow it.
  static let options = [
    (name: "--goal", value: "a chance from 0 to 1"), (name: "--for", value: "a state"),
    (name: "--keep", value: "clauses"), (name: "--never", value: "observers or states"),
  ]

  private var goal = Advice.usualGoal
  private var values: [String: String] = [:]

  init(_ arguments: inout Arguments) throws(Complaint) {
    while !arguments.isEmpty {
      let word = try arguments.next("an option")
      guard let option = AdviseVerb.options.first(where: { $0.name == word.folded }) else {
        throw .surplus(word, usage: Self.usage)
      }
      var words: [String] = []
      while let next = arguments.rest.first, !next.text.hasPrefix("--") {
        words.append(next.text)
        _ = arguments.next()
      }
      guard !words.isEmpty else { throw .missing(option.value, usage: Self.usage) }
      values[option.name] = words.joined(separator: " ")
    }
    if let typed = values["--goal"] {
      guard let chance = Double(typed), chance > 0, chance <= 1 else {
        throw .badValue(
          typed,
          setting: "The goal",
          allowed: "a chance above 0, up to 1",
          example: "advise --goal 0.8"
        )
      }
      goal = chance
    }
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    guard !room.session.rules.isClass else { throw .adviceOff }
    let state: Int? =
      if let name = values["--for"] { try room.names.delegation(name) } else { nil }
    var limits = Advice.Limits()
    for name in AdviseVerb.list(values["--keep"]) {
      limits.kept.append(try room.names.clause(name))
    }
    for name in AdviseVerb.list(values["--never"]) {
      switch try room.names.watcherOrVoter(name) {
      case .observer(let place): limits.observers.append(place)
      case .delegation(let place): limits.delegations.append(place)
      }
    }
    let answer = room.advice(goal: goal, within: limits, for: state)
    var page = Page()
    room.say(answer, on: &page)
    room.hint(room.nextLine(after: answer.advice), on: &page)
    return Reply(page, document: AdviceDocument(answer, in: room.scenario))
  }

  /// The names in a list by commas.
  private static func list(_ typed: String?) -> [String] {
    (typed ?? "").split(separator: ",").map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

/// Somebody with red lines, as a place in the scenario.
private enum LineHolder {
  case observer(Int)
  case delegation(Int)
}

extension Names {
  /// The observer of that name, else the state.
  fileprivate func watcherOrVoter(_ typed: String) throws(Complaint) -> LineHolder {
    do throws(Complaint) {
      return .observer(try observer(typed))
    } catch {
      do throws(Complaint) {
        return .delegation(try delegation(typed))
      } catch {
        if case .unknownDelegation = error { throw .neitherObserverNorState(typed) }
        throw error
      }
    }
  }
}
