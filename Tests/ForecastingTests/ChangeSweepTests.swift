import Forecasting
import Testing
import Treaty

struct ChangeSweepTests {
  @Test func `a sweep has every change once, and every pair of two clauses once`() {
    let scenario = SampleTreaty.scenario()
    let text = scenario.drafts[0].text
    let sweep = ChangeSweep(of: text, in: scenario, clauses: [0, 1, 2], withPairs: true)
    #expect(sweep.singles.map(\.clause) == [0, 1, 2])
    #expect(sweep.count == 1 + 3 + 3)
    #expect(sweep.text(0) == text)
    let texts = (0..<sweep.count).map { sweep.text($0) }
    #expect(Set(texts).count == texts.count)
    for (number, text) in texts.enumerated() {
      #expect(text.differences(from: texts[0]) == sweep[number].map(\.clause))
    }
    #expect(ChangeSweep(of: text, in: scenario, clauses: [1], withPairs: true).count == 2)
  }
}
