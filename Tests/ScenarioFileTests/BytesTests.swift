import Foundation
import ScenarioFile
import Testing
import Treaty

@Suite struct BytesTests {
  private static let header = "id,name,bloc,position.scope\n"

  /// The small scenario with its delegations in a file of their own.
  private static func folder(table: [UInt8]) -> [SourceFile] {
    let yaml = smallScenario.text(before: "delegations:") ?? smallScenario
    return singleFile(yaml) + [SourceFile(path: "delegations.csv", bytes: table)]
  }

  private static let table = header + "AAA,Aland,North,20\nBBB,\"Borduria, \"\"new\"\"\",South,80\n"

  @Test func `a byte order mark and carriage returns change nothing`() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let plain = try ScenarioReader.read(Self.folder(table: Array(Self.table.utf8)))
    let marked = try ScenarioReader.read(
      Self.folder(table: Array(Self.table.utf8)).map { file in
        let lines = file.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        return SourceFile(path: file.path, bytes: mark + lines)
      }
    )
    #expect(String(describing: marked) == String(describing: plain))
    #expect(plain.delegations[1].name == "Borduria, \"new\"")
  }

  @Test func `a byte of Latin-1 is named with its place and the rest is still checked`() {
    var table = Array(Self.header.utf8) + Array("AAA,".utf8) + [0xC5]
    table += Array("land,North,200\nBBB,".utf8) + [0xE9] + Array(",South,80\n".utf8)
    #expect(
      faults(of: Self.folder(table: table)) == [
        "delegations.csv:2:5: The byte 0xC5 at offset 32 is not UTF-8 and so is 1 byte after it. "
          + "Save the file as UTF-8; Latin-1 and Windows-1252 are not read.",
        "delegations.csv:2:17: The position.scope of AAA is 200. It must be from 0 to 100.",
      ]
    )
  }

  @Test func `UTF-16 is named as what it is`() {
    #expect(
      faults(of: Self.folder(table: [0xFF, 0xFE, 0x69, 0x00])) == [
        "delegations.csv: The file is UTF-16, not UTF-8. "
          + "Save it as UTF-8; spreadsheets call that CSV UTF-8."
      ]
    )
  }

  @Test(arguments: [
    ("\u{0}", "a NUL, U+0000"),
    ("\u{7}", "a control character, U+0007"),
    ("\u{85}", "a control character, U+0085"),
    ("\u{202E}", "a character that changes the direction of text, U+202E"),
    ("\u{2066}", "a character that changes the direction of text, U+2066"),
    ("\u{2028}", "a line separator that is no line end here, U+2028"),
    ("\u{FFFD}", "a replacement character, left where another was lost, U+FFFD"),
  ])
  func `a character that acts on a screen is a fault`(character: String, name: String) {
    let yaml = smallScenario.replacingOnce("A small treaty", with: "A sm\(character)all treaty")
    #expect(
      faults(of: singleFile(yaml)) == ["scenario.yaml:3:12: Here stands \(name). Delete it."]
    )
    let table = Self.header + "AAA,A\(character)land,North,20\nBBB,Borduria,South,80\n"
    #expect(
      faults(of: Self.folder(table: Array(table.utf8))) == [
        "delegations.csv:2:6: Here stands \(name). Delete it."
      ]
    )
  }

  @Test(arguments: ["", " \n\n", "\u{FEFF}"])
  func `an empty file is a fault of the whole file`(text: String) {
    #expect(
      faults(of: Self.folder(table: Array(text.utf8))) == [
        "delegations.csv: The file is empty. "
          + "It must give a header with id, name, bloc and one position.… per issue."
      ]
    )
  }

  @Test func `a folder without scenario file says so`() {
    #expect(
      faults(of: []) == [
        "scenario.yaml: There is no scenario.yaml. "
          + "It gives title, body, issues and drafts; every scenario has one."
      ]
    )
  }

  @Test func `a file that is too large is not read`() {
    let yaml = [UInt8](repeating: 0x61, count: ScenarioReader.limits.yamlBytes + 1)
    #expect(
      faults(of: [SourceFile(path: "scenario.yaml", bytes: yaml)]) == [
        "scenario.yaml: The file has 2097153 bytes. At most 2097152 bytes (2 MiB) are read."
      ]
    )
    let table = [UInt8](repeating: 0x61, count: ScenarioReader.limits.otherBytes + 1)
    #expect(
      faults(of: Self.folder(table: table)) == [
        "delegations.csv: The file has 8388609 bytes. At most 8388608 bytes (8 MiB) are read."
      ]
    )
  }

  @Test func `more delegations than the room holds are a fault at the first too many`() {
    let rows = (1...1001).map { "D\($0),Name,Bloc,50\n" }.joined()
    #expect(
      faults(of: Self.folder(table: Array((Self.header + rows).utf8))) == [
        "delegations.csv:1002:1: There are more than 1000 delegations. At most 1000 are read."
      ]
    )
  }
}
