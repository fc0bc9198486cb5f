import Forecasting
import Foundation
import Negotiation
import Testing
import Treaty

@testable import Console

struct MemoTests {
  /// What is compared of a `plenary.try/1`.
  private struct Answer: Decodable {
    struct Vote: Decodable {
      struct Tally: Decodable {
        struct Spread: Decodable { let mean: Double }
        let yes: Spread
        let no: Spread
      }
      let adoption: Double
      let tally: Tally
    }
    let separate: Vote
  }

  private func room(after lines: [String], in name: String = "hanoi") throws -> Room {
    var room = Rooms.room(in: try Rooms.scenario(name))
    for line in lines {
      let reply = room.respond(to: line)
      #expect(!reply.isRefusal, "\(line)")
    }
    return room
  }

  private func memo(in room: inout Room) throws -> String {
    guard case .write(let text, to: let name, by: "memo") = room.respond(to: "memo").wish else {
      Issue.record("memo asks for no file")
      return ""
    }
    #expect(name.hasSuffix(".md"))
    return text
  }

  @Test func `every state named carries its basis and its source`() throws {
    var room = try room(after: ["start final", "try 24.1 domestic-law"])
    let text = try memo(in: &room)
    let scenario = try Rooms.scenario("hanoi")
    var named = 0
    for line in text.split(separator: "\n")
    where line.contains("(coded): ") || line.contains("(by group): ")
      || line.contains("(imputed): ")
    {
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      let codes = parts[0].split(separator: " ").filter { $0.allSatisfy { $0.isUppercase } }
      for code in codes {
        let delegation = try #require(scenario.delegations.first { $0.id.text == code })
        #expect(line.hasSuffix(": \(delegation.source)"), "\(code)")
        named += 1
      }
    }
    #expect(named > 80)
  }

  @Test(arguments: [
    ["start final", "try 24.1 domestic-law"],
    ["start final", "try 24.1 replace \"shall\"#1 with \"may\""],
    ["start final", "try 24.1 \"Each State Party's police may do as its law provides.\""],
    ["start final", "propose 6.2 strike", "agree P1", "try 30.1 replace shall with may"],
  ])
  func `the line at its end gives the same figures`(lines: [String]) throws {
    var room = try room(after: lines)
    let matter = try room.matter()
    let here = room.estimates.of(matter, in: room.session)
    let text = try memo(in: &room)
    let command = try #require(
      text.split(separator: "\n").last { $0.hasPrefix("    plenary try ") }
    )
    // As a shell cuts it: words, and what stands in single quotes.
    var words: [String] = []
    var current = ""
    var isQuoted = false
    var isEscaped = false
    for character in command.drop(while: { $0 == " " }) {
      if isEscaped {
        current.append(character)
        isEscaped = false
      } else if character == "\\", !isQuoted {
        isEscaped = true
      } else if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    words.append(current)
    #expect(words.prefix(5) == ["plenary", "try", "hanoi", "--draft", "final"])
    var changes: [String] = []
    var rest = words.dropFirst(5)
    while rest.first == "--set" {
      changes.append(rest.removeFirst() == "--set" ? rest.removeFirst() : "")
    }
    let asked = Enquiry(
      trying: rest.joined(separator: " "),
      on: "final",
      changes: changes,
      in: Rooms.room(in: try Rooms.scenario("hanoi"))
    )
    #expect(!asked.reply.isRefusal, "\(asked.reply.refusal?.sentence ?? "")")
    let data = try JSONEncoder().encode(asked.reply.document)
    let answer = try JSONDecoder().decode(Answer.self, from: data)
    #expect(answer.separate.adoption == here.adoption)
    #expect(answer.separate.tally.yes.mean == here.tally.yes.mean)
    #expect(answer.separate.tally.no.mean == here.tally.no.mean)
  }

  @Test func `a memo on nothing tried is about the treaty as it stands`() throws {
    var room = try room(after: ["start final"])
    let text = try memo(in: &room)
    #expect(text.hasPrefix("# The treaty as it stands\n"))
    #expect(text.contains("plenary forecast hanoi --draft final"))
  }

  @Test func `assumptions say what each would change`() throws {
    var room = try room(after: ["start final", "try 24.1 replace \"shall\"#1 with \"may\""])
    let examination = room.examination(of: try room.matter())
    #expect(examination.findings.count >= 6)
    for finding in examination.findings {
      #expect(finding.answers.count == finding.assumption.variants.count)
      #expect(!finding.answers.isEmpty)
    }
    // The first is how far the change moves the clause: half as far loses fewer votes.
    let steps = try #require(examination.findings.first)
    let half = try #require(steps.answers.first?.alone)
    let now = try #require(examination.answer.alone)
    #expect(half.no < now.no)
  }
}
