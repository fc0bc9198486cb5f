import Negotiation
import Treaty

/// `save`: the record as a file.
struct SaveVerb: Verb {
  static let word = "save"
  static let usage = "save [FILE]"
  static let summary = "Write the record of the session to a file, to be resumed or replayed."
  static let purpose = Purpose.keep
  static let slots: [Slot] = [.file]

  private let file: String?

  init(_ arguments: inout Arguments) throws(Complaint) {
    file = arguments.remainder()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    let name = file ?? SaveVerb.fileName(in: room)
    guard SaveVerb.isFileName(name) else { throw .badFileName(name) }
    var page = Page()
    page.say("Saved: \(name)")
    page.say("Go on with it later: plenary play --resume \(name)", indent: 2)
    return Reply(page, document: SavedDocument(file: name), wish: .save(name))
  }

  /// Whether a file can be called that.
  static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count < 250 && !name.utf8.contains { $0 < 0x20 }
      && !name.hasSuffix("/")
  }

  /// The name of the file where none is given: the scenario, and who speaks if it is one state.
  static func fileName(in room: Room) -> String {
    let played = room.session.played
    guard let only = played.first, played.count == 1 else { return "\(room.scenario.id).plenary" }
    return "\(room.scenario.id)-\(only.text.lowercased()).plenary"
  }
}

/// A saved record as data.
private struct SavedDocument: Encodable, Sendable {
  let schema = "plenary.saved/1"
  let file: String
}
