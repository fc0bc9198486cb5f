import Foundation
import ScenarioFile
import Testing

@Suite struct MutationTests {
  /// A small generator of numbers that gives the same ones each time.
  private struct Generator {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private static let table = #"""
    id,name,bloc,position.scope,groups
    AAA,"Aland, the ""isles""",North,20,A|B
    BBB,Borduria,South,80,

    """#

  /// Reads files, which must give a scenario or at least one fault, each with a place in a part.
  private static func check(_ files: [SourceFile]) {
    do {
      _ = try ScenarioReader.read(files)
    } catch {
      #expect(!error.faults.isEmpty)
      for fault in error.faults {
        #expect(ScenarioReader.parts.contains(fault.file))
        #expect((fault.line > 0) == (fault.column > 0))
        #expect(!fault.problem.isEmpty)
        #expect(fault.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
  }

  @Test func `a scenario with one byte changed loads or gives a fault`() {
    var generator = Generator(state: 1)
    let letters = Array("\u{0}\t\n\r \"'#&*:-?[]{}|>!%@`,.<0aZ~".utf8) + [0x80, 0xC3, 0xE2, 0xFF]
    for _ in 0..<2000 {
      var bytes = Array(smallScenario.utf8)
      bytes[generator.next(below: bytes.count)] = letters[generator.next(below: letters.count)]
      Self.check([SourceFile(path: "scenario.yaml", bytes: bytes)])
    }
  }

  @Test func `a table with one byte changed loads or gives a fault`() throws {
    var generator = Generator(state: 2)
    let yaml = try #require(smallScenario.text(before: "delegations:"))
    let letters = Array("\u{0}\t\n\r \",;|-.09aZ".utf8) + [0x80, 0xC3, 0xE2, 0xFF]
    for _ in 0..<1000 {
      var bytes = Array(Self.table.utf8)
      bytes[generator.next(below: bytes.count)] = letters[generator.next(below: letters.count)]
      Self.check(singleFile(yaml) + [SourceFile(path: "delegations.csv", bytes: bytes)])
    }
  }

  @Test func `a folder with one byte changed loads or gives a fault`() {
    var generator = Generator(state: 3)
    for _ in 0..<700 {
      var sources = fullScenario
      let source = generator.next(below: sources.count)
      let place = generator.next(below: sources[source].bytes.count)
      sources[source].bytes[place] = UInt8(generator.next(below: 256))
      Self.check(sources)
    }
  }

  @Test func `a scenario that is cut off loads or gives a fault`() throws {
    let bytes = Array(smallScenario.utf8)
    for length in bytes.indices {
      Self.check([SourceFile(path: "scenario.yaml", bytes: Array(bytes[..<length]))])
    }
    let yaml = try #require(smallScenario.text(before: "delegations:"))
    let table = Array(Self.table.utf8)
    for length in table.indices {
      Self.check(
        singleFile(yaml) + [SourceFile(path: "delegations.csv", bytes: Array(table[..<length]))]
      )
    }
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "? [", "a:\n"])
  func `deep nesting is a fault`(opening: String) {
    let text = String(repeating: opening, count: 20_000 / opening.utf8.count)
    #expect(!faults(of: singleFile(text)).isEmpty)
  }
}
