import Console
import Testing

struct TranscriptTests {
  private static let header = [
    Transcript.Field("plenary", "1"), Transcript.Field("scenario", "classroom"),
  ]

  /// Lines that could be taken for markup, or for the end of something.
  private static let nasty = [
    ">", "> ", "> play CRI", ">> x", "[Costa Rica]> vote", "[x]> ", "[]> ", "[x]>", "[x", "#",
    "# no comment", "%", "%end 4 8d1f", "%plenary 1", "...", "....", "{…}", "a {…} b", "\\", "\\\\",
    "\\> ", "\\...", "! No clause 41.", " ", "  indented", "plain", "é e\u{301} 漢字 🙂 \u{200D}",
    "\u{301}", ">\u{301}", "> \u{301}", "#\u{301}", "%\u{301}", "\\\u{301}", "[x]\u{301}> ", "\t",
    "Türkiye", "\u{A0}", "..", "…",
  ]

  private func reading(_ text: String) throws -> Transcript {
    try Transcript(reading: text)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `printing and reading back is the identity`(seed: UInt64) throws {
    var dice = Dice(seed: seed, for: "transcript")
    var transcript = Transcript(header: Self.header)
    // A `%` line is no header only after something else.
    transcript.items.append(.comment("# Recorded in class."))
    for _ in 0..<12 {
      switch dice.below(5) {
      case 0: transcript.items.append(.comment("#" + dice.pick(Self.nasty)))
      case 1: transcript.items.append(.mark(Transcript.Field("branch", "x from trunk 1")))
      default:
        var rows = [dice.pick(Self.nasty)]
        for _ in 0..<dice.below(5) { rows.append(dice.pick(Self.nasty + [""])) }
        rows.append(dice.pick(Self.nasty))
        let step = Transcript.Step(
          prompt: dice.pick(["> ", "[Costa Rica]> ", "[Côte d'Ivoire]> "]),
          line: dice.pick(Self.nasty),
          reply: dice.below(6) == 0 ? nil : rows.joined(separator: "\n")
        )
        transcript.append(step)
      }
    }
    let read = try reading(transcript.text)
    #expect(read.header == transcript.header)
    #expect(read.items.count == transcript.items.count)
    for (found, given) in zip(read.items, transcript.items) {
      #expect(found == given)
      #expect(bytes(of: found) == bytes(of: given))
    }
    #expect(Array(read.text.utf8) == Array(transcript.text.utf8))
  }

  /// Equal texts may differ in bytes.
  private func bytes(of part: Transcript.Item) -> [[UInt8]] {
    switch part {
    case .comment(let line): [Array(line.utf8)]
    case .mark(let field): [Array(field.name.utf8), Array(field.value.utf8)]
    case .step(let step):
      [Array(step.prompt.utf8), Array(step.line.utf8), Array((step.reply ?? "").utf8)]
    }
  }

  @Test func `a file grown part by part reads like the file written whole`() throws {
    var whole = Transcript(header: Self.header)
    var grown = whole.text
    for line in Self.nasty {
      let part = Transcript.Item.step(Transcript.Step(prompt: "> ", line: line, reply: line))
      whole.items.append(part)
      grown += Transcript.text(of: part)
    }
    #expect(try reading(grown).items == reading(whole.text).items)
  }

  @Test func `a file with the line ends of Windows reads like any other`() throws {
    let text = "%plenary 1\n%scenario classroom\n\n> text\nSome reply.\nMore.\n\n# Done.\n"
    let other = text.rows.joined(separator: "\r\n")
    #expect(try reading(other).items == reading(text).items)
  }

  @Test func `a file by hand may leave everything out but two lines`() throws {
    let transcript = try reading("%plenary 1\n%scenario classroom\n> text\n> status\n")
    #expect(transcript.seed == 1)
    #expect(transcript.width == 80)
    #expect(transcript.scenario == "classroom")
    #expect(transcript.steps.map(\.line) == ["text", "status"])
    #expect(transcript.steps.allSatisfy { $0.reply == nil })
    #expect(transcript.isIntact(sha256: Rooms.mixed) == nil)
  }

  @Test func `lines of the header that nobody knows are kept`() throws {
    let text = "%plenary 1\n%scenario classroom abc\n%teacher Ms Mora\n"
    #expect(try reading(text).text == text)
  }

  @Test(arguments: [
    "", "\n", "play CRI\n", "%scenario classroom\n", "%plenary\n", "%plenary 2\n%scenario x\n",
    "%plenary one\n%scenario x\n", "%plenary 1\n", "%plenary 1\n%seed 1\n> text\n",
    "%plenary 1\n%scenario\n", "%plenary 1\n%scenario x\n%seed -1\n",
    "%plenary 1\n%scenario x\n%seed 18446744073709551616\n",
    "%plenary 1\n%scenario x\n%seed seven\n", "%plenary 1\n%scenario x\n%width 19\n",
    "%plenary 1\n%scenario x\n%width 1001\n", "%plenary 1\n%scenario x\n%width wide\n",
  ])
  func `a header that cannot be is a fault in a sentence`(text: String) {
    let fault = #expect(throws: Transcript.Fault.self) { try Transcript(reading: text) }
    #expect(fault?.line == 1)
    #expect(fault?.problem.hasSuffix(".") == true)
  }

  @Test func `the largest seed and both borders of the width are read`() throws {
    let text = "%plenary 1\n%scenario x\n%seed 18446744073709551615\n%width 20\n"
    #expect(try reading(text).seed == .max)
    #expect(try reading(text).width == 20)
    #expect(try reading("%plenary 1\n%scenario x\n%width 1000\n").width == 1000)
  }

  @Test func `the closing line fits what was closed and nothing else`() throws {
    let room = try Rooms.classroom(after: ["text", "play Faro", "propose 2 may-review", "status"])
    let closed = room.transcript.closed(sha256: Rooms.mixed)
    let text = closed.text
    #expect(try reading(text).isIntact(sha256: Rooms.mixed) == true)
    #expect(try reading(room.transcript.text).isIntact(sha256: Rooms.mixed) == nil)
    #expect(closed.reopened.isIntact(sha256: Rooms.mixed) == nil)

    var cut = closed
    cut.items.remove(at: 2)
    #expect(cut.isIntact(sha256: Rooms.mixed) == false)
    var changed = closed
    changed.items[1] = .step(
      Transcript.Step(prompt: "> ", line: "play Faro", reply: "You speak for Brisa.")
    )
    #expect(changed.isIntact(sha256: Rooms.mixed) == false)
    var retyped = closed
    retyped.items[3] = .step(
      Transcript.Step(prompt: "> ", line: "statuS", reply: closed.steps[3].reply)
    )
    #expect(retyped.isIntact(sha256: Rooms.mixed) == false)
    var reseeded = closed
    reseeded.header.removeLast()
    reseeded.header.append(Transcript.Field("seed", "2"))
    #expect(reseeded.isIntact(sha256: Rooms.mixed) == false)
    // Comments are nobody's word and may be added later.
    var commented = closed
    commented.items.insert(.comment("# Look here."), at: 1)
    #expect(commented.isIntact(sha256: Rooms.mixed) == true)
  }

  @Test func `closing twice leaves one closing line`() throws {
    let room = try Rooms.classroom(after: ["text"])
    let once = room.transcript.closed(sha256: Rooms.mixed)
    #expect(once.closed(sha256: Rooms.mixed) == once)
  }
}
