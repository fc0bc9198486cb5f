public import Negotiation

/// What the room answers to a line: a value, shown by whoever asked.
public struct Reply: Sendable {
  /// Something that only the program around the room can do.
  public enum Wish: Sendable, Equatable {
    /// Write the transcript to a file of this name.
    case save(String)
    /// Write a text to a file of this name, as the verb asked.
    case write(String, to: String, by: String)
    /// Type the lines of a file of this name.
    case type(String)
    /// Have a person change the words of a clause, and type what comes of it.
    case edit(Manuscript)
    /// Show a notice after so many seconds, in place of one asked for before; nil for none.
    case remind(Reminder?)
    /// End the session.
    case quit
  }

  /// The words of a clause that a person is to change.
  public struct Manuscript: Sendable, Equatable {
    /// The clause, as it is typed.
    public let clause: String
    /// Its words as it reads; empty where it is not in the text.
    public let text: String
  }

  /// A notice that is to come.
  public struct Reminder: Sendable, Equatable {
    /// Seconds from now.
    public let seconds: Int
    /// What it says.
    public let notice: String
  }

  /// What is shown.
  public let blocks: [Block]
  /// The same as data.
  public let document: any Encodable & Sendable
  /// What the program around the room is asked to do.
  public let wish: Wish?
  /// Who may see it.
  public let audience: Audience
  /// Why the line was refused, as a sentence, and a line that works instead; nil where it was done.
  public let refusal: (sentence: String, tryInstead: String)?
  /// Whether the line was an expectation that did not hold.
  public let isFailedExpectation: Bool

  init(
    _ page: Page,
    document: any Encodable & Sendable,
    wish: Wish? = nil,
    audience: Audience = .everyone,
    refusal: (sentence: String, tryInstead: String)? = nil,
    isFailedExpectation: Bool = false
  ) {
    blocks = page.blocks
    self.document = document
    self.wish = wish
    self.audience = audience
    self.refusal = refusal
    self.isFailedExpectation = isFailedExpectation
  }

  /// The same reply with more shown below it.
  func followed(by more: Page) -> Reply {
    var page = Page()
    page.add(blocks + more.blocks)
    return showing(page)
  }

  /// The same reply with something else shown.
  func showing(_ page: Page) -> Reply {
    Reply(
      page,
      document: document,
      wish: wish,
      audience: audience,
      refusal: refusal,
      isFailedExpectation: isFailedExpectation
    )
  }

  /// Whether the line was refused.
  public var isRefusal: Bool { refusal != nil }

  /// The reply as text.
  public func text(on screen: Screen) -> String {
    screen.text(of: blocks)
  }

  /// The reply in Markdown.
  public var markdown: String { Markdown.text(of: blocks) }

  /// The tables of the reply for a spreadsheet; empty where it has none.
  public var commaSeparated: String { CommaSeparated.text(of: blocks) }
}

/// A refusal as data.
struct RefusalDocument: Encodable, Sendable {
  let schema = "plenary.refusal/1"
  let message: String
  let tryInstead: String
}
