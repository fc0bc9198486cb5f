/// `set`: how replies are shown.
struct SetVerb: Verb {
  static let word = "set"
  static let usage = "set NAME VALUE"
  static let summary =
    "How replies are shown: width, hints, output, ghost, pager, projector, reader, timing."
  static let purpose = Purpose.keep
  static let slots: [Slot] = [.setting, .value]

  /// What can be set, and to what.
  static let options: [(name: String, allowed: String, values: [String])] = [
    ("width", "a number of columns from 40 to 400, or auto", ["auto", "80", "100", "120"]),
    ("hints", "on or off", ["on", "off"]),
    ("output", "text, markdown, csv or json", Settings.Output.allCases.map(\.rawValue)),
    ("ghost", "on or off", ["on", "off"]),
    ("pager", "on or off", ["on", "off"]),
    ("projector", "on or off", ["on", "off"]),
    ("reader", "on or off", ["on", "off"]),
    ("timing", "on or off", ["on", "off"]),
  ]

  static var names: [String] { options.map(\.name) }

  private let name: String
  private let value: String?

  static func examples(in room: Room) -> [String] { ["set hints off", "set width 100"] }

  static func example(of name: String) -> String {
    let value = options.first { $0.name == name }?.values.last ?? "on"
    return "set \(name) \(value)"
  }

  init(_ arguments: inout Arguments) throws(Complaint) {
    name = try arguments.next("a setting").folded
    value = arguments.next()
    try arguments.end()
  }

  func run(in room: inout Room) throws(Complaint) -> Reply {
    guard let option = SetVerb.options.first(where: { $0.name == name }) else {
      throw .unknownSetting(name)
    }
    guard let value, apply(value.folded, to: &room.settings) else {
      throw .badValue(
        value ?? "",
        setting: name,
        allowed: option.allowed,
        example: SetVerb.example(of: name)
      )
    }
    var page = Page()
    page.say("\(name) is \(value.folded) now.")
    return Reply(page, document: SettingDocument(name: name, value: value.folded))
  }

  /// The settings that are on or off.
  private static let switches: [String: any WritableKeyPath<Settings, Bool> & Sendable] = [
    "hints": \.showsHints, "ghost": \.showsGhost, "pager": \.isPaged,
    "projector": \.isProjected, "reader": \.isSpoken, "timing": \.showsTiming,
  ]

  /// Sets it; false where the value does not fit.
  private func apply(_ value: String, to settings: inout Settings) -> Bool {
    if let path = Self.switches[name] {
      guard value == "on" || value == "off" else { return false }
      settings[keyPath: path] = value == "on"
      return true
    }
    guard name == "width" else {
      guard let output = Settings.Output(rawValue: value) else { return false }
      settings.output = output
      return true
    }
    guard value != "auto" else {
      settings.width = nil
      return true
    }
    guard let columns = Int(value), (40...400).contains(columns) else { return false }
    settings.width = columns
    return true
  }
}

/// A setting as data.
private struct SettingDocument: Encodable, Sendable {
  let schema = "plenary.setting/1"
  let name: String
  let value: String
}
