import Drafting
import Testing

struct BracketingTests {
  private static let base =
    "Each State Party shall ensure that the powers are subject to conditions and safeguards."
  private static let others = [
    "Each State Party may ensure that the powers are subject to conditions and safeguards.",
    "Each State Party should ensure that all powers are subject to conditions and safeguards.",
    "Each State Party shall ensure that the powers are subject to conditions, safeguards and review by a judge.",
    "Nothing of the kind.", "",
  ]

  /// The text as one side would have it.
  private func reading(_ bracketing: Bracketing, of backer: String?) -> Words {
    let parts = bracketing.parts.map { part -> String in
      switch part {
      case .agreed(let text): text
      case .bracketed(let base, let alternatives):
        alternatives.first { $0.backers.contains(backer ?? "") }?.text ?? base
      }
    }
    return Words(of: parts.joined(separator: " "))
  }

  private func bracketing(_ texts: [String]) -> Bracketing {
    Bracketing(
      of: Self.base,
      alternatives: texts.enumerated().map { .init(text: $1, backers: ["\($0)"]) }
    )
  }

  @Test func `without proposals nothing is in brackets`() {
    #expect(bracketing([]).parts == [.agreed(Self.base)])
  }

  @Test func `one word in dispute is one bracket`() {
    let parts = bracketing([Self.others[0]]).parts
    #expect(parts.count == 3)
    #expect(parts[1] == .bracketed("shall", alternatives: [.init(text: "may", backers: ["0"])]))
  }

  @Test func `each side reads its own text, whoever else is in the room`() {
    for mask in 0..<(1 << Self.others.count) {
      let texts = Self.others.indices.filter { mask >> $0 & 1 == 1 }.map { Self.others[$0] }
      let bracketing = bracketing(texts)
      #expect(reading(bracketing, of: nil) == Words(of: Self.base))
      for (place, text) in texts.enumerated() {
        #expect(reading(bracketing, of: "\(place)") == Words(of: text))
      }
    }
  }

  @Test func `those who want the same words stand in one bracket`() {
    let bracketing = bracketing([Self.others[0], Self.others[0]])
    #expect(
      bracketing.parts.contains(
        .bracketed("shall", alternatives: [.init(text: "may", backers: ["0", "1"])])
      )
    )
  }

  @Test func `a text where there was none is one bracket`() {
    let bracketing = Bracketing(of: "", alternatives: [.init(text: "New.", backers: ["A"])])
    #expect(
      bracketing.parts == [.bracketed("", alternatives: [.init(text: "New.", backers: ["A"])])]
    )
  }
}
