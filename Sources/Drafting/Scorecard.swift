public import Treaty

/// How far a text meets a principle.
public struct Verdict: Sendable {
  /// What can be said.
  public enum Standing: String, Sendable, CaseIterable {
    /// Every clause that counts meets it.
    case met
    /// Some do, or some go part of the way.
    case partly
    /// None does.
    case unmet = "not"
    /// Words of somebody's own decide, and no phrase in them is known.
    case unknown = "cannot say"
  }

  /// By each test of the principle, in its order.
  public let byTest: [Standing]
  /// All tests together.
  public let standing: Standing

  /// Holds a text against a principle.
  public init(on principle: Principle, of text: TreatyText, in scenario: Scenario) {
    byTest = principle.tests.map { Verdict.standing(of: text.provisions[$0.clause], by: $0) }
    let known = byTest.filter { $0 != .unknown }
    standing =
      known.count < byTest.count
      ? .unknown
      : known.allSatisfy { $0 == .met }
        ? .met : known.allSatisfy { $0 == .unmet } ? .unmet : .partly
  }

  private static func standing(of provision: Provision, by test: Principle.Test) -> Standing {
    switch provision {
    case .absent: return .unmet
    case .listed(let id):
      return test.met.contains(id) ? .met : test.partly.contains(id) ? .partly : .unmet
    case .worded(let reading):
      let words = Words(of: reading.text)
      func says(_ phrases: [String]) -> Bool { phrases.contains { !words.places(of: $0).isEmpty } }
      return says(test.metPhrases) ? .met : says(test.partlyPhrases) ? .partly : .unknown
    }
  }
}
